import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../api/all-pages';
import { answerOf, api } from '../api/client';

export const allTenants = queryOptions({
  queryKey: ['tenants'],
  queryFn: ({ signal }) => allPages((query) => answerOf(api.GET('/v1/tenants', { params: { query }, signal }))),
});

export const oneTenant = (id: string) =>
  queryOptions({
    queryKey: ['tenants', id],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/tenants/{id}', { params: { path: { id } }, signal })),
  });

/** As YAML, with what was left out at its default left out. */
export const tenantFile = (id: string) =>
  queryOptions({
    queryKey: ['tenants', id, 'file'],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/v1/tenants/{id}/file', { params: { path: { id } }, signal }))).file,
  });
