import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { type Audio, playable } from '../../recording/audio';

export type Voicemail = Schemas['VoicemailDto'];
export type State = Voicemail['state'];

export const STATES = ['new', 'taken', 'done'] as const satisfies readonly State[];

/** Callers leave more meanwhile. */
export const EACH_MS = 10_000;

/** What is looked for, as it stands in the address. */
export interface VoicemailsSearch extends Record<string, string | undefined> {
  state?: string;
  queue?: string;
}

/** For the API. */
export function voicemailsQuery({ state, queue }: VoicemailsSearch) {
  const known = STATES.find((each) => each === state);
  return { ...(known && { state: known }), ...(queue && { queue }) };
}

export const oneVoicemail = (id: string) =>
  queryOptions({
    queryKey: ['voicemails', id],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/voicemails/{id}', { params: { path: { id } }, signal })),
  });

/** @throws ProblemError */
export async function listenTo(id: string, signal: AbortSignal): Promise<Audio> {
  const blob = await answerOf(api.GET('/v1/voicemails/{id}/audio', { params: { path: { id } }, parseAs: 'blob', signal })) as unknown as Blob;
  return playable(blob);
}
