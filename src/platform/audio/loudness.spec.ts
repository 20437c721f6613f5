import { gainFor, quantise } from './loudness';

/** A square wave is as loud as it is high: 0.1 is -20 dB. */
const square = (seconds: number, height: number) => Float32Array.from({ length: seconds * 8000 }, (_, at) => (at % 16 < 8 ? height : -height));
const joined = (...parts: Float32Array[]) => Float32Array.from(parts.flatMap((part) => [...part]));

it.each<[string, Float32Array, number]>([
  // -26 - -20
  ['loud: made quieter', square(1, 0.1), -6],
  // -26 - -40
  ['quiet: made louder', square(1, 0.01), 14],
  // -26 - -60 would be 34
  ['very quiet: not by more than 20 dB, or its hiss is heard', square(1, 0.001), 20],
  // the mean of all is -26 dB, of the half where somebody speaks -23: -26 - -20
  ['half of it a pause: by the level of the other half', joined(square(1, 0.1), square(1, 0)), -6],
  // -26 - -50.0 = 24, at most 20; the click at 0.5 is -6.02 dB and may rise to -1
  ['a click: no further than the click may', joined(square(10, 0.003), Float32Array.of(0.5)), 5.02],
  ['silence: left alone', square(1, 0), 0],
  ['nothing: left alone', new Float32Array(0), 0],
])('%s', (_what, samples, gain) => {
  expect(gainFor(samples)).toBeCloseTo(gain, 1);
});

it('rounds to 16 bits, and never over the edge', () => {
  const pcm = quantise(Float32Array.of(0, 0.5, -0.5, 1, -1.2), 0);
  // 0.5 * 32767 = 16383.5
  expect([0, 2, 4, 6, 8].map((at) => pcm.readInt16LE(at))).toEqual([0, 16384, -16383, 32767, -32768]);
  // 6.0206 dB doubles
  expect(quantise(Float32Array.of(0.25), 6.0206).readInt16LE(0)).toBe(16384);
});
