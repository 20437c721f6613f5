import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../api/all-pages';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/types';

export const allSounds = queryOptions({
  queryKey: ['sounds'],
  queryFn: ({ signal }) => allPages((query) => answerOf(api.GET('/v1/sounds', { params: { query }, signal }))),
});

/** What numbers and queues can play: the tenant's own, and what the platform ships. */
export const playableSounds = queryOptions({
  queryKey: ['sounds', 'playable'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/v1/sounds/playable', { signal }))).sounds,
});

/** Fetches with the session's token, which an address in the page's source would not carry. @throws ProblemError */
export async function listenToTake(id: string, language: Schemas['SoundTakeDto']['language'], signal: AbortSignal): Promise<Blob> {
  const path = { id, language };
  return (await answerOf(api.GET('/v1/sounds/{id}/takes/{language}/audio', { params: { path }, parseAs: 'blob', signal }))) as unknown as Blob;
}
