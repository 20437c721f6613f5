import type { Schemas } from '../api/types';
import { wallTimeOf } from '../texts/zoned-time';

export type Hours = Schemas['HoursDto'];
/** A day that is left out on the wire is closed. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export type DaySpan = Schemas['DaySpanDto'];

export const MINUTES_A_DAY = 24 * 60;
const DAY_MS = 86_400_000;

/** Minutes since midnight of `HH:MM`, up to `24:00`; null for any other text. */
export function minutesOf(time: string): number | null {
  const match = /^(\d\d):([0-5]\d)$/.exec(time);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : null;
  return minutes !== null && minutes <= MINUTES_A_DAY ? minutes : null;
}

/**
 * Whether the hours are open at an instant in a zone, as the API decides it: a holiday cancels the spans that open on
 * it; one of the evening before runs to its end.
 */
export function isOpenAt({ week, holidays = [] }: Hours, zone: string, instant: number): boolean {
  const [date = '', time = ''] = wallTimeOf(instant, zone).split('T');
  const now = minutesOf(time) ?? 0;
  const yesterday = new Date(Date.parse(`${date}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
  const opening = (day: string) => (holidays.includes(day) ? [] : spansOf(week, weekdayOf(day))).map(boundsOf);
  return (
    opening(date).some(({ open, close }) => now >= open && (now < close || close < open)) ||
    opening(yesterday).some(({ open, close }) => close < open && now < close)
  );
}

export function spansOf(week: Hours['week'], day: Weekday): DaySpan[] {
  return week[day] ?? [];
}

function boundsOf({ open, close }: DaySpan): { open: number; close: number } {
  return { open: minutesOf(open) ?? 0, close: minutesOf(close) ?? 0 };
}

function weekdayOf(date: string): Weekday {
  return WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'mon';
}
