import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';

const EACH_MS = 10_000;

/** It counts calls that are over, so it need not be asked as often as the floor moves. */
export const serviceLevelToday = queryOptions({
  queryKey: ['service-level'],
  queryFn: ({ signal }) => answerOf(api.GET('/v1/live/service-level', { signal })),
  refetchInterval: EACH_MS,
});
