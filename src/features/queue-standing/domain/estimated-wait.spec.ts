import { estimatedWait } from './estimated-wait';

it.each([
  [0, 3, 120, 0],
  [1, 3, 120, 40], // 120 × 1 ÷ 3
  [5, 2, 61, 153], // 61 × 5 ÷ 2 = 152.5
  [4, 2, null, 180], // 90 × 4 ÷ 2
  [0, 0, 120, Infinity],
  [7, 0, null, Infinity],
])('%i waiting, %i agents, %s s of talk: %d s', (waiting, agents, talk, expected) => {
  expect(estimatedWait(waiting, agents, talk)).toBe(expected);
});
