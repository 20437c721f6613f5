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

export const ownHand = queryOptions({
  queryKey: ['me', 'hand'],
  queryFn: ({ signal }) => answerOf(api.GET('/v1/me/agent/hand', { signal })),
});

const CALLBACKS_EACH_MS = 30_000;

export const ownCallbacks = queryOptions({
  queryKey: ['me', 'callbacks'],
  queryFn: ({ signal }) => answerOf(api.GET('/v1/me/agent/callbacks', { signal })),
  refetchInterval: CALLBACKS_EACH_MS,
});
