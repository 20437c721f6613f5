import { SILENCE_BELOW, speechEnd } from './speech-end';

const BYTES_PER_SECOND = 16_000;

/** @param spans seconds of a sound so loud, one after another */
async function* audio(...spans: [seconds: number, loudness: number][]): AsyncGenerator<Buffer> {
  for (const [seconds, loudness] of spans) {
    const samples = Buffer.alloc(seconds * BYTES_PER_SECOND);
    for (let at = 0; at < samples.length; at += 2) samples.writeInt16LE((at / 2) % 2 === 0 ? loudness : -loudness, at);
    yield samples;
  }
}

it.each([
  ['nothing', [], 0],
  ['silence', [[4, 0]], 0],
  ['a quiet line', [[4, SILENCE_BELOW - 1]], 0],
  ['speech', [[2, 1000]], 2],
  ['speech, then silence', [[2, 1000], [4, 0]], 2],
  ['late speech', [[3, 0], [1, SILENCE_BELOW]], 4],
  ['the loudest there is', [[1, 32_767]], 1],
] as [string, [number, number][], number][])('of %s', async (_, spans, seconds) => {
  expect(await speechEnd(audio(...spans), BYTES_PER_SECOND)).toBe(seconds);
});
