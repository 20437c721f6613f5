import { Alert, Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import type { Emergency } from '../data/emergency';
import { useMay } from '../session/use-may';
import { useTenant } from '../session/tenant';
import { defineTexts, useTexts } from '../texts/define-texts';
import { moment } from '../texts/formats';

const texts = defineTexts(
  'emergency-alert',
  {
    title: 'Emergency: every number answers with a message and hangs up.',
    reason: '{{reason}} (since {{at}}, by {{name}})',
    to_numbers: 'To the numbers',
  },
  {
    title: '紧急切换中：所有号码仅播放提示音后挂断。',
    reason: '{{reason}}（{{at}} 由 {{name}} 启用）',
    to_numbers: '前往号码',
  },
);

export function EmergencyAlert({ emergency: { reason, since, started_by: name } }: { emergency: Emergency }) {
  const t = useTexts(texts);
  const zone = useTenant().data?.timezone;
  const navigate = useNavigate();
  const maySee = useMay('numbers:read');
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      style={{ marginBottom: 16 }}
      title={<b>{t('title')}</b>}
      description={<span style={{ overflowWrap: 'anywhere' }}>{t('reason', { reason, at: since && moment(since, zone), name })}</span>}
      action={maySee && <Button danger size="small" onClick={() => void navigate({ to: '/numbers' as string })}>{t('to_numbers')}</Button>}
    />
  );
}
