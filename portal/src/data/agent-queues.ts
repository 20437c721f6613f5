import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/types';
import { allQueues, tiersOf } from './queues';

export interface AgentQueue {
  id: string;
  name: string;
  level: number;
  position: number;
}

/** Which queues each agent answers, by the agent's id; null until all are known. */
export function useAgentQueues(enabled: boolean): ReadonlyMap<string, AgentQueue[]> | null {
  const { data: queues = [], isSuccess } = useQuery({ ...allQueues, enabled });
  return useQueries({
    queries: queues.map(({ id }) => ({ ...tiersOf(id), enabled, staleTime: 60_000 })),
    combine: (tiers) => (isSuccess && tiers.every((each) => each.isSuccess) ? byAgent(queues, tiers.map(({ data }) => data?.data.tiers ?? [])) : null),
  });
}

function byAgent(queues: Schemas['QueueDto'][], tiers: Schemas['TierDto'][][]): Map<string, AgentQueue[]> {
  const found = new Map<string, AgentQueue[]>();
  queues.forEach(({ id, name }, index) => {
    for (const { agent_id: agent, level, position } of tiers[index] ?? []) {
      found.set(agent, [...(found.get(agent) ?? []), { id, name, level, position }]);
    }
  });
  return found;
}

/** An agent's place in one queue. */
export type AgentPlace = Schemas['AgentQueueDto'];

/** The places of one agent. */
export const queuesOfAgent = (id: string) =>
  queryOptions({
    queryKey: ['agents', id, 'queues'],
    queryFn: async ({ signal }) => (await answerOf(api.GET('/v1/agents/{id}/queues', { params: { path: { id } }, signal }))).queues,
  });
