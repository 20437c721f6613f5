import type { Container } from './container';

/** What a file says of its own length: seconds, or that it breaks off; null where it does not say. */
export type DeclaredLength = number | 'cut' | null;

/** A writer that did not know the length put one of these, or zero, for it. */
const UNKNOWN_FROM = 0x7fff0000;

/** How long a file says that it is: what is shorter once it is decoded was cut off on its way. */
export function declaredLength(container: Container, file: Buffer): DeclaredLength {
  switch (container) {
    case 'wav':
      return wavLength(file);
    case 'flac':
      return flacLength(file);
    case 'ogg':
      return isOggWhole(file) ? null : 'cut';
    case 'mp3':
      return mp3Length(file);
  }
}

/** RIFF's chunks; compressed ones tell their bytes alike. */
function wavLength(file: Buffer): DeclaredLength {
  for (let at = 12; at + 8 <= file.length; ) {
    const size = file.readUInt32LE(at + 4);
    const there = file.length - at - 8;
    if (file.toString('latin1', at, at + 4) === 'data') return size === 0 || size >= UNKNOWN_FROM || size <= there ? null : 'cut';
    at += 8 + size + (size % 2);
  }
  return 'cut';
}

/** RFC 9639, 8.2: STREAMINFO comes first; 20 bits of sampling rate at byte 18, 36 bits of samples from the middle of byte 21. */
function flacLength(file: Buffer): DeclaredLength {
  if (file.length < 26) return 'cut';
  const rate = file.readUIntBE(18, 3) >> 4;
  const samples = (file.readUInt8(21) & 0xf) * 2 ** 32 + file.readUInt32BE(22);
  return rate === 0 || samples === 0 ? null : samples / rate;
}

/** RFC 3533, 6: the last page has the flag that says so, and all the segments of its table. */
function isOggWhole(file: Buffer): boolean {
  const last = file.lastIndexOf('OggS');
  if (last < 0 || ((file[last + 5] ?? 0) & 4) === 0) return false;
  const table = file.subarray(last + 27, last + 27 + (file[last + 26] ?? 0));
  return last + 27 + table.length + table.reduce((sum, size) => sum + size, 0) <= file.length;
}

/** ISO/IEC 11172-3 and 13818-3, layer III, by version: 3 is MPEG 1, 2 MPEG 2, 0 MPEG 2.5. */
const MP3_RATES: Record<number, readonly number[]> = { 3: [44100, 48000, 32000], 2: [22050, 24000, 16000], 0: [11025, 12000, 8000] };
const KBITS_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const KBITS_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

interface Frame {
  bytes: number;
  samples: number;
  rate: number;
}

/** What the first frame of many encoders says (Xing, or Info: the number of frames), if not that the last frame is cut. */
function mp3Length(file: Buffer): DeclaredLength {
  const start = file.toString('latin1', 0, 3) === 'ID3' ? 10 + syncSafe(file, 6) : 0;
  let at = start;
  for (let frame = frameAt(file, at); frame; frame = frameAt(file, at)) {
    at += frame.bytes;
    if (at > file.length) return 'cut';
  }
  const first = frameAt(file, start);
  return first && framesSaid(file.subarray(start, start + first.bytes), first);
}

function framesSaid(head: Buffer, { samples, rate }: Frame): number | null {
  const table = [head.indexOf('Xing'), head.indexOf('Info')].find((each) => each >= 0) ?? -1;
  const hasFrames = table >= 0 && table + 12 <= head.length && ((head[table + 7] ?? 0) & 1) === 1;
  return hasFrames ? (head.readUInt32BE(table + 8) * samples) / rate : null;
}

function frameAt(file: Buffer, at: number): Frame | null {
  const [first = 0, second = 0, third = 0] = file.subarray(at, at + 3);
  if (first !== 0xff || (second & 0xe6) !== 0xe2) return null;
  const version = (second >> 3) & 3;
  const rate = MP3_RATES[version]?.[(third >> 2) & 3];
  const kbits = (version === 3 ? KBITS_1 : KBITS_2)[third >> 4];
  if (!rate || !kbits) return null;
  const samples = version === 3 ? 1152 : 576;
  return { bytes: Math.floor((samples / 8) * ((kbits * 1000) / rate)) + ((third >> 1) & 1), samples, rate };
}

/** ID3v2, 3.1: four bytes of seven bits. */
function syncSafe(file: Buffer, at: number): number {
  return [0, 1, 2, 3].reduce((sum, index) => sum * 128 + ((file[at + index] ?? 0) & 0x7f), 0);
}
