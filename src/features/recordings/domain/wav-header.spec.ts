import { wavFile, wavHead } from '../../../../test/factories/wav';
import { readWavHeader } from './wav-header';

const file = wavFile(3);

it('reads how long a closed file is and leaves its head as it is', () => {
  expect(readWavHeader(file, file.length)).toEqual({ isComplete: true, durationSeconds: 3, bytesPerSecond: 16_000, head: wavHead(file.length - 44) });
});

it('finds the samples behind other chunks', () => {
  const [riff, samples] = [file.subarray(0, 36), file.subarray(36)];
  const list = Buffer.from('LIST\x03\x00\x00\x00abc\x00', 'latin1');
  const whole = Buffer.concat([riff, list, samples]);
  whole.writeUInt32LE(whole.length - 8, 4);
  const facts = readWavHeader(whole, whole.length);
  expect(facts).toMatchObject({ isComplete: true, durationSeconds: 3 });
  expect(facts?.head).toEqual(whole.subarray(0, 44 + list.length));
});

it.each([
  ['sizes of an empty file', wavHead(0)],
  ['sizes beyond the end', wavHead(1_000_000)],
])('takes a file for unfinished by its %s, and puts them right', (_what, head) => {
  const unfinished = Buffer.concat([head, file.subarray(44)]);
  const facts = readWavHeader(unfinished, unfinished.length);
  expect(facts).toEqual({ isComplete: false, durationSeconds: 3, bytesPerSecond: 16_000, head: wavHead(file.length - 44) });
});

it.each([
  ['nothing', Buffer.alloc(0)],
  ['no WAV file', Buffer.from('RIFF....AVI LIST')],
  ['a head that is not whole', file.subarray(0, 40)],
  ['a format that says nothing', Buffer.concat([file.subarray(0, 28), Buffer.alloc(4), file.subarray(32)])],
])('knows %s from a recording', (_what, beginning) => {
  expect(readWavHeader(beginning, 1000)).toBeNull();
});
