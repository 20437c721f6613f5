import { type DaySpan, type Weekday, WEEKDAYS, type WeeklyHours } from '../../numbers/domain/opening-hours';
import { checkHours } from './check-hours';

const span = (text: string): DaySpan => ({ open: text.slice(0, 5), close: text.slice(6) });

function hours(days: Partial<Record<Weekday, string[]>>, holidays: string[] = []): WeeklyHours {
  const of = (day: Weekday) => (days[day] ?? []).map(span);
  const week = Object.fromEntries(WEEKDAYS.map((day) => [day, of(day)])) as WeeklyHours['week'];
  return { week, holidays };
}

it.each<[string, WeeklyHours]>([
  ['two spans a day', hours({ mon: ['08:00-12:00', '13:00-18:00'] })],
  ['spans that meet', hours({ mon: ['08:00-12:00', '12:00-18:00'] })],
  ['all day, all week', hours(Object.fromEntries(WEEKDAYS.map((day) => [day, ['00:00-24:00']])))],
  ['a night that ends as the day begins', hours({ mon: ['22:00-06:00'], tue: ['06:00-22:00'] })],
  ["Sunday's night up to Monday's morning", hours({ sun: ['22:00-06:00'], mon: ['06:00-08:00'] })],
  ['a leap day', hours({ mon: ['08:00-12:00'] }, ['2028-02-29'])],
])('accepts %s', (_, value) => {
  expect(checkHours(value)).toEqual([]);
});

it.each<[string, WeeklyHours, string]>([
  ['a week that never opens', hours({}), '/week'],
  ['a span of no length', hours({ mon: ['08:00-08:00'] }), '/week/mon/0'],
  ['a span that opens at the end of the day', hours({ mon: ['24:00-06:00'] }), '/week/mon/0/open'],
  // 08:00-12:00 ends after 11:00
  ['spans that overlap', hours({ mon: ['11:00-13:00', '08:00-12:00'] }), '/week/mon/1'],
  // Monday 22:00-06:00 ends on Tuesday at 06:00, after 05:59
  ['a night that runs into the day', hours({ mon: ['22:00-06:00'], tue: ['05:59-22:00'] }), '/week/mon/0'],
  // Sunday 22:00-06:00 ends on Monday at 06:00: the week is a circle
  ["Sunday's night over Monday's morning", hours({ sun: ['22:00-06:00'], mon: ['05:00-08:00'] }), '/week/sun/0'],
  ['a day that does not exist', hours({ mon: ['08:00-12:00'] }, ['2026-12-25', '2026-02-29']), '/holidays/1'],
  ['a month that does not exist', hours({ mon: ['08:00-12:00'] }, ['2026-13-01']), '/holidays/0'],
])('refuses %s', (_, value, pointer) => {
  expect(checkHours(value).map((problem) => problem.pointer)).toEqual([pointer]);
});
