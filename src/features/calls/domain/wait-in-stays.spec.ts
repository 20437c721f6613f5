import type { StayFacts } from './call-facts';
import { waitInStays } from './wait-in-stays';

const stay = (joined: number, over: Partial<StayFacts>): StayFacts => ({
  queue: 'care', joinedAt: joined * 1000, leftAt: null, outcome: null, agent: null, answeredAt: null, releasedAt: null, ...over,
});

test.each<[string, StayFacts[], number]>([
  ['none', [], 0],
  ['left unserved after 30 s', [stay(10, { leftAt: 40_000 })], 30],
  ['answered after 5 s, left after 65 s', [stay(10, { answeredAt: 15_000, leftAt: 75_000 })], 5],
  ['still in it at the end, at 100 s', [stay(10, {})], 90],
  // 30 s in the first, 12 s in the one that it overflowed into
  ['two, one after the other', [stay(10, { leftAt: 40_000 }), stay(40, { answeredAt: 52_000 })], 42],
  // the seconds begun, as the switch counts them: from 10 to 12
  ['parts of seconds', [stay(10.9, { leftAt: 12_100 })], 2],
])('%s: waits %# seconds', (_, stays, seconds) => {
  expect(waitInStays(stays, 100_000)).toBe(seconds);
});
