import { isOpen, minutesOf, nextOpening, type WeeklyHours } from './opening-hours';

const closed: WeeklyHours['week'] = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const day = { open: '08:00', close: '20:00' };
const night = { open: '22:00', close: '06:00' };
const allDay = { open: '00:00', close: '24:00' };

describe('isOpen', () => {
  // 2026-11-16 is a Monday. Shanghai is UTC+8 all year: 08:00 there is 00:00Z.
  const service: WeeklyHours = {
    week: { ...closed, mon: [day], tue: [{ open: '09:00', close: '12:00' }, { open: '13:30', close: '18:00' }] },
    holidays: ['2026-11-23'],
  };
  test.each([
    ['2026-11-15T23:59:59Z', false, '07:59:59, a second before the opening'],
    ['2026-11-16T00:00:00Z', true, '08:00, the opening minute counts'],
    ['2026-11-16T11:59:59Z', true, '19:59:59, the last second'],
    ['2026-11-16T12:00:00Z', false, '20:00, the closing minute does not count'],
    ['2026-11-17T02:00:00Z', true, 'Tuesday 10:00, first span'],
    ['2026-11-17T05:00:00Z', false, 'Tuesday 13:00, between the spans'],
    ['2026-11-17T05:30:00Z', true, 'Tuesday 13:30, second span'],
    ['2026-11-18T02:00:00Z', false, 'Wednesday has no spans'],
    ['2026-11-23T02:00:00Z', false, 'a Monday, but a holiday'],
  ])('service hours in Shanghai at %s: %s (%s)', (instant, open) => {
    expect(isOpen(service, 'Asia/Shanghai', new Date(instant))).toBe(open);
  });

  const overnight: WeeklyHours = { week: { ...closed, fri: [night], sun: [night] }, holidays: ['2026-11-21'] };
  test.each([
    ['2026-11-20T13:59:00Z', false, 'Friday 21:59'],
    ['2026-11-20T14:00:00Z', true, 'Friday 22:00'],
    ['2026-11-20T21:59:00Z', true, 'Saturday 05:59: Friday opened it, although Saturday is a holiday'],
    ['2026-11-20T22:00:00Z', false, 'Saturday 06:00'],
    ['2026-11-21T14:30:00Z', false, 'Saturday 22:30 has no span'],
    ['2026-11-22T20:00:00Z', true, 'Monday 04:00: Sunday opened it, over the end of the week'],
    ['2026-11-19T20:00:00Z', false, 'Friday 04:00: Thursday did not open'],
  ])('overnight in Shanghai at %s: %s (%s)', (instant, open) => {
    expect(isOpen(overnight, 'Asia/Shanghai', new Date(instant))).toBe(open);
  });

  test('all day is open at midnight and a minute before it', () => {
    const always: WeeklyHours = { week: { ...closed, mon: [allDay], tue: [allDay] }, holidays: [] };
    expect(isOpen(always, 'UTC', new Date('2026-11-16T23:59:00Z'))).toBe(true);
    expect(isOpen(always, 'UTC', new Date('2026-11-17T00:00:00Z'))).toBe(true);
    expect(isOpen(always, 'UTC', new Date('2026-11-18T00:00:00Z'))).toBe(false);
  });

  // Berlin leaves summer time on Sunday 2026-10-25: 03:00 CEST (01:00Z) becomes 02:00 CET again.
  const early: WeeklyHours = { week: { ...closed, sun: [{ open: '02:00', close: '03:00' }] }, holidays: [] };
  test.each([
    ['2026-10-24T23:59:00Z', false, '01:59 CEST'],
    ['2026-10-25T00:30:00Z', true, '02:30 CEST, the first time'],
    ['2026-10-25T01:30:00Z', true, '02:30 CET, the second time'],
    ['2026-10-25T02:00:00Z', false, '03:00 CET'],
    ['2026-03-29T00:59:00Z', false, '01:59 CET, the minute before the skipped hour'],
    ['2026-03-29T01:00:00Z', false, '03:00 CEST, the minute after it'],
  ])('the hour of the change in Berlin at %s: %s (%s)', (instant, open) => {
    expect(isOpen(early, 'Europe/Berlin', new Date(instant))).toBe(open);
  });

  test('wall-clock hours stay the same in summer and winter', () => {
    const office: WeeklyHours = { week: { ...closed, mon: [day] }, holidays: [] };
    expect(isOpen(office, 'Europe/Berlin', new Date('2026-07-06T06:00:00Z'))).toBe(true); // 08:00 CEST
    expect(isOpen(office, 'Europe/Berlin', new Date('2026-12-07T06:00:00Z'))).toBe(false); // 07:00 CET
    expect(isOpen(office, 'Europe/Berlin', new Date('2026-12-07T07:00:00Z'))).toBe(true); // 08:00 CET
  });

  test('a night span ends at its wall-clock time after a change of clocks', () => {
    const saturdays: WeeklyHours = { week: { ...closed, sat: [night] }, holidays: [] };
    expect(isOpen(saturdays, 'Europe/Berlin', new Date('2026-10-25T04:59:00Z'))).toBe(true); // 05:59 CET, 9 h on
    expect(isOpen(saturdays, 'Europe/Berlin', new Date('2026-10-25T05:00:00Z'))).toBe(false); // 06:00 CET
  });

  test('an unknown zone is an error, not closed', () => {
    expect(() => isOpen(service, 'Asia/Atlantis', new Date())).toThrow(RangeError);
  });
});

describe('nextOpening', () => {
  // 2026-11-16 is a Monday
  const service: WeeklyHours = {
    week: { ...closed, mon: [day], tue: [{ open: '09:00', close: '12:00' }, { open: '13:30', close: '18:00' }] },
    holidays: ['2026-11-23', '2026-11-24'],
  };
  test.each([
    ['2026-11-15T00:00:00Z', '2026-11-16T00:00:00Z', 'Sunday: Monday 08:00'],
    ['2026-11-16T02:34:56Z', '2026-11-16T02:34:56Z', 'Monday 10:34:56: it is open'],
    ['2026-11-16T12:00:00Z', '2026-11-17T01:00:00Z', 'Monday 20:00, just closed: Tuesday 09:00'],
    ['2026-11-17T04:00:00Z', '2026-11-17T05:30:00Z', 'Tuesday 12:00: the second span, 13:30'],
    ['2026-11-17T10:00:00Z', '2026-11-30T00:00:00Z', 'Tuesday 18:00: both days of the next week are holidays, Monday after it'],
  ])('in Shanghai at %s is %s (%s)', (at, opens) => {
    expect(nextOpening(service, 'Asia/Shanghai', new Date(at))).toEqual(new Date(opens));
  });

  // Berlin: 2026-03-29 02:00 CET is 03:00 CEST (01:00Z); 2026-10-25 03:00 CEST is 02:00 CET (01:00Z)
  const sundays = (open: string, close: string): WeeklyHours => ({ week: { ...closed, sun: [{ open, close }] }, holidays: [] });
  test.each([
    ['09:00', '17:00', '2026-03-22T17:00:00Z', '2026-03-29T07:00:00Z', 'an hour earlier in UTC than the week before'],
    ['02:30', '05:00', '2026-03-28T12:00:00Z', '2026-03-29T01:00:00Z', '02:30 is skipped: 03:00 CEST, into the span'],
    ['02:00', '03:00', '2026-03-28T12:00:00Z', '2026-04-05T00:00:00Z', 'skipped whole: a week later, 02:00 CEST'],
    ['02:00', '03:00', '2026-10-24T12:00:00Z', '2026-10-25T00:00:00Z', 'comes twice: the first time'],
    ['02:00', '02:30', '2026-10-25T00:30:00Z', '2026-10-25T01:00:00Z', '02:30 CEST, just closed: 02:00 CET opens it again'],
    ['01:30', '02:30', '2026-10-25T00:45:00Z', '2026-10-25T01:00:00Z', '02:45 CEST: the clocks go back into it'],
  ])('of Sundays %s to %s in Berlin at %s is %s (%s)', (open, close, at, opens) => {
    expect(nextOpening(sundays(open, close), 'Europe/Berlin', new Date(at))).toEqual(new Date(opens));
  });

  test('a night that is over is opened again by clocks that go back into it', () => {
    const saturdays: WeeklyHours = { week: { ...closed, sat: [{ open: '22:00', close: '02:30' }] }, holidays: [] };
    expect(nextOpening(saturdays, 'Europe/Berlin', new Date('2026-10-25T00:45:00Z'))).toEqual(new Date('2026-10-25T01:00:00Z'));
  });

  test('clocks that skip midnight open what would have begun in the skipped hour', () => {
    // Cairo: 2026-04-24 (a Friday) begins at 01:00 UTC+3, 22:00Z the day before
    const fridays: WeeklyHours = { week: { ...closed, fri: [{ open: '00:30', close: '06:00' }] }, holidays: [] };
    expect(nextOpening(fridays, 'Africa/Cairo', new Date('2026-04-23T12:00:00Z'))).toEqual(new Date('2026-04-23T22:00:00Z'));
  });

  test('is never for hours without a span, and far off for one that holidays close for months', () => {
    expect(nextOpening({ week: closed, holidays: ['2026-11-16'] }, 'UTC', new Date('2026-11-16T00:00:00Z'))).toBeNull();
    // 20 Mondays from 2026-11-16 on: the next one is 140 days later
    const mondays = Array.from({ length: 20 }, (_, week) => new Date(Date.UTC(2026, 10, 16 + 7 * week)).toISOString().slice(0, 10));
    const hours: WeeklyHours = { week: { ...closed, mon: [day] }, holidays: mondays };
    expect(nextOpening(hours, 'UTC', new Date('2026-11-16T09:00:00Z'))).toEqual(new Date('2027-04-05T08:00:00Z'));
  });
});

describe('minutesOf', () => {
  test.each([
    ['00:00', 0],
    ['08:30', 510],
    ['24:00', 1440],
    ['24:01', null],
    ['23:60', null],
    ['8:30', null],
    ['', null],
  ])('%j is %s', (text, minutes) => {
    expect(minutesOf(text)).toBe(minutes);
  });
});
