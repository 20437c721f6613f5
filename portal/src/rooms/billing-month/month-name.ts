import { useStore } from '../../state/store';
import { language } from '../../texts/language';

/** `November 2026` of `2026-11`. */
export function useMonthName(): (period: string) => string {
  const tongue = useStore(language);
  return (period) => new Intl.DateTimeFormat(tongue, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${period}-01T00:00:00Z`));
}
