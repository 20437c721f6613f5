import { instantOf, wallTimeOf } from './zoned-time';

test.each([
  // Shanghai is 8 hours ahead all year
  ['2026-11-01T08:00', 'Asia/Shanghai', '2026-11-01T00:00:00.000Z'],
  ['2026-07-01T12:00', 'Europe/Berlin', '2026-07-01T10:00:00.000Z'],
  ['2026-12-01T12:00', 'Europe/Berlin', '2026-12-01T11:00:00.000Z'],
  // 25 October 2026, 3:00 becomes 2:00 again: 2:30 comes twice, first in summer time
  ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25T03:30', 'Europe/Berlin', '2026-10-25T02:30:00.000Z'],
  // 29 March 2026 has no 2:30
  ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T00:30:00.000Z'],
  ['2026-01-01T00:00', 'Pacific/Auckland', '2025-12-31T11:00:00.000Z'],
])('%s in %s is %s', (wall, zone, instant) => {
  expect(instantOf(wall, zone)).toBe(instant);
});

test.each(['', 'yesterday', '2026-13-01T00:00'])('%p is no time', (wall) => {
  expect(instantOf(wall, 'UTC')).toBeNull();
});

test('an instant as the clocks of a zone show it', () => {
  expect(wallTimeOf(Date.parse('2026-10-31T16:05:59.500Z'), 'Asia/Shanghai')).toBe('2026-11-01T00:05');
});
