import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, versionOf } from '../../api/client';

export const oneSound = (id: string) =>
  queryOptions({
    queryKey: ['sounds', id],
    queryFn: ({ signal }) => versionOf(api.GET('/v1/sounds/{id}', { params: { path: { id } }, signal })),
  });

/** What plays it. */
export const usesOf = (id: string) =>
  queryOptions({
    queryKey: ['sounds', id, 'uses'],
    queryFn: async ({ signal }) => (await answerOf(api.GET('/v1/sounds/{id}/uses', { params: { path: { id } }, signal }))).uses,
  });
