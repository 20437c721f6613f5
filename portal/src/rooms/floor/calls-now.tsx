import { Card, Table, Typography } from 'antd';
import { useMemo } from 'react';
import type { FloorView } from '../../live/floor';
import type { LiveCall } from '../../live/messages';
import { useServerNow } from '../../live/use-server-now';
import { type KeysOf, useTexts } from '../../texts/define-texts';
import { duration } from '../../texts/formats';
import type { StateColour } from '../../theme/theme';
import { StateDot } from '../../ui/state-dot';
import { floor } from './texts';

const COLOURS: Record<string, StateColour> = { ringing: 'warn', ivr: 'idle', waiting: 'bad', offered: 'warn', talking: 'busy' };
const ROW = 47;
const MOST_ROWS = 12;

export function CallsNow({ view: { calls } }: { view: FloorView }) {
  const t = useTexts(floor);
  const now = useServerNow();
  const rows = useMemo(() => [...calls.values()].sort((a, b) => a.started_at.localeCompare(b.started_at)), [calls]);
  return (
    <Card title={`${t('calls')} (${rows.length})`} style={{ overflow: 'hidden' }} styles={{ body: { padding: 0 } }}>
      <Table<LiveCall>
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
            width: 170,
            render: (_, { state }) => <StateDot colour={COLOURS[state] ?? 'idle'}>{t(`call_${state}` as KeysOf<typeof floor>)}</StateDot>,
          },
          { title: t('from'), width: 150, dataIndex: 'from' },
          { title: t('to'), width: 140, dataIndex: 'to' },
          { title: t('queue'), width: 120, render: (_, { queue }) => queue ?? '–' },
          { title: t('agent'), width: 90, render: (_, { agent, offered_to: offered }) => agent ?? offered ?? '–' },
          { title: t('lasts'), width: 80, align: 'right', render: (_, call) => duration((now - Date.parse(call.started_at)) / 1000) },
        ]}
      />
    </Card>
  );
}
