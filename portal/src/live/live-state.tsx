import { Badge, Tooltip } from 'antd';
import { useStore } from '../state/store';
import { useTexts } from '../texts/define-texts';
import { shell } from '../shell/texts';
import { connection } from './connection';

/** Whether what moves on the screen is from now. */
export function LiveState() {
  const t = useTexts(shell);
  const { status } = useStore(connection.state);
  if (status === 'closed') return null;
  const text = status === 'open' ? t('live_ok') : t('live_connecting');
  return (
    <Tooltip title={text}>
      <span role="status">
        <Badge status={status === 'open' ? 'success' : 'warning'} text={text} />
      </span>
    </Tooltip>
  );
}
