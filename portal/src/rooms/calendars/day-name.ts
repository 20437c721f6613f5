import { currentLanguage } from '../../texts/language';

/** `Thu, Oct 1, 2026`. @param date `YYYY-MM-DD` */
export function dayName(date: string): string {
  const options = { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(currentLanguage(), options).format(new Date(`${date}T00:00:00Z`));
}
