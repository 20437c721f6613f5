import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';

/** What all tenants use now; asked again as long as it is looked at. */
export const capacity = queryOptions({
  queryKey: ['capacity'],
  queryFn: ({ signal }) => answerOf(api.GET('/v1/capacity', { signal })),
  refetchInterval: 5_000,
});
