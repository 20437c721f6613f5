import { type Recognised, recogniseContainer } from './container';

const bytes = (...parts: (string | number[])[]) => Buffer.concat([...parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))), Buffer.alloc(64)]);

it.each<[string, Buffer, Recognised]>([
  ['RIFF WAVE', bytes('RIFF', [0, 0, 0, 0], 'WAVEfmt '), 'wav'],
  ['another RIFF', bytes('RIFF', [0, 0, 0, 0], 'AVI LIST'), null],
  ['FLAC', bytes('fLaC'), 'flac'],
  ['Ogg with Vorbis', bytes('OggS', Array<number>(24).fill(0), '\x01vorbis'), 'ogg'],
  ['Ogg with Opus', bytes('OggS', Array<number>(24).fill(0), 'OpusHead'), null],
  ['MP3 after a tag', bytes('ID3'), 'mp3'],
  ['MPEG 1, layer III', bytes([0xff, 0xfb, 0x90, 0x00]), 'mp3'],
  ['MPEG 2.5, layer III', bytes([0xff, 0xe3, 0x18, 0xc4]), 'mp3'],
  ['layer II', bytes([0xff, 0xfd, 0x90, 0x00]), null],
  ['AAC, whose sync is alike', bytes([0xff, 0xf1, 0x50, 0x80]), null],
  ['a byte order mark', bytes([0xff, 0xfe, 0x3c, 0x00]), null],
  ['no bit rate', bytes([0xff, 0xfb, 0xf0, 0x00]), null],
  ['M4A', bytes([0, 0, 0, 0x20], 'ftypM4A '), 'm4a'],
  ['a page', bytes('<!doctype html>'), null],
  ['a playlist', bytes('#EXTM3U'), null],
  ['a command, as sox takes names for', bytes('|touch /tmp/x'), null],
  ['nothing', Buffer.alloc(0), null],
])('%s', (_what, head, container) => {
  expect(recogniseContainer(head)).toBe(container);
});
