import { queryOptions } from '@tanstack/react-query';
import { api, versionOf } from '../../api/client';

export const oneNumber = (id: string) =>
  queryOptions({
    queryKey: ['numbers', id],
    queryFn: ({ signal }) => versionOf(api.GET('/v1/numbers/{id}', { params: { path: { id } }, signal })),
  });
