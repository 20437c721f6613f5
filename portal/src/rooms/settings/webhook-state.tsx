import { Typography } from 'antd';
import type { Schemas } from '../../api/types';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { moment } from '../../texts/formats';
import { StateDot } from '../../ui/state-dot';
import { settings } from './texts';

export function WebhookState({ of: { active, failing_since: since, notice } }: { of: Schemas['WebhookEndpointDto'] }) {
  const t = useTexts(settings);
  const zone = useTenant().data?.timezone;
  const colour = !active ? 'idle' : since === null ? 'good' : 'bad';
  return (
    <>
      <StateDot colour={colour}>{active ? t('active') : t('inactive')}</StateDot>
      {since !== null && <Small>{t('failing_since', { at: moment(since, zone) })}</Small>}
      {notice !== null && <Small>{notice}</Small>}
    </>
  );
}

function Small({ children }: { children: string }) {
  return <Typography.Text type="secondary" style={{ display: 'block', fontSize: 12, whiteSpace: 'normal' }}>{children}</Typography.Text>;
}
