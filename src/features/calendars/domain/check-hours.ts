import { type DaySpan, minutesOf, type Weekday, WEEKDAYS, type WeeklyHours } from '../../numbers/domain/opening-hours';

/** A broken rule and its place in the hours, as a JSON pointer. */
export interface HoursProblem {
  pointer: string;
  rule: string;
}

const MINUTES_A_DAY = 24 * 60;
const MINUTES_A_WEEK = 7 * MINUTES_A_DAY;

interface PlacedSpan {
  pointer: string;
  text: string;
  /** Minutes since Monday 00:00; the end may lie in the next week. */
  from: number;
  to: number;
}

/** What is wrong with hours whose times and dates are well-formed: the same rules as in a tenant's file. */
export function checkHours({ week, holidays }: WeeklyHours): HoursProblem[] {
  const problems = [...WEEKDAYS.flatMap((day) => emptySpans(day, week[day])), ...unreal(holidays)];
  if (problems.length > 0) return problems;
  const spans = WEEKDAYS.flatMap((day, index) => week[day].map((span, i) => placed(span, day, index, i)));
  return spans.length === 0 ? [{ pointer: '/week', rule: 'must open at some time' }] : overlaps(spans);
}

function emptySpans(day: Weekday, spans: DaySpan[]): HoursProblem[] {
  return spans.flatMap(({ open, close }, index) => {
    const pointer = `/week/${day}/${index}`;
    if (open === '24:00') return [{ pointer: `${pointer}/open`, rule: 'must be before 24:00' }];
    return open === close ? [{ pointer, rule: 'must not end when it begins; 00:00 to 24:00 is all day' }] : [];
  });
}

function unreal(holidays: string[]): HoursProblem[] {
  return holidays.flatMap((date, index) => {
    const day = new Date(`${date}T00:00:00Z`);
    const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
    return exists ? [] : [{ pointer: `/holidays/${index}`, rule: 'must be a date that exists' }];
  });
}

function placed({ open, close }: DaySpan, day: Weekday, dayIndex: number, index: number): PlacedSpan {
  const [opens, closes] = [minutesOf(open) ?? 0, minutesOf(close) ?? 0];
  const from = dayIndex * MINUTES_A_DAY + opens;
  const length = closes - opens + (closes < opens ? MINUTES_A_DAY : 0);
  return { pointer: `/week/${day}/${index}`, text: `${day} ${open}-${close}`, from, to: from + length };
}

function overlaps(spans: PlacedSpan[]): HoursProblem[] {
  const ordered = [...spans].sort((a, b) => a.from - b.from);
  const first = ordered[0]!;
  // the week is a circle: Sunday's last span may run into Monday's first
  const circle = [...ordered, { ...first, from: first.from + MINUTES_A_WEEK }];
  return ordered.flatMap((span, index) => {
    const next = circle[index + 1]!;
    return span.to > next.from ? [{ pointer: span.pointer, rule: `must not overlap ${next.text}` }] : [];
  });
}
