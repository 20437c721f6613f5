import { pauseAfter } from './sending-again';

test('a notice is tried for a day, at first soon, and then given up', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7].map((attempts) => pauseAfter(attempts) ?? 0);
  expect(pauses[0]).toBe(10_000);
  expect([...pauses].sort((a, b) => a - b)).toEqual(pauses);
  // 10 s + 1 min + 5 min + 30 min + 2 h + 8 h + 13 h
  expect(pauses.reduce((sum, pause) => sum + pause, 0) / 3_600_000).toBeCloseTo(23.6, 1);
  expect(pauseAfter(8)).toBeNull();
});
