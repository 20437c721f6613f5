import { Card, Typography } from 'antd';
import { useMemo } from 'react';
import { type LiveColumn, LiveTable } from '../../live/live-table';
import type { LiveCall } from '../../live/messages';
import { LiveCallerText } from '../../live/live-caller';
import { Since } from '../../live/since';
import type { LiveFloor } from '../../live/use-floor';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import type { StateColour } from '../../theme/theme';
import { StateDot } from '../../ui/state-dot';
import { useCallsNow } from './floor-parts';
import { Supervise } from './supervise';
import { floor as texts } from './texts';

const COLOURS: Record<string, StateColour> = { ringing: 'warn', ivr: 'idle', waiting: 'bad', offered: 'warn', talking: 'busy' };
const MOST_ROWS = 14;

export function CallsNow({ floor }: { floor: LiveFloor }) {
  return (
    <Card title={<Title floor={floor} />} style={{ overflow: 'hidden' }} styles={{ body: { padding: 0 } }}>
      <List floor={floor} />
    </Card>
  );
}

function Title({ floor }: { floor: LiveFloor }) {
  return `${useTexts(texts)('calls')} (${useCallsNow(floor).size})`;
}

function List({ floor }: { floor: LiveFloor }) {
  const t = useTexts(texts);
  const calls = useCallsNow(floor);
  const maySupervise = useMay('calls:supervise');
  const rows = useMemo(() => [...calls.values()].sort((a, b) => (a.started_at < b.started_at ? -1 : 1)), [calls]);
  const columns = useMemo<LiveColumn<LiveCall>[]>(
    () => [
      { key: 'state', title: t('call_state'), width: 174, cell: ({ state }) => <StateDot colour={COLOURS[state] ?? 'idle'}>{t(`call_${state}` as 'call_talking')}</StateDot> },
      { key: 'from', title: t('from'), cell: ({ from, caller }) => <LiveCallerText from={from} caller={caller} /> },
      { key: 'to', title: t('to'), width: 122, cell: ({ to }) => to },
      { key: 'queue', title: t('queue'), width: 88, cell: ({ queue }) => queue ?? '–' },
      { key: 'agent', title: t('agent'), width: 66, cell: ({ agent, offered_to: offered }) => agent ?? offered ?? '–' },
      { key: 'lasts', title: t('lasts'), width: 68, align: 'end', cell: ({ started_at: at }) => <Since at={at} /> },
      ...(maySupervise ? [{ key: 'supervise', title: '', width: 60, cell: (call: LiveCall) => call.state === 'talking' && call.agent !== null && <Supervise call={call} /> }] : []),
    ],
    [t, maySupervise],
  );
  return (
    <LiveTable<LiveCall>
      label={t('calls')}
      columns={columns}
      rows={rows}
      keyOf={({ uuid }) => uuid}
      minWidth={800}
      height={MOST_ROWS}
      empty={<Typography.Text type="secondary">{t('no_calls')}</Typography.Text>}
    />
  );
}
