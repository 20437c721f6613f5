import { type DaySpan, type Hours, MINUTES_A_DAY, minutesOf, spansOf, WEEKDAYS, type Weekday } from '../../data/opening-hours';

/** Every day with its spans, also those that are closed. */
export type Week = Record<Weekday, DaySpan[]>;

export function weekOf(week: Hours['week']): Week {
  return Object.fromEntries(WEEKDAYS.map((day) => [day, spansOf(week, day)])) as Week;
}

const OFFICE: DaySpan[] = [{ open: '09:00', close: '18:00' }];
const ALL_DAY: DaySpan[] = [{ open: '00:00', close: '24:00' }];

export const PRESETS = {
  office: weekWith((day) => (day === 'sat' || day === 'sun' ? [] : OFFICE)),
  always: weekWith(() => ALL_DAY),
  nothing: weekWith(() => []),
} as const;

export function weekWith(spans: (day: Weekday) => readonly DaySpan[]): Week {
  return Object.fromEntries(WEEKDAYS.map((day) => [day, spans(day).map((span) => ({ ...span }))])) as Week;
}

/** What people type for a time: `9`, `930`, `9:30`, `09.30`, `24` … @returns `HH:MM`, or the text as it was */
export function readTime(text: string): string {
  const match = /^(\d{1,2})(?:[:.：]?([0-5]\d))?$/.exec(text.trim());
  if (!match) return text.trim();
  const time = `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}`;
  return minutesOf(time) === null ? text.trim() : time;
}

export function timeOf(minutes: number): string {
  const within = Math.min(MINUTES_A_DAY, Math.max(0, minutes));
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

/** What a new span of a day is: after the last one, or the usual hours. */
export function nextSpan(spans: readonly DaySpan[]): DaySpan {
  const last = Math.max(0, ...spans.map(({ close }) => minutesOf(close) ?? 0));
  if (spans.length === 0 || last >= MINUTES_A_DAY - 60) return { open: '09:00', close: '18:00' };
  return { open: timeOf(last + 60), close: timeOf(Math.min(MINUTES_A_DAY, last + 5 * 60)) };
}

/** The parts of a day's bar that are open, in minutes of that day; `carried` came over midnight. */
export function barOf(week: Week, day: Weekday): { from: number; to: number; carried: boolean }[] {
  const before = WEEKDAYS[(WEEKDAYS.indexOf(day) + 6) % 7] ?? 'sun';
  const bounds = (spans: DaySpan[]) => spans.flatMap(({ open, close }) => {
    const [from, to] = [minutesOf(open), minutesOf(close)];
    return from === null || to === null ? [] : [{ from, to }];
  });
  return [
    ...bounds(week[before]).filter(({ from, to }) => to < from).map(({ to }) => ({ from: 0, to, carried: true })),
    ...bounds(week[day]).map(({ from, to }) => ({ from, to: to < from ? MINUTES_A_DAY : to, carried: false })),
  ];
}

export interface SpanProblem {
  day: Weekday;
  index: number;
  rule: 'rule_time' | 'rule_start' | 'rule_empty' | 'rule_overlap';
  /** What it overlaps. */
  other?: DaySpan & { day: Weekday };
}

/** What the API would refuse, told while one types. */
export function problemsOf(week: Week): SpanProblem[] {
  const spans = WEEKDAYS.flatMap((day, dayIndex) => week[day].map((span, index) => ({ day, dayIndex, index, span })));
  const broken = spans.flatMap(({ day, index, span }): SpanProblem[] => {
    const rule = brokenRule(span);
    return rule ? [{ day, index, rule }] : [];
  });
  if (broken.length > 0) return broken;
  const placed = spans
    .map((each) => ({ ...each, ...minutesInWeek(each.span, each.dayIndex) }))
    .sort((a, b) => a.from - b.from);
  return placed.flatMap(({ day, index, to }, nth): SpanProblem[] => {
    // the week is a circle: Sunday's last span may run into Monday's first
    const next = placed[(nth + 1) % placed.length];
    const begins = next && next.from + (nth + 1 === placed.length ? 7 * MINUTES_A_DAY : 0);
    return next && begins !== undefined && to > begins ? [{ day, index, rule: 'rule_overlap', other: { day: next.day, ...next.span } }] : [];
  });
}

function brokenRule({ open, close }: DaySpan): SpanProblem['rule'] | null {
  if (minutesOf(open) === null || minutesOf(close) === null) return 'rule_time';
  if (open === '24:00') return 'rule_start';
  return open === close ? 'rule_empty' : null;
}

function minutesInWeek({ open, close }: DaySpan, dayIndex: number): { from: number; to: number } {
  const [opens, closes] = [minutesOf(open) ?? 0, minutesOf(close) ?? 0];
  const from = dayIndex * MINUTES_A_DAY + opens;
  return { from, to: from + closes - opens + (closes < opens ? MINUTES_A_DAY : 0) };
}

const MOST_AT_ONCE = 60;
const DAY_MS = 86_400_000;

/** The dates from one to another, both included; null where the second comes before, or for more than 60. @param from `YYYY-MM-DD` */
export function datesOf(from: string, to: string): string[] | null {
  const [first, last] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to || from}T00:00:00Z`)];
  const count = (last - first) / DAY_MS + 1;
  if (!(count >= 1 && count <= MOST_AT_ONCE)) return null;
  return Array.from({ length: count }, (_, index) => new Date(first + index * DAY_MS).toISOString().slice(0, 10));
}
