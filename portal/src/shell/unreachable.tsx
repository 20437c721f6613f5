import { Button } from 'antd';
import { session } from '../session/session';
import { useTexts } from '../texts/define-texts';
import { StatusPage } from '../ui/status-page';
import { shell } from './texts';

export function Unreachable() {
  const t = useTexts(shell);
  return (
    <StatusPage
      status="warning"
      title={t('unreachable')}
      hint={t('unreachable_hint')}
      action={<Button type="primary" onClick={() => void session.start()}>{t('retry')}</Button>}
    />
  );
}
