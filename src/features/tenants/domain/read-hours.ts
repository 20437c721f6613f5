import { minutesOf, WEEKDAYS, type DaySpan, type Weekday } from '../../numbers/domain/opening-hours';
import type { TimeBand } from '../../tariffs/domain/time-bands';
import { isDate } from './calendar-date';
import type { HoursSpec } from './tenant-spec';
import { ANY_TEXT, NAME } from './text-rules';
import type { Located, YamlCursor } from './yaml-cursor';

const DAY_KEY = /^(mon|tue|wed|thu|fri|sat|sun)(?:-(mon|tue|wed|thu|fri|sat|sun))?$/;
const SPAN_RULE = 'must be a span such as "08:00-20:00"; "22:00-06:00" runs over midnight, "00:00-24:00" all day';
const MINUTES_A_DAY = 24 * 60;
const MINUTES_A_WEEK = 7 * MINUTES_A_DAY;

/** The named calendars of a tenant, spans in order of their opening. */
export function readHours(section: YamlCursor): Located<HoursSpec>[] {
  if (!section.present) return [];
  return section.entries('calendars by name').flatMap(({ key, at }) => {
    if (!NAME.pattern.test(key)) at.refuse(`the name of a calendar ${NAME.rule}`, key);
    return [{ value: readCalendar(key, at), at }];
  });
}

function readCalendar(name: string, calendar: YamlCursor): HoursSpec {
  const hours: HoursSpec = { name, week: emptyWeek(), holidays: [] };
  const before = calendar.context.problems.length;
  for (const { key, at } of calendar.entries('days and holidays, e.g. mon-fri: "08:00-20:00"')) {
    if (key === 'holidays') hours.holidays = readHolidays(at);
    else readDays(key, at, hours.week, 'holidays');
  }
  if (calendar.context.problems.length === before) checkWeek(hours.week, calendar);
  return hours;
}

/** The parts of the week in which a tariff has prices of their own. */
export function readTimeBands(section: YamlCursor): Located<TimeBand>[] {
  if (!section.present) return [];
  return section.entries('bands by name').flatMap(({ key, at }) => {
    if (!NAME.pattern.test(key)) at.refuse(`the name of a band ${NAME.rule}`, key);
    return [{ value: readBand(key, at), at }];
  });
}

function readBand(name: string, band: YamlCursor): TimeBand {
  const week = emptyWeek();
  let holidays = false;
  for (const { key, at } of band.entries('days and on_holidays, e.g. mon-sun: "22:00-07:00"')) {
    if (key === 'on_holidays') holidays = at.flag();
    else readDays(key, at, week, 'on_holidays');
  }
  // its spans may overlap, as Friday night and a whole Saturday do: it holds in either
  if (!holidays && Object.values(week).every((spans) => spans.length === 0)) band.refuse('this band never holds');
  return { name, week, holidays };
}

export function emptyWeek(): Record<Weekday, DaySpan[]> {
  return { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
}

function readDays(key: string, at: YamlCursor, week: Record<Weekday, DaySpan[]>, other: string): void {
  const match = DAY_KEY.exec(key);
  if (!match) {
    at.refuse(`must be a day (mon … sun), days such as mon-fri, or ${other}`, key);
    return;
  }
  const spans = (at.isList ? at.items('a list of spans') : [at]).flatMap(readSpan);
  for (const day of daysFrom(match[1] as Weekday, (match[2] ?? match[1]) as Weekday)) {
    if (week[day].length > 0) at.refuse(`${day} is already given above: write all of its spans in one list`);
    week[day] = sorted(spans);
  }
}

/** From the first to the last day, over the weekend if need be: sat-mon is three days. */
function daysFrom(first: Weekday, last: Weekday): Weekday[] {
  const start = WEEKDAYS.indexOf(first);
  const count = ((WEEKDAYS.indexOf(last) - start + 7) % 7) + 1;
  return Array.from({ length: count }, (_, i) => WEEKDAYS[(start + i) % 7]!);
}

function readSpan(cursor: YamlCursor): DaySpan[] {
  const before = cursor.context.problems.length;
  const text = cursor.text(ANY_TEXT);
  if (cursor.context.problems.length > before) return [];
  const [open = '', close = '', ...rest] = text.split('-');
  const from = minutesOf(open);
  const to = minutesOf(close);
  if (rest.length > 0 || from === null || to === null || from === to || from === MINUTES_A_DAY) {
    cursor.refuse(SPAN_RULE, text);
    return [];
  }
  return [{ open, close: to === 0 ? '24:00' : close }];
}

export function readHolidays(list: YamlCursor): string[] {
  const dates = list.items('a list of dates').map((at) => {
    const date = at.text(ANY_TEXT);
    if (date !== '' && !isDate(date)) at.refuse('must be a date that exists, YYYY-MM-DD', date);
    return { date, at };
  });
  for (const [index, { date, at }] of dates.entries()) {
    if (dates.findIndex((other) => other.date === date) < index) at.refuse('stands here a second time', date);
  }
  return dates.map(({ date }) => date).sort();
}

function checkWeek(week: Record<Weekday, DaySpan[]>, calendar: YamlCursor): void {
  const spans = WEEKDAYS.flatMap((day, index) =>
    week[day].map((span) => ({ day, ...span, ...minutesInWeek(span, index) })),
  ).sort((a, b) => a.from - b.from);
  if (spans.length === 0) calendar.refuse('this calendar never opens');
  for (const [index, span] of spans.entries()) {
    // The week is a circle: Sunday's last span may run into Monday's first.
    const next = spans[index + 1] ?? { ...spans[0]!, from: spans[0]!.from + MINUTES_A_WEEK };
    if (span.to > next.from) {
      calendar.refuse(`${span.day} ${span.open}-${span.close} overlaps ${next.day} ${next.open}-${next.close}`);
    }
  }
}

function minutesInWeek(span: DaySpan, dayIndex: number): { from: number; to: number } {
  const open = minutesOf(span.open) ?? 0;
  const close = minutesOf(span.close) ?? 0;
  const from = dayIndex * MINUTES_A_DAY + open;
  return { from, to: from + (close < open ? close + MINUTES_A_DAY : close) - open };
}

function sorted(spans: DaySpan[]): DaySpan[] {
  return [...spans].sort((a, b) => a.open.localeCompare(b.open));
}
