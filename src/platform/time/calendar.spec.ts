import fc from 'fast-check';
import { addDays, daysInclusive, isLocalDate, isTimeZone, localDateOf, startOfDay } from './calendar';

describe('startOfDay', () => {
  test.each([
    ['Asia/Shanghai', '2026-10-01', '2026-09-30T16:00:00Z'], // UTC+8, no daylight saving
    ['Asia/Shanghai', '1901-01-01', '1900-12-31T16:00:00Z'],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00Z'], // still UTC-5: clocks go forward at 02:00
    ['America/New_York', '2026-03-09', '2026-03-09T04:00:00Z'],
    ['America/New_York', '2026-11-02', '2026-11-02T05:00:00Z'],
    ['Europe/London', '2026-03-30', '2026-03-29T23:00:00Z'],
    ['Europe/London', '2026-10-26', '2026-10-26T00:00:00Z'],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00Z'], // UTC+11, then half an hour back to UTC+10:30
    ['Australia/Lord_Howe', '2026-04-06', '2026-04-05T13:30:00Z'],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z'], // no midnight: 00:00 UTC-3 jumps to 01:00 UTC-2
    ['America/Sao_Paulo', '2018-02-18', '2018-02-18T03:00:00Z'], // Saturday's last hour twice: midnight comes once
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00Z'], // no midnight: 00:00 UTC+2 jumps to 01:00 UTC+3
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00Z'], // midnight twice (01:00 → 00:00): the first
    ['America/Toronto', '1919-03-31', '1919-03-31T04:30:00Z'], // 23:30 jumps to 00:30
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z'], // a day that never was begins where the next does
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00Z'],
    ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00Z'], // UTC+14
    ['Etc/GMT+12', '2026-01-01', '2026-01-01T12:00:00Z'], // UTC-12
  ])('in %s %s begins at %s', (zone, date, instant) => {
    expect(startOfDay(date, zone)).toEqual(new Date(instant));
  });

  test('is the first instant that shows the day, in every zone and year', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    fc.assert(fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 23_000 }), (zone, dayNumber) => {
      const date = addDays('1975-01-01', dayNumber);
      const start = startOfDay(date, zone);
      expect(localDateOf(new Date(start.getTime() - 1), zone) < date).toBe(true);
      expect(localDateOf(start, zone) >= date).toBe(true); // later only where the zone skipped the day
      expect(startOfDay(addDays(date, 1), zone) >= start).toBe(true);
    }), { numRuns: 2000 });
  });

  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '', '0000-01-01'])('refuses the day "%s"', (date) => {
    expect(() => startOfDay(date, 'Asia/Shanghai')).toThrow(`"${date}" is not a calendar day written YYYY-MM-DD`);
    expect(isLocalDate(date)).toBe(false);
  });

  test.each(['Asia/Peking', '', '+08:00', '../etc/passwd'])('refuses the zone "%s"', (zone) => {
    expect(() => startOfDay('2026-10-01', zone)).toThrow(/is not an IANA time zone such as Asia\/Shanghai/);
    expect(isTimeZone(zone)).toBe(false);
  });
});

test.each([
  ['2026-09-30T15:59:59.999Z', 'Asia/Shanghai', '2026-09-30'],
  ['2026-09-30T16:00:00Z', 'Asia/Shanghai', '2026-10-01'],
  ['2026-10-01T03:59:59Z', 'America/New_York', '2026-09-30'],
  ['1969-12-31T23:59:59.500Z', 'Etc/UTC', '1969-12-31'],
])('at %s it is in %s %s', (instant, zone, date) => {
  expect(localDateOf(new Date(instant), zone)).toBe(date);
});

test('days are counted by the calendar, not by hours', () => {
  expect(daysInclusive('2026-03-01', '2026-03-31')).toBe(31); // 743 hours in New York
  expect(daysInclusive('2028-02-01', '2028-03-01')).toBe(30); // 29 February counted
  expect(daysInclusive('2026-10-02', '2026-10-01')).toBe(0);
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
});
