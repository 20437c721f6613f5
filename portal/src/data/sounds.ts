import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../api/all-pages';
import { answerOf, api } from '../api/client';

export const allSounds = queryOptions({
  queryKey: ['sounds'],
  queryFn: ({ signal }) => allPages((query) => answerOf(api.GET('/v1/sounds', { params: { query }, signal }))),
});

/** What numbers and queues can play: the tenant's own, and what the platform ships. */
export const playableSounds = queryOptions({
  queryKey: ['sounds', 'playable'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/v1/sounds/playable', { signal }))).sounds,
});
