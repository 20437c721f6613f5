import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../api/all-pages';
import { answerOf, api, versionOf } from '../api/client';

export const allQueues = queryOptions({
  queryKey: ['queues'],
  queryFn: ({ signal }) => allPages((query) => answerOf(api.GET('/v1/queues', { params: { query }, signal }))),
});

/** Who answers a queue. */
export const tiersOf = (id: string) =>
  queryOptions({
    queryKey: ['queues', id, 'tiers'],
    queryFn: ({ signal }) => versionOf(api.GET('/v1/queues/{id}/tiers', { params: { path: { id } }, signal })),
  });
