/** What is taken; sox is told its name, and so opens the file as nothing else. */
export const CONTAINERS = ['wav', 'mp3', 'ogg', 'flac'] as const;
export type Container = (typeof CONTAINERS)[number];

/** `m4a` is recognised to be refused in so many words: telephones record it, and sox cannot read it. */
export type Recognised = Container | 'm4a' | null;

/**
 * Which container a file is, by its first bytes alone: names and content types are somebody's word. An Ogg file with
 * anything but Vorbis in it is none of ours.
 * @param head the first 64 bytes or more
 */
export function recogniseContainer(head: Buffer): Recognised {
  const at = (start: number, text: string) => head.toString('latin1', start, start + text.length) === text;
  if (at(0, 'RIFF') && at(8, 'WAVE')) return 'wav';
  if (at(0, 'fLaC')) return 'flac';
  if (at(0, 'OggS')) return at(28, '\x01vorbis') ? 'ogg' : null;
  if (at(4, 'ftyp')) return 'm4a';
  return at(0, 'ID3') || isMpegFrame(head) ? 'mp3' : null;
}

/** ISO/IEC 11172-3, 2.4.2.3: eleven bits of sync, layer III, a bit rate and a sampling rate that exist. */
function isMpegFrame(head: Buffer): boolean {
  const [first = 0, second = 0, third = 0] = head;
  const isSync = first === 0xff && (second & 0xe0) === 0xe0;
  const [version, layer] = [(second >> 3) & 3, (second >> 1) & 3];
  const [bitRate, sampleRate] = [third >> 4, (third >> 2) & 3];
  return isSync && version !== 1 && layer === 1 && bitRate !== 0 && bitRate !== 15 && sampleRate !== 3;
}
