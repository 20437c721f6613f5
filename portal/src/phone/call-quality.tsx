import { Typography } from 'antd';
import { softphone } from './page-phone';
import { useQuality } from './quality';
import { useTexts } from '../texts/define-texts';
import { percent } from '../texts/formats';
import { StateDot } from '../ui/state-dot';
import { phone } from './texts';

const COLOURS = { good: 'good', fair: 'warn', poor: 'bad' } as const;

/** How the call's packets come and go. */
export function CallQuality({ id }: { id: string }) {
  const t = useTexts(phone);
  const quality = useQuality(softphone.line(id)?.connection);
  if (!quality) return null;
  const detail = { loss: percent(quality.loss), jitter: Math.round(quality.jitter), trip: quality.roundTrip === null ? '–' : Math.round(quality.roundTrip) };
  return (
    <div data-sent={quality.sent} data-received={quality.received} data-heard={quality.heard}>
      <StateDot colour={COLOURS[quality.level]}>{t(`quality_${quality.level}`)}</StateDot>{' '}
      <Typography.Text type="secondary" className="figures">{t('quality_detail', detail)}</Typography.Text>
    </div>
  );
}
