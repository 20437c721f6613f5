import { queryOptions } from '@tanstack/react-query';
import { api, versionOf } from '../api/client';
import { enteredTenant } from './entered-tenant';

/** The colour and the logo of the tenant whose rooms are open. */
export const brandingQuery = () =>
  queryOptions({
    queryKey: ['branding', enteredTenant.get()?.id],
    queryFn: ({ signal }) => versionOf(api.GET('/v1/branding', { signal })),
    staleTime: 5 * 60_000,
  });
