import { queryOptions } from '@tanstack/react-query';
import { api, versionOf } from '../../api/client';

export const oneQueue = (id: string) =>
  queryOptions({
    queryKey: ['queues', id],
    queryFn: ({ signal }) => versionOf(api.GET('/v1/queues/{id}', { params: { path: { id } }, signal })),
  });
