import { answerOf, api } from '../api/client';
import { peaksOf } from './peaks';

export interface Audio {
  /** Of the page's own memory; to be given back with `URL.revokeObjectURL`. */
  url: string;
  seconds: number;
  /** 0 to 1. */
  peaks: number[];
}

const PEAKS = 600;
/** Telephones' own: at the sound card's rate an hour would take a gigabyte. */
const RATE = 8000;

/** Fetches with the session's token, which an address in the page's source would not carry. @throws ProblemError */
export async function listenTo(id: string, signal: AbortSignal): Promise<Audio> {
  const blob = await answerOf(api.GET('/v1/recordings/{id}/audio', { params: { path: { id } }, parseAs: 'blob', signal })) as unknown as Blob;
  return playable(blob);
}

/** @throws where it is no audio that the browser knows */
export async function playable(blob: Blob): Promise<Audio> {
  const decoded = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(await blob.arrayBuffer());
  return { url: URL.createObjectURL(blob), seconds: decoded.duration, peaks: peaksOf(decoded.getChannelData(0), PEAKS) };
}

/** Puts the file into the browser's downloads. @throws ProblemError */
export async function download(id: string): Promise<void> {
  const blob = await answerOf(api.GET('/v1/recordings/{id}/download', { params: { path: { id } }, parseAs: 'blob' })) as unknown as Blob;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${id}.wav`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
