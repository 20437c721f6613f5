import { useTexts } from '../../texts/define-texts';
import { duration } from '../../texts/formats';
import { useNow } from '../../ui/use-now';
import { nodesTexts } from './texts';

const DAY_SECONDS = 86_400;

/** How long ago something was, going on by itself. */
export function useAgo() {
  const t = useTexts(nodesTexts);
  const now = useNow();
  const lasting = (seconds: number) =>
    seconds < DAY_SECONDS
      ? duration(seconds)
      : t('days', { days: Math.floor(seconds / DAY_SECONDS), hours: Math.floor((seconds % DAY_SECONDS) / 3600) });
  return { lasting, ago: (iso: string) => lasting((now - Date.parse(iso)) / 1000) };
}
