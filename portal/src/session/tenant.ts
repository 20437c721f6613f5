import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import { enteredTenant } from './entered-tenant';

/** The tenant whose rooms are open: its name, zone, currency and limits. */
export function useTenant() {
  return useQuery({
    queryKey: ['tenant', enteredTenant.get()?.id],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/tenant', { signal })),
    staleTime: 60_000,
  });
}
