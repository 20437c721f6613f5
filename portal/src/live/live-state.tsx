import { useStore } from '../state/store';
import { useTexts } from '../texts/define-texts';
import { StateDot } from '../ui/state-dot';
import { shell } from '../shell/texts';
import { connection } from './connection';

/** Whether what moves on the screen is from now. */
export function LiveState() {
  const t = useTexts(shell);
  const { status } = useStore(connection.state);
  if (status === 'closed') return null;
  const text = status === 'open' ? t('live_ok') : t('live_connecting');
  return (
    <span role="status">
      <StateDot colour={status === 'open' ? 'good' : 'warn'}>{text}</StateDot>
    </span>
  );
}
