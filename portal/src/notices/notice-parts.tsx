import { Flex, Typography } from 'antd';
import { useTexts } from '../texts/define-texts';
import { shortMoment } from '../texts/formats';
import type { StateColour } from '../theme/theme';
import { StateDot } from '../ui/state-dot';
import type { Notice } from './notices-queries';
import { notices } from './texts';

const COLOURS: Record<Notice['state'], StateColour> = { queued: 'warn', sent: 'good', refused: 'bad', failed: 'bad', forgotten: 'idle' };

/** Whether it is on its way, and why not. */
export function NoticeState({ notice, zone }: { notice: Notice; zone: string | undefined }) {
  const t = useTexts(notices);
  const { state, sent_at: sentAt, attempts, problem } = notice;
  const more = sentAt !== null ? t('sent_at', { at: shortMoment(sentAt, zone) }) : attempts > 0 ? t('tries', { count: attempts }) : null;
  return (
    <Flex vertical>
      <StateDot colour={COLOURS[state]}>{t(`state_${state}`)}</StateDot>
      {more !== null && <Typography.Text type="secondary" className="figures">{more}</Typography.Text>}
      {problem !== null && <Typography.Text type="secondary" lang="en" style={{ maxWidth: 260, whiteSpace: 'normal' }}>{problem}</Typography.Text>}
    </Flex>
  );
}

/** What it says, for whoever may read it. */
export function NoticeText({ notice: { subject, text } }: { notice: Notice }) {
  const t = useTexts(notices);
  if (text === null) return <Typography.Text type="secondary">{t('hidden')}</Typography.Text>;
  return (
    <Flex vertical style={{ maxWidth: 420, whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
      {subject !== null && <strong>{subject}</strong>}
      <span style={{ whiteSpace: 'pre-line' }}>{text}</span>
    </Flex>
  );
}
