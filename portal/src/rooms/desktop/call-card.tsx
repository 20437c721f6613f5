import { Card, Descriptions, Flex, Typography } from 'antd';
import type { LiveCall } from '../../live/messages';
import { useServerNow } from '../../live/use-server-now';
import { CallButtons } from '../../phone/call-buttons';
import { CallQuality } from '../../phone/call-quality';
import type { PhoneCall } from '../../phone/phone-line';
import { useTexts } from '../../texts/define-texts';
import { duration } from '../../texts/formats';
import { StateDot } from '../../ui/state-dot';
import type { StateColour } from '../../theme/theme';
import { desktop } from './texts';
import { Transfer } from './transfer';

const COLOURS: Record<PhoneCall['state'], StateColour> = { ringing: 'warn', calling: 'warn', talking: 'good', held: 'idle' };

/** One call: who, since when, by which number and queue, and what can be done. */
export function CallCard({ call, line, canJoin }: { call: LiveCall | null; line: PhoneCall | null; canJoin: boolean }) {
  const t = useTexts(desktop);
  const now = useServerNow();
  const state = line?.state ?? (call?.state === 'talking' ? 'talking' : 'ringing');
  const since = line?.answeredAt ?? Date.parse(call?.answered_at ?? call?.started_at ?? '');
  const party = call ? (call.direction === 'inbound' ? call.from : call.to) : (line?.party ?? '');
  return (
    <Card
      title={<StateDot colour={COLOURS[state]}>{t(state)}</StateDot>}
      extra={<span className="figures" style={{ fontSize: 20 }} data-figure="call-timer">{Number.isNaN(since) ? '' : duration((now - since) / 1000)}</span>}
    >
      <Flex vertical gap={16}>
        <Typography.Title level={2} style={{ margin: 0, fontSize: 30 }} className="figures" data-party>{party}</Typography.Title>
        {call && (
          <Descriptions
            size="small"
            column={{ xs: 1, sm: 3 }}
            items={[
              { key: 'called', label: t('called'), children: call.to },
              { key: 'queue', label: t('queue'), children: call.queue ?? '–' },
              { key: 'waited', label: t('waited'), children: call.waiting_since ? duration((Date.parse(call.answered_at ?? '') || now) / 1000 - Date.parse(call.waiting_since) / 1000) : '–' },
            ]}
          />
        )}
        {call && state === 'talking' && <Transfer call={call} canJoin={canJoin} />}
        {line ? <CallButtons line={line} /> : state === 'ringing' && <Typography.Text type="secondary">{t('at_desk')}</Typography.Text>}
        {line && <CallQuality id={line.id} />}
      </Flex>
    </Card>
  );
}
