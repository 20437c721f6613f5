import { Card, Table, Typography } from 'antd';
import { memo, useMemo } from 'react';
import type { FloorView } from '../../live/floor';
import type { LiveCall } from '../../live/messages';
import { Since } from '../../live/since';
import { useMay } from '../../session/use-may';
import { type KeysOf, useTexts } from '../../texts/define-texts';
import type { StateColour } from '../../theme/theme';
import { StateDot } from '../../ui/state-dot';
import { Supervise } from './supervise';
import { floor } from './texts';

const COLOURS: Record<string, StateColour> = { ringing: 'warn', ivr: 'idle', waiting: 'bad', offered: 'warn', talking: 'busy' };
const ROW = 47;
const MOST_ROWS = 12;
/** A call that did not change is the same object, and is not drawn again. */
const hasChanged = (call: LiveCall, before: LiveCall): boolean => call !== before;

export const CallsNow = memo(function CallsNow({ calls }: Pick<FloorView, 'calls'>) {
  const t = useTexts(floor);
  const maySupervise = useMay('calls:supervise');
  const rows = useMemo(() => [...calls.values()].sort((a, b) => a.started_at.localeCompare(b.started_at)), [calls]);
  return (
    <Card title={`${t('calls')} (${rows.length})`} style={{ overflow: 'hidden' }} styles={{ body: { padding: 0 } }}>
      <Table<LiveCall>
        key={t('calls')}
        className="figures"
        rowKey="uuid"
        size="small"
        virtual={rows.length > MOST_ROWS}
        pagination={false}
        scroll={{ x: 640, ...(rows.length > MOST_ROWS && { y: MOST_ROWS * ROW }) }}
        locale={{ emptyText: <Typography.Text type="secondary">{t('no_calls')}</Typography.Text> }}
        dataSource={rows}
        columns={[
          {
            title: t('call_state'),
            shouldCellUpdate: hasChanged,
            width: 170,
            render: (_, { state }) => <StateDot colour={COLOURS[state] ?? 'idle'}>{t(`call_${state}` as KeysOf<typeof floor>)}</StateDot>,
          },
          { shouldCellUpdate: hasChanged, title: t('from'), width: 150, dataIndex: 'from' },
          { shouldCellUpdate: hasChanged, title: t('to'), width: 140, dataIndex: 'to' },
          { shouldCellUpdate: hasChanged, title: t('queue'), width: 120, render: (_, { queue }) => queue ?? '–' },
          { shouldCellUpdate: hasChanged, title: t('agent'), width: 90, render: (_, { agent, offered_to: offered }) => agent ?? offered ?? '–' },
          { shouldCellUpdate: hasChanged, title: t('lasts'), width: 80, align: 'right', render: (_, { started_at: at }) => <Since at={at} /> },
          ...(maySupervise ? [{ key: 'supervise', width: 60, render: (_: unknown, call: LiveCall) => call.state === 'talking' && call.agent !== null && <Supervise call={call} /> }] : []),
        ]}
      />
    </Card>
  );
});
