import { queryOptions } from '@tanstack/react-query';
import { api, versionOf } from '../../api/client';

export const oneQueue = (id: string) =>
  queryOptions({
    queryKey: ['queues', id],
    queryFn: ({ signal }) => versionOf(api.GET('/v1/queues/{id}', { params: { path: { id } }, signal })),
  });

export const tiersOf = (id: string) =>
  queryOptions({
    queryKey: ['queues', id, 'tiers'],
    queryFn: ({ signal }) => versionOf(api.GET('/v1/queues/{id}/tiers', { params: { path: { id } }, signal })),
  });
