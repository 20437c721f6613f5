import fc from 'fast-check';
import { concurrentSeats, namedSeats, type Stay, workedSeconds } from './seat-measures';

const MINUTE = 60_000;
/** Who is there from which minute until which. */
const stay = (who: string, from: number, until: number): Stay => ({ who, from: from * MINUTE, until: until * MINUTE });
const crowd = (count: number, from: number, until: number, name = 'agent') => Array.from({ length: count }, (_, at) => stay(`${name} ${at}`, from, until));
const DAY = 1440;

test.each<[string, Stay[], number]>([
  ['nobody', [], 0],
  ['80 all day', crowd(80, 0, DAY), 80],
  ['138 for half an hour', [...crowd(80, 0, DAY), ...crowd(58, 600, 630, 'more')], 138],
  ['138 for a minute less: the peak does not count', [...crowd(80, 0, DAY), ...crowd(58, 600, 629, 'more')], 80],
  ['a peak upon a peak', [...crowd(80, 0, DAY), ...crowd(10, 600, 660, 'more'), ...crowd(5, 620, 649, 'most')], 90],
  ['20 min of each of two others are no peak of 30 min of either, but of one', [stay('a', 0, 20), stay('b', 20, 40)], 1],
  ['one who leaves for a minute begins anew', [stay('a', 0, 29), stay('a', 30, 59)], 0],
  ['who signs in twice is one', [stay('a', 0, 60), stay('a', 10, 50)], 1],
  ['what lies outside of the span is cut off', [stay('a', -100, 29)], 0],
])('%s', (_what, stays, seats) => {
  expect(concurrentSeats(stays, 0, DAY * MINUTE)).toBe(seats);
});

test('named seats are all who signed in once; hours are theirs together', () => {
  const stays = [stay('a', -10, 20), stay('b', 30, 90), stay('b', 60, 100), stay('c', DAY, DAY + 5)];
  expect(namedSeats(stays, 0, DAY * MINUTE)).toBe(2);
  expect(workedSeconds(stays, 0, DAY * MINUTE)).toBe((20 + 70) * 60);
});

test('concurrent seats are what a look at each minute finds, and no more than named ones', () => {
  const stays = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 90 })).map(([who, from, minutes]) => stay(String(who), from, from + minutes)),
    { maxLength: 25 },
  );
  fc.assert(fc.property(stays, (all) => {
    const there = Array.from({ length: 300 }, (_, minute) => new Set(all.filter(({ from, until }) => from <= minute * MINUTE && minute * MINUTE < until).map(({ who }) => who)).size);
    const lasting = there.slice(0, 271).map((_, minute) => Math.min(...there.slice(minute, minute + 30)));
    expect(concurrentSeats(all, 0, 300 * MINUTE)).toBe(Math.max(...lasting));
    expect(Math.max(...lasting)).toBeLessThanOrEqual(namedSeats(all, 0, 300 * MINUTE));
    expect(workedSeconds(all, 0, 300 * MINUTE)).toBe(there.reduce((sum, count) => sum + count * 60, 0));
  }));
});
