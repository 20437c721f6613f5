import { queryOptions } from '@tanstack/react-query';
import { api, versionOf } from '../../api/client';

export const signInPolicy = queryOptions({
  queryKey: ['sign-in-policy'],
  queryFn: ({ signal }) => versionOf(api.GET('/v1/sign-in-policy', { signal })),
});
