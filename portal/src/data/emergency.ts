import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/types';
import { enteredTenant } from '../session/entered-tenant';

export type Emergency = Schemas['EmergencyDto'];

/** Every page of a tenant's asks; whoever switches sees it at once, and the others when they come back to the page. */
const EACH_MS = 60_000;

export const emergencyQuery = () =>
  queryOptions({
    queryKey: ['emergency', enteredTenant.get()?.id],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/emergency', { signal })),
    refetchInterval: EACH_MS,
  });
