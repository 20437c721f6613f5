import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';

/** What leases and calls cost now. */
export const currentTariff = queryOptions({
  queryKey: ['tariff'],
  queryFn: ({ signal }) => answerOf(api.GET('/v1/tariff', { signal })),
  staleTime: 60_000,
});
