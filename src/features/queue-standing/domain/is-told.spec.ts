import { isTold } from './is-told';

const JOINED = Date.UTC(2026, 10, 2, 9, 0, 0);

/** The seconds after joining at which a look each second tells something. */
function toldAt(every: number, until: number, offset = 0): number[] {
  const seconds = Array.from({ length: until }, (_, at) => at + 1);
  return seconds.filter((at) => isTold(JOINED, every, JOINED + (at - 1) * 1000 + offset, JOINED + at * 1000 + offset));
}

it.each([
  ['every 15 s', 15, 0, [3, 18, 33, 48]],
  ['every 30 s', 30, 0, [3, 33]],
  ['looked at between the seconds', 15, 400, [3, 18, 33, 48]],
  ['looked at just before them', 15, -1, [4, 19, 34, 49]],
])('tells first after 3 s, then %s', (_, every, offset, seconds) => {
  expect(toldAt(every, 50, offset)).toEqual(seconds);
});

it.each([
  ['nothing before the first', 0, 2999, false],
  ['the first at its very moment', 2999, 3000, true],
  ['once after a long silence', 0, 100_000, true],
  ['nothing twice', 3000, 17_999, false],
  ['nothing of a caller of tomorrow', -60_000, -30_000, false],
])('%s', (_, from, to, told) => {
  expect(isTold(JOINED, 15, JOINED + from, JOINED + to)).toBe(told);
});
