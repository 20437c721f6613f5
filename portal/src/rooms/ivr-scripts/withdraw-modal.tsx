import { Alert, Typography } from 'antd';
import { api, versionOf } from '../../api/client';
import { useTexts } from '../../texts/define-texts';
import { ActModal } from './act-modal';
import type { Script } from './ivr-scripts-queries';
import { useNumbersLed } from './numbers-led';
import { ivrScripts } from './texts';

interface WithdrawModalProps {
  script: Script;
  etag: string;
  open: boolean;
  onClose: () => void;
  onWithdrawn: (answer: { data: Script; etag: string }) => void;
}

export function WithdrawModal({ script, etag, open, onClose, onWithdrawn }: WithdrawModalProps) {
  const t = useTexts(ivrScripts);
  const numbers = useNumbersLed(script.name);
  const withdraw = async () => {
    onWithdrawn(await versionOf(api.POST('/v1/ivr-scripts/{id}/withdraw', { params: { path: { id: script.id }, header: { 'If-Match': etag } } })));
  };
  return (
    <ActModal
      title={t('withdraw_title', { name: script.name })}
      open={open}
      onClose={onClose}
      action={t('withdraw')}
      danger
      act={withdraw}
      done={t('withdrawn')}
    >
      <Typography.Text>{t('withdraw_what')}</Typography.Text>
      {numbers.length > 0
        ? <Alert type="warning" showIcon title={<span className="figures">{t('withdraw_numbers', { numbers: numbers.map(({ number }) => number).join(', ') })}</span>} />
        : <Typography.Text type="secondary">{t('withdraw_no_numbers')}</Typography.Text>}
    </ActModal>
  );
}
