import { expandRange, follows, rangeText, stretches } from './number-range';

test.each([
  ['1001', '1003', ['1001', '1002', '1003']],
  ['1001', '1001', ['1001']],
  ['1003', '1001', { rule: 'a range must not end before it begins' }],
  ['9999', '10001', { rule: 'both ends of a range must have the same number of digits' }],
  ['100000', '130000', { rule: 'a range must hold at most 30000 numbers' }],
])('%s..%s', (first, last, numbers) => {
  expect(expandRange(first, last)).toEqual(numbers);
});

test('stretches are cut where an item does not continue the one before', () => {
  const runs = stretches(['1001', '1002', '1004', '9999', '10000'], follows);
  expect(runs.map((run) => rangeText(run[0], run.at(-1)!))).toEqual(['1001..1002', '1004', '9999', '10000']);
});
