/**
 * The instant at which a zone's clocks show a time.
 * @param wall `YYYY-MM-DDTHH:MM`, as a field for date and time has it
 * @param zone IANA
 * @returns ISO 8601 in UTC; where clocks are set back, the earlier of the two; null for what is no such time
 */
export function instantOf(wall: string, zone: string): string | null {
  const asUtc = WALL_TIME.test(wall) ? Date.parse(`${wall}:00Z`) : NaN;
  if (Number.isNaN(asUtc)) return null;
  // the zone's distance a day before and a day after are the only two that it can have meanwhile
  const fitting = [-DAY_MS, DAY_MS].map((step) => asUtc - offsetAt(asUtc + step, zone));
  const exact = fitting.filter((instant) => wallTimeOf(instant, zone) === wall);
  return new Date(Math.min(...(exact.length > 0 ? exact : fitting))).toISOString();
}

const WALL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
const DAY_MS = 86_400_000;

/** What the zone's clocks show at an instant: `YYYY-MM-DDTHH:MM`. */
export function wallTimeOf(instant: number, zone: string): string {
  return new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 16);
}

/** How far the zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  }).formatToParts(instant);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - Math.floor(instant / 1000) * 1000;
}
