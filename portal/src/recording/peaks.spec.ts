import { peaksOf } from './peaks';

test.each([
  ['each part by its loudest sample, against the loudest of all', [0.1, -0.5, 0.2, 0.25], 2, [1, 0.5]],
  ['more parts than samples', [0.5], 2, [0, 1]],
  ['silence', [0, 0, 0, 0], 2, [0, 0]],
  ['noise of the line', [0.001, -0.0015], 2, [0, 0]],
  ['nothing at all', [], 2, [0, 0]],
])('%s', (_, samples, count, peaks) => {
  expect(peaksOf(Float32Array.from(samples), count)).toEqual(peaks.map((peak) => expect.closeTo(peak, 5)));
});
