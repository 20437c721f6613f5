import { MOST_AT_ONCE, readStockList } from './read-stock-list';

const numbersOf = (...entries: string[]) => readStockList(entries).numbers.map(({ number }) => number);

it.each([
  [['+86 21 6001 0001'], ['+862160010001']],
  [['4008001001', '95003'], ['4008001001', '95003']],
  [['+862160010008..+862160010011'], ['+862160010008', '+862160010009', '+862160010010', '+862160010011']],
  [['4008001099 .. 400-800-1100'], ['4008001099', '4008001100']],
  [['+864008001099..4008001100'], ['4008001099', '4008001100']],
  [['95003..95003'], ['95003']],
  [[], []],
])('%j is %j', (entries, numbers) => {
  expect(readStockList(entries).problems).toEqual([]);
  expect(numbersOf(...entries)).toEqual(numbers);
});

it.each([
  [['call me'], 0, /^must be an E\.164 number/],
  [['95003', ''], 1, /^must be an E\.164 number/],
  [['95003..110'], 0, /^must be an E\.164 number/],
  [['95003..95005..95007'], 0, /two ends/],
  [['4008001001..+862160010001'], 0, /or neither/],
  [['+862160010001..+86216001002'], 0, /same number of digits/],
  [['95005..95003'], 0, /must not end before it begins/],
  [['+4008000999..+4008001001'], 0, /without the \+/],
  // neither end is a service number, 4008000000 between them is
  [['+3999999999..+4010000000'], 0, /at most 30000/],
  [['95003', '95001..95004'], 1, /^is listed before: 95003$/],
  [[`+862160010000..+86216001${MOST_AT_ONCE}`], 0, /more than 1000/],
  [['+862160010000..+862160010999', '95003'], 1, /more than 1000/],
])('of %j it refuses entry %s', (entries, entry, rule) => {
  expect(readStockList(entries).problems).toEqual([{ entry, rule: expect.stringMatching(rule) }]);
});

it('takes a thousand, and tells each problem by its entry', () => {
  expect(numbersOf('+862160010000..+862160010999')).toHaveLength(MOST_AT_ONCE);
  expect(readStockList(['x', '95003', 'y', '95003']).problems.map(({ entry }) => entry)).toEqual([0, 2, 3]);
});

it('refuses a wrong number between two right ends', () => {
  expect(readStockList(['+8007999990..+8008000010']).problems).toHaveLength(1);
});
