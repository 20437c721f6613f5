import { addDays, clockChangeOn, instantsOf } from '../../../platform/time/calendar';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * One span of wall-clock time, `HH:MM` each. `close` may be 24:00. A close before the open means that the span runs
 * over midnight and belongs to the day on which it opens.
 */
export interface DaySpan {
  open: string;
  close: string;
}

/** A week's opening hours in one time zone, and the dates (YYYY-MM-DD) on which nothing opens. */
export interface WeeklyHours {
  week: Record<Weekday, DaySpan[]>;
  holidays: string[];
}

const MINUTES_A_DAY = 24 * 60;

/** Minutes since midnight of `HH:MM`, 0..1440; null unless the text is 00:00..24:00. */
export function minutesOf(time: string): number | null {
  const match = /^(\d\d):(\d\d)$/.exec(time);
  if (!match) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minutes <= MINUTES_A_DAY ? minutes : null;
}

/**
 * Whether the calendar is open at `instant` in `zone` (IANA). The wall clock decides, so a span keeps its hours over
 * a change of clocks: a repeated hour is open twice, a skipped one never comes. A holiday cancels the spans which
 * open on it; a span of the evening before still runs to its end.
 * @throws RangeError for an unknown zone.
 */
export function isOpen(hours: WeeklyHours, zone: string, instant: Date): boolean {
  const local = wallClock(zone, instant);
  const yesterday = addDays(local.date, -1);
  return (
    spansOpeningOn(hours, local.date).some((span) => coversOnItsDay(span, local.minutes)) ||
    spansOpeningOn(hours, yesterday).some((span) => coversOnNextDay(span, local.minutes))
  );
}

/**
 * The first instant, `at` or later, at which the calendar is open; null where it never is. Hours open when a span begins,
 * or when clocks are set into one: forwards over its beginning, or back from after its end.
 * @param zone IANA
 * @throws RangeError for an unknown zone.
 */
export function nextOpening(hours: WeeklyHours, zone: string, at: Date): Date | null {
  if (isOpen(hours, zone, at)) return at;
  // each holiday takes one day of one weekday, and a change of clocks may take one more
  const weeks = hours.holidays.length + 2;
  let date = wallClock(zone, at).date;
  for (let days = 0; days <= weeks * WEEKDAYS.length; days += 1, date = addDays(date, 1)) {
    const [first] = beginningsOn(hours, zone, date).filter((each) => each >= at && isOpen(hours, zone, each));
    if (first) return first;
  }
  return null;
}

/** Every instant of a day at which the hours may begin, the earliest first. */
function beginningsOn(hours: WeeklyHours, zone: string, date: string): Date[] {
  const spans = spansOpeningOn(hours, date);
  // a span of the evening before may begin again after midnight
  if (spans.length === 0 && spansOpeningOn(hours, addDays(date, -1)).length === 0) return [];
  const change = clockChangeOn(date, zone);
  const opened = spans.flatMap((span) => instantsOf(date, bounds(span).open, zone));
  return [...opened, ...(change ? [change] : [])].sort((a, b) => a.getTime() - b.getTime());
}

function spansOpeningOn(hours: WeeklyHours, date: string): DaySpan[] {
  return hours.holidays.includes(date) ? [] : hours.week[weekdayOf(date)];
}

function coversOnItsDay(span: DaySpan, minutes: number): boolean {
  const { open, close } = bounds(span);
  return minutes >= open && (minutes < close || close < open);
}

function coversOnNextDay(span: DaySpan, minutes: number): boolean {
  const { open, close } = bounds(span);
  return close < open && minutes < close;
}

function bounds(span: DaySpan): { open: number; close: number } {
  const open = minutesOf(span.open);
  const close = minutesOf(span.close);
  if (open === null || close === null) throw new RangeError(`not a span of time: ${span.open}-${span.close}`);
  return { open, close };
}

function weekdayOf(date: string): Weekday {
  const sundayFirst = new Date(`${date}T00:00:00Z`).getUTCDay();
  return WEEKDAYS[(sundayFirst + 6) % 7]!;
}

// A formatter costs some 50 µs to build and a call needs one: keep them, there are only some hundreds of zones.
const formatters = new Map<string, Intl.DateTimeFormat>();

function wallClock(zone: string, instant: Date): { date: string; minutes: number } {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  const parts = Object.fromEntries(formatter.formatToParts(instant).map((part) => [part.type, part.value]));
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    minutes: Number(parts['hour']) * 60 + Number(parts['minute']),
  };
}
