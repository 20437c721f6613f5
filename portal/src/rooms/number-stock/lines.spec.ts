import { linesOf } from './lines';

it.each([
  ['', []],
  ['  \n\t\n', []],
  ['95003', [[1, '95003']]],
  ['\n +86 21 6001 0001 \r\n\n4008001001\t\n', [[2, '+86 21 6001 0001'], [4, '4008001001']]],
])('%j', (text, lines) => {
  expect(linesOf(text).map(({ line, text: each }) => [line, each])).toEqual(lines);
});
