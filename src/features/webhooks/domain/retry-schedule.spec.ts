import { hasFailedTooLong, pauseAfter } from './retry-schedule';

it.each([
  [1, 5_000],
  [2, 60_000],
  [3, 300_000],
  [7, 28_800_000],
  [8, 30_240_000],
  [9, null],
  [100, null],
])('after %i failed attempts the next comes in %j ms', (attempts, pause) => {
  expect(pauseAfter(attempts)).toBe(pause);
});

it('tries for a day', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => pauseAfter(attempts) ?? 0);
  const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3_600_000;
  expect(hours).toBeGreaterThan(23.5);
  expect(hours).toBeLessThan(24.5);
});

it.each([
  ['2026-11-04T00:00:00.000Z', true],
  ['2026-11-03T23:59:59.999Z', false],
])('has lost its patience at %s: %s', (now, lost) => {
  expect(hasFailedTooLong(new Date('2026-11-01T00:00:00.000Z'), new Date(now))).toBe(lost);
});
