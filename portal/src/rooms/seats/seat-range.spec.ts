import { extensionsOf, listed, planSeats } from './seat-range';

test.each([
  ['1001', '', ['1001']],
  ['1001', '1003', ['1001', '1002', '1003']],
  ['1003', '1001', null],
  ['999', '1001', null],
  ['0100', '0101', null],
  ['9999', '10001', null],
  // 2,001 of them
  ['1000', '3000', null],
  ['', '', null],
])('%s to %s', (first, last, extensions) => {
  expect(extensionsOf(first, last)).toEqual(extensions);
});

test('what is there already stays, what is a number is left out, and the contract has its limit', () => {
  expect(planSeats(['1001', '1002', '1003', '1004'], ['1001', '2001'], ['1003'], 3)).toEqual({
    make: ['1002', '1004'], skip: ['1001'], clash: ['1003'], room: 1,
  });
});

test.each([
  [['1001', '1002', '1003', '1007'], '1001–1003, 1007'],
  [['1001'], '1001'],
  [[], ''],
])('%j is told as %s', (extensions, text) => {
  expect(listed(extensions)).toBe(text);
});
