import { Flex, Typography } from 'antd';
import { lazy, Suspense } from 'react';
import { agentLabel } from '../../data/agents';
import type { FloorView } from '../../live/floor';
import type { LiveCall } from '../../live/messages';
import { Since } from '../../live/since';
import { useServerNow } from '../../live/use-server-now';
import { CallButtons } from '../../phone/call-buttons';
import { CallQuality } from '../../phone/call-quality';
import type { PhoneCall } from '../../phone/phone-line';
import { useTexts } from '../../texts/define-texts';
import { duration } from '../../texts/formats';
import { Pane } from '../../ui/pane';
import { SegmentTag } from '../../ui/segment-tag';
import { StateDot } from '../../ui/state-dot';
import type { StateColour } from '../../theme/theme';
import { desktop } from './texts';
import { Transfer } from './transfer';

const CallerFacts = lazy(() => import('./caller-facts').then(({ CallerFacts: each }) => ({ default: each })));

interface CallCardProps {
  call: LiveCall | null;
  line: PhoneCall | null;
  /** The page's other call, of whoever asks a colleague. */
  other: PhoneCall | null;
  floor: FloorView | null;
}

const COLOURS: Record<PhoneCall['state'], StateColour> = { ringing: 'warn', calling: 'warn', talking: 'good', held: 'idle' };

/** One call: who, since when, by which number and queue, and what can be done. */
export function CallCard({ call, line, other, floor }: CallCardProps) {
  const t = useTexts(desktop);
  const now = useServerNow();
  const state = line?.state ?? (call?.state === 'talking' ? 'talking' : 'ringing');
  const since = line?.answeredAt ?? Date.parse(call?.talking_since ?? call?.started_at ?? '');
  const party = call ? (call.direction === 'inbound' ? call.from : call.to) : (line?.party ?? '');
  return (
    <Pane
      title={<StateDot colour={COLOURS[state]}>{t(state)}</StateDot>}
      extra={<span className="figures" style={{ fontSize: 20 }} data-figure="call-timer">{Number.isNaN(since) ? '' : duration((now - since) / 1000)}</span>}
    >
      <Flex vertical gap={16}>
        {call?.caller && (
          <Flex gap={12} align="center" wrap data-caller={call.caller.customer_id}>
            <Typography.Text strong style={{ fontSize: 22, overflowWrap: 'anywhere' }}>{call.caller.name}</Typography.Text>
            <SegmentTag segment={call.caller.segment} />
          </Flex>
        )}
        <Typography.Title level={2} style={{ margin: 0, fontSize: call?.caller ? 22 : 30, overflowWrap: 'anywhere' }} className="figures" data-party>{partyName(party, floor) || t('withheld')}</Typography.Title>
        {call && call.direction !== 'internal' && (
          <dl className="call-facts figures">
            <dt>{t('called')}</dt><dd>{call.to}</dd>
            <dt>{t('queue')}</dt><dd>{call.queue ?? '–'}</dd>
            {call.waiting_since && <><dt>{t('waited')}</dt><dd><Since at={call.waiting_since} /></dd></>}
          </dl>
        )}
        {call?.direction === 'inbound' && <Suspense><CallerFacts uuid={call.uuid} /></Suspense>}
        {line ? <CallButtons line={line} /> : state === 'ringing' && <Typography.Text type="secondary">{t('at_desk')}</Typography.Text>}
        {call && call.direction !== 'internal' && call.state === 'talking' && <Transfer call={call} line={line} other={other} floor={floor} />}
        {line && <CallQuality id={line.id} />}
      </Flex>
    </Pane>
  );
}

/** A colleague who was called by number is known by name. */
function partyName(party: string, floor: FloorView | null): string {
  const [, number] = /^agent-(\d+)$/.exec(party) ?? [];
  const agent = number === undefined ? undefined : floor?.agents.get(number);
  return agent ? agentLabel(agent) : (number ?? party);
}
