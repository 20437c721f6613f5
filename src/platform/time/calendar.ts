/** A calendar day without a zone, `YYYY-MM-DD`: it sorts and compares as text. */
export type LocalDate = string;

const DAY_MS = 86_400_000;
const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Building a formatter costs a thousand times what using one does, so each zone's is kept. */
function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    if (!isTimeZone(zone)) throw new RangeError(`"${zone}" is not an IANA time zone such as Asia/Shanghai`);
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23',
      year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

/** True for a zone of the IANA database (a name; a bare offset such as +08:00 has no daylight-saving rules). */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** True for a day that exists in the calendar, written `YYYY-MM-DD`, from 1000-01-01 to 9999-12-31. */
export function isLocalDate(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The wall clock at an instant, as the UTC milliseconds that show the same digits. */
function wallClock(instantMs: number, zone: string): number {
  const field: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(instantMs)) field[type] = Number(value);
  const { year = NaN, month = NaN, day, hour, minute, second } = field;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** What the zone's clocks are ahead of UTC at an instant, in ms. */
function offsetAt(instantMs: number, zone: string): number {
  return wallClock(instantMs, zone) - Math.floor(instantMs / SECOND_MS) * SECOND_MS;
}

/** The day that the zone's calendar shows at an instant. */
export function localDateOf(instant: Date, zone: string): LocalDate {
  return new Date(wallClock(instant.getTime(), zone)).toISOString().slice(0, 10);
}

/**
 * The first instant of a day in a zone. Where clocks jump over midnight the day begins at the jump; where midnight
 * comes twice (Havana, clocks back from 01:00 to 00:00) it begins at the first. A day that a zone skipped whole (Apia,
 * 2011-12-30) begins, empty, where the next one does.
 * @throws RangeError for a date or zone that does not exist
 */
export function startOfDay(date: LocalDate, zone: string): Date {
  const [first] = instantsOf(date, 0, zone);
  if (first) return first;
  const midnight = utcMidnight(date);
  const offsets = offsetsAround(midnight, zone);
  return new Date(jumpBetween(midnight - Math.max(...offsets), midnight - Math.min(...offsets), zone));
}

/**
 * When the zone's clocks show a time of a day: once as a rule, twice where they are set back over it, never where they
 * jump over it. The earlier one first.
 * @param minutes since midnight
 * @throws RangeError for a date or zone that does not exist
 */
export function instantsOf(date: LocalDate, minutes: number, zone: string): Date[] {
  const wall = utcMidnight(date) + minutes * MINUTE_MS;
  const fitting = offsetsAround(wall, zone).filter((offset) => offsetAt(wall - offset, zone) === offset);
  return [...new Set(fitting)].sort((a, b) => b - a).map((offset) => new Date(wall - offset));
}

/** When the zone's clocks are set forwards or back on a day, at its very beginning too; null where they are not. */
export function clockChangeOn(date: LocalDate, zone: string): Date | null {
  const [start, end] = [startOfDay(date, zone).getTime() - SECOND_MS, startOfDay(addDays(date, 1), zone).getTime() - SECOND_MS];
  return offsetAt(start, zone) === offsetAt(end, zone) ? null : new Date(jumpBetween(start, end, zone));
}

/** The only two that a wall clock's time can have: a day before it and a day after. */
function offsetsAround(wall: number, zone: string): [number, number] {
  return [offsetAt(wall - DAY_MS, zone), offsetAt(wall + DAY_MS, zone)];
}

/** Bisects for the second at which the zone's offset changes; it differs at the two ends. */
function jumpBetween(beforeMs: number, afterMs: number, zone: string): number {
  const before = offsetAt(beforeMs, zone);
  let low = beforeMs / SECOND_MS;
  let high = afterMs / SECOND_MS;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * SECOND_MS, zone) === before) low = middle;
    else high = middle;
  }
  return high * SECOND_MS;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(utcMidnight(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days counted from the first to the last, both included; 0 or less when the last is before the first. */
export function daysInclusive(first: LocalDate, last: LocalDate): number {
  return (utcMidnight(last) - utcMidnight(first)) / DAY_MS + 1;
}

function utcMidnight(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`"${date}" is not a calendar day written YYYY-MM-DD`);
  return Date.parse(`${date}T00:00:00Z`);
}
