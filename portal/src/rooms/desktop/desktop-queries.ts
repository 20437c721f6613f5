import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';

export const phoneChoice = queryOptions({
  queryKey: ['me', 'phone'],
  queryFn: ({ signal }) => answerOf(api.GET('/v1/me/phone', { signal })),
});

const EACH_MS = 60_000;

export const ownDay = queryOptions({
  queryKey: ['me', 'day'],
  queryFn: ({ signal }) => answerOf(api.GET('/v1/me/agent/day', { signal })),
  refetchInterval: EACH_MS,
});
