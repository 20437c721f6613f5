import { Button, Result } from 'antd';
import { session } from '../session/session';
import { useTexts } from '../texts/define-texts';
import { shell } from './texts';

export function Unreachable() {
  const t = useTexts(shell);
  return (
    <Result
      status="warning"
      title={t('unreachable')}
      subTitle={t('unreachable_hint')}
      extra={<Button type="primary" onClick={() => void session.start()}>{t('retry')}</Button>}
    />
  );
}
