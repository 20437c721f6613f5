import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../api/all-pages';
import { answerOf, api, versionOf } from '../api/client';
import type { Schemas } from '../api/types';

export const allAgents = queryOptions({
  queryKey: ['agents'],
  queryFn: ({ signal }) => allPages((query) => answerOf(api.GET('/v1/agents', { params: { query }, signal }))),
});

export const oneAgent = (id: string) =>
  queryOptions({
    queryKey: ['agents', id],
    queryFn: ({ signal }) => versionOf(api.GET('/v1/agents/{id}', { params: { path: { id } }, signal })),
  });

/** `1001 Anna`; many an agent's name says the number already. */
export function agentLabel({ number, name }: Pick<Schemas['AgentDto'], 'number' | 'name'>): string {
  return name.includes(number) ? name : `${number} ${name}`;
}
