import { type Hours, isOpenAt, minutesOf } from './opening-hours';

// the 22nd of November 2026 is a Sunday
const HOURS: Hours = {
  week: { mon: [{ open: '08:00', close: '12:00' }, { open: '13:00', close: '24:00' }], sat: [{ open: '22:00', close: '06:00' }] },
  holidays: ['2026-11-30'],
};

test.each([
  ['2026-11-23T07:59:00+08:00', false],
  ['2026-11-23T08:00:00+08:00', true],
  ['2026-11-23T12:00:00+08:00', false],
  ['2026-11-23T23:59:00+08:00', true],
  // Saturday's night runs into Sunday
  ['2026-11-21T23:00:00+08:00', true],
  ['2026-11-22T05:59:00+08:00', true],
  ['2026-11-22T06:00:00+08:00', false],
  // a Monday that is a holiday
  ['2026-11-30T09:00:00+08:00', false],
])('at %s in Shanghai: %s', (instant, open) => {
  expect(isOpenAt(HOURS, 'Asia/Shanghai', Date.parse(instant))).toBe(open);
});

test.each([['08:30', 510], ['24:00', 1440], ['24:01', null], ['08:60', null], ['8:00', null]])('%s is minute %s', (time, minutes) => {
  expect(minutesOf(time)).toBe(minutes);
});
