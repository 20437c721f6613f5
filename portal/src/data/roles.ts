import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/types';

export type TenantRole = Schemas['UserDto']['role'];

/** From the widest on. */
export const TENANT_ROLES = ['tenant_admin', 'supervisor', 'agent', 'viewer'] as const satisfies readonly TenantRole[];

/** What each role of a tenant may do; it changes with a release alone. */
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: ({ signal }) => answerOf(api.GET('/v1/roles', { signal })),
  staleTime: Infinity,
});
