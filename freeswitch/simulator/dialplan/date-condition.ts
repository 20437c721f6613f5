import type { XmlElement } from '../xml/xml-element';

/** Calendar parts of a moment where the caller's line is, in FreeSWITCH's counting: months and weekdays from 1. */
interface Moment {
  readonly year: number;
  readonly mon: number;
  readonly mday: number;
  /** 1 is Sunday. */
  readonly wday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const PARTS = ['year', 'mon', 'mday', 'wday', 'hour', 'minute'] as const;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/**
 * switch_xml_std_datetime_check for the attributes that dialplans use: year, mon, mday, wday, hour, minute (numbers,
 * ranges `2-6`, lists `1,7`), time-of-day (`09:00-18:00`) and date-time (`2026-01-01 00:00~2026-01-02 00:00`).
 * @returns undefined when the element has no such attribute, else whether the moment fits all of them
 */
export function dateHolds(element: XmlElement, epochMs: number, timeZone: string | undefined): boolean | undefined {
  const checks: boolean[] = [];
  const moment = momentIn(epochMs, timeZone);
  for (const part of PARTS) {
    const range = element.attribute(part);
    if (range !== undefined) checks.push(inRanges(moment[part], range));
  }
  const times = element.attribute('time-of-day');
  if (times !== undefined) checks.push(times.split(',').some((range) => inTimes(moment, range)));
  const dates = element.attribute('date-time');
  if (dates !== undefined) checks.push(dates.split(',').some((range) => inDates(moment, range)));
  return checks.length === 0 ? undefined : checks.every((held) => held);
}

function momentIn(epochMs: number, timeZone: string | undefined): Moment {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', weekday: 'short',
    hour: 'numeric', minute: 'numeric', second: 'numeric',
  });
  const parts = Object.fromEntries(format.formatToParts(epochMs).map(({ type, value }) => [type, value]));
  const number = (name: string): number => Number(parts[name]);
  return {
    year: number('year'), mon: number('month'), mday: number('day'), hour: number('hour'), minute: number('minute'),
    second: number('second'), wday: WEEKDAYS.indexOf((parts['weekday'] ?? '').toLowerCase()) + 1,
  };
}

function inRanges(value: number, ranges: string): boolean {
  return ranges.split(',').some((range) => {
    const [from = 0, to = from] = range.split('-').map(toNumber);
    return from <= to ? value >= from && value <= to : value >= from || value <= to;
  });
}

function toNumber(text: string): number {
  const weekday = WEEKDAYS.indexOf(text.trim().toLowerCase());
  return weekday < 0 ? Number(text) : weekday + 1;
}

/** Seconds since midnight; the end of a range counts up to its last second. */
function inTimes({ hour, minute, second }: Moment, range: string): boolean {
  const [from = 0, to = 0] = range.split('-').map(clockSeconds);
  const now = hour * 3600 + minute * 60 + second;
  return from <= to ? now >= from && now <= to : now >= from || now <= to;
}

function clockSeconds(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.trim().split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

function inDates(moment: Moment, range: string): boolean {
  const pad = (value: number): string => String(value).padStart(2, '0');
  const now = `${moment.year}-${pad(moment.mon)}-${pad(moment.mday)} `
    + `${pad(moment.hour)}:${pad(moment.minute)}:${pad(moment.second)}`;
  const [from = '', to = ''] = range.split('~').map((text) => text.trim());
  return now >= from && now <= to;
}
