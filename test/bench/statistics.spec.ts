import { percentile } from '../../bench/statistics';

// nearest rank: of n values the ceil(share × n)-th
it.each([
  [[5], 0.99, 5],
  [[1, 2, 3, 4], 0.5, 2],
  [[4, 3, 2, 1], 0.5, 2],
  [[1, 2, 3, 4], 0.75, 3],
  [[1, 2, 3, 4], 0.76, 4],
  [Array.from({ length: 100 }, (_, at) => at + 1), 0.99, 99],
  [Array.from({ length: 1000 }, (_, at) => 1000 - at), 0.99, 990],
])('the percentile of %j at %d is %d', (values, share, expected) => {
  expect(percentile(values, share)).toBe(expected);
});
