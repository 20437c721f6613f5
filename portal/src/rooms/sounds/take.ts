import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';

export type Take = Schemas['SoundTakeDto'];
export type Language = Take['language'];
export const LANGUAGES = ['zh-CN', 'en'] as const satisfies readonly Language[];

/** What a form for one language holds. */
export interface TakeValues {
  source: 'file' | 'text';
  audio?: File;
  text?: string;
}

export const LARGEST_BYTES = 20_000_000;

/** Uploads the file, or has the text spoken. @throws ProblemError at `/audio` or `/text` */
export function putTake(id: string, language: Language, etag: string, { source, audio, text = '' }: TakeValues): Promise<Schemas['SoundDto']> {
  const [path, header] = [{ id, language }, { 'If-Match': etag }];
  if (source === 'text') return answerOf(api.PUT('/v1/sounds/{id}/takes/{language}/text', { params: { path, header }, body: { text } }));
  return answerOf(
    api.PUT('/v1/sounds/{id}/takes/{language}', {
      params: { path, header, query: { file_name: shortened(audio?.name ?? '') } },
      body: audio as never,
      bodySerializer: (file: unknown) => file as never,
      // the API looks at the bytes: some systems call sounds something else
      headers: { 'Content-Type': audio?.type.startsWith('audio/') ? audio.type : 'audio/unknown' },
    }),
  );
}

const LONGEST_NAME = 200;

/** A name that says where it ends. */
function shortened(name: string): string {
  return [...name.replace(/\p{Cc}/gu, '')].slice(-LONGEST_NAME / 2).join('') || 'file';
}

/** What a text sounds like before it is saved. @throws ProblemError */
export async function listenToText(language: Language, text: string, signal: AbortSignal): Promise<Blob> {
  return (await answerOf(api.POST('/v1/sounds/spoken', { body: { language, text }, parseAs: 'blob', signal }))) as unknown as Blob;
}
