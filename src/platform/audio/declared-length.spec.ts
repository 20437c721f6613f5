import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DeclaredLength, declaredLength } from './declared-length';
import { telephoneDurationMs, telephoneWav } from './telephone-wav';

const wav = telephoneWav(Buffer.alloc(16_000));
const mp3 = readFileSync(join(__dirname, '../../../test/fixtures/sounds/tone.mp3'));

/** With another size in the head of its samples. */
function saying(size: number): Buffer {
  const copy = Buffer.from(wav);
  copy.writeUInt32LE(size, 40);
  return copy;
}

/** STREAMINFO: 44,100 a second, 88,200 samples, 16 bits, mono. */
function flac(samples: number): Buffer {
  const file = Buffer.alloc(64);
  file.write('fLaC');
  file.writeUIntBE((44_100 << 4) | 0, 18, 3);
  file.writeUInt8(0xf0, 21);
  file.writeUInt32BE(samples, 22);
  return file;
}

function ogg(flags: number, body: number, there: number): Buffer {
  return Buffer.concat([Buffer.from('OggS\0'), Buffer.from([flags]), Buffer.alloc(20), Buffer.from([1, body]), Buffer.alloc(there)]);
}

/** MPEG 1, layer III, 128 kbit/s at 44,100: frames of 417 bytes and 1,152 samples; the first tells how many. */
function mp3Of(said: number, frames: number): Buffer {
  const frame = () => Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)]);
  const first = frame();
  first.write('Info', 36, 'latin1');
  first.writeUInt32BE(1, 40);
  first.writeUInt32BE(said, 44);
  return Buffer.concat([first, ...Array.from({ length: frames }, frame)]);
}

it.each<[string, Parameters<typeof declaredLength>[0], Buffer, DeclaredLength]>([
  ['a whole WAV', 'wav', wav, null],
  ['a WAV that lacks a byte', 'wav', wav.subarray(0, -1), 'cut'],
  ['a WAV whose writer did not know', 'wav', saying(0xffffffff), null],
  ['a WAV head alone', 'wav', wav.subarray(0, 30), 'cut'],
  // 88,200 / 44,100
  ['a FLAC', 'flac', flac(88_200), 2],
  ['a FLAC whose writer did not know', 'flac', flac(0), null],
  ['a FLAC head alone', 'flac', flac(1).subarray(0, 20), 'cut'],
  ['an Ogg whose last page says so', 'ogg', ogg(4, 10, 10), null],
  ['an Ogg whose last page does not', 'ogg', ogg(0, 10, 10), 'cut'],
  ['an Ogg whose last page is cut', 'ogg', ogg(4, 10, 9), 'cut'],
  ['an MP3 that says nothing', 'mp3', mp3, null],
  ['an MP3 cut in a frame', 'mp3', mp3.subarray(0, 1000), 'cut'],
  // 10 * 1152 / 44100
  ['an MP3 that counts its frames', 'mp3', mp3Of(10, 10), 0.2612],
  ['an MP3 that has a tag before them', 'mp3', Buffer.concat([Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 1, 0]), Buffer.alloc(128), mp3Of(10, 2)]), 0.2612],
])('%s', (_what, container, file, length) => {
  const declared = declaredLength(container, file);
  expect(typeof declared === 'number' ? Number(declared.toFixed(4)) : declared).toBe(length);
});

it('knows how long a file of ours lasts', () => {
  expect(telephoneDurationMs(wav.length)).toBe(1000);
});
