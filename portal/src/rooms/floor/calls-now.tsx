import { Card, Typography } from 'antd';
import { useMemo } from 'react';
import { type LiveColumn, LiveTable } from '../../live/live-table';
import type { LiveCall } from '../../live/messages';
import { LiveCallerText } from '../../live/live-caller';
import { Since } from '../../live/since';
import type { TeamFilter } from '../../live/team-filter';
import type { LiveFloor } from '../../live/use-floor';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import type { StateColour } from '../../theme/theme';
import { StateDot } from '../../ui/state-dot';
import { useCallsNow } from './floor-parts';
import { callsOf } from './team-calls';
import { Supervise } from './supervise';
import { floor as texts } from './texts';

const COLOURS: Record<string, StateColour> = { ringing: 'warn', ivr: 'idle', waiting: 'bad', offered: 'warn', talking: 'busy' };
const MOST_ROWS = 14;

interface Part {
  floor: LiveFloor;
  team: TeamFilter;
}

export function CallsNow(part: Part) {
  return (
    <Card title={<Title {...part} />} style={{ overflow: 'hidden' }} styles={{ body: { padding: 0 } }}>
      <List {...part} />
    </Card>
  );
}

function Title(part: Part) {
  return `${useTexts(texts)('calls')} (${useShownCalls(part).length})`;
}

/** Who has no agent yet may become anybody's, and stays in sight. */
function useShownCalls({ floor, team }: Part): LiveCall[] {
  const calls = useCallsNow(floor);
  return useMemo(() => callsOf([...calls.values()], floor.get()?.agents ?? new Map(), team), [calls, floor, team]);
}

function List(part: Part) {
  const t = useTexts(texts);
  const calls = useShownCalls(part);
  const maySupervise = useMay('calls:supervise');
  const rows = useMemo(() => [...calls].sort((a, b) => (a.started_at < b.started_at ? -1 : 1)), [calls]);
  const columns = useMemo<LiveColumn<LiveCall>[]>(
    () => [
      { key: 'state', title: t('call_state'), width: 116, cell: ({ state }) => <StateDot colour={COLOURS[state] ?? 'idle'}>{t(`call_${state}` as 'call_talking')}</StateDot> },
      { key: 'from', title: t('from'), cell: ({ from, caller }) => <LiveCallerText from={from} caller={caller} /> },
      { key: 'to', title: t('to'), width: 128, cell: ({ to }) => to },
      { key: 'queue', title: t('queue'), width: 80, cell: ({ queue }) => queue ?? '–' },
      { key: 'agent', title: t('agent'), width: 72, cell: ({ agent, offered_to: offered }) => agent ?? offered ?? '–' },
      { key: 'lasts', title: t('lasts'), width: 68, align: 'end', cell: ({ started_at: at }) => <Since at={at} /> },
      ...(maySupervise ? [{ key: 'supervise', title: '', width: 64, cell: (call: LiveCall) => call.state === 'talking' && call.agent !== null && <Supervise call={call} /> }] : []),
    ],
    [t, maySupervise],
  );
  return (
    <LiveTable<LiveCall>
      label={t('calls')}
      columns={columns}
      rows={rows}
      keyOf={({ uuid }) => uuid}
      minWidth={728}
      height={MOST_ROWS}
      empty={<Typography.Text type="secondary">{t('no_calls')}</Typography.Text>}
    />
  );
}
