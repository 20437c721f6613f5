import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);
dayjs.extend(timezone);

/** What a date picker shows, read in the tenant's zone: the picker itself knows this machine's alone. @returns ISO 8601 in UTC */
export function chosenTime(picked: Dayjs, zone: string | undefined): string {
  const wall = picked.format('YYYY-MM-DDTHH:mm:ss');
  return (zone ? dayjs.tz(wall, zone) : dayjs(wall)).toISOString();
}

/** The other way round: a moment as the clock of the tenant's zone shows it. */
export function shownTime(iso: string, zone: string | undefined): Dayjs {
  return dayjs((zone ? dayjs.utc(iso).tz(zone) : dayjs(iso)).format('YYYY-MM-DDTHH:mm:ss'));
}
