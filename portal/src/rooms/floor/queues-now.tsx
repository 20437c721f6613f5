import { Card, Typography } from 'antd';
import { useMemo, useRef } from 'react';
import { type QueueNow, queuesNow } from '../../live/floor';
import { type LiveColumn, LiveTable } from '../../live/live-table';
import { Since } from '../../live/since';
import type { LiveFloor } from '../../live/use-floor';
import { useTexts } from '../../texts/define-texts';
import { integer } from '../../texts/formats';
import { useCallsNow, useQueueNames } from './floor-parts';
import { floor as texts } from './texts';

const MOST_ROWS = 12;

export function QueuesNow({ floor }: { floor: LiveFloor }) {
  const t = useTexts(texts);
  return (
    <Card title={t('queues')} style={{ overflow: 'hidden' }} styles={{ body: { padding: 0 } }}>
      <List floor={floor} />
    </Card>
  );
}

function List({ floor }: { floor: LiveFloor }) {
  const t = useTexts(texts);
  const [queues, calls] = [useQueueNames(floor), useCallsNow(floor)];
  const rows = useSameRows(queuesNow({ queues, calls }));
  const columns = useMemo<LiveColumn<QueueNow>[]>(
    () => [
      { key: 'queue', title: t('queue'), cell: ({ name }) => name },
      { key: 'waiting', title: t('waiting'), width: 100, align: 'end', cell: ({ waiting }) => integer(waiting) },
      { key: 'longest', title: t('longest_wait'), width: 130, align: 'end', cell: ({ firstWaitingSince: since }) => (since === null ? '–' : <Since at={since} />) },
      { key: 'talking', title: t('talking'), width: 100, align: 'end', cell: ({ talking }) => integer(talking) },
    ],
    [t],
  );
  return (
    <LiveTable<QueueNow>
      label={t('queues')}
      columns={columns}
      rows={rows}
      keyOf={({ name }) => name}
      minWidth={460}
      height={MOST_ROWS}
      empty={<Typography.Text type="secondary">{t('no_queues')}</Typography.Text>}
    />
  );
}

/** A queue that is as it was stays the object that it was. */
function useSameRows(rows: QueueNow[]): QueueNow[] {
  const before = useRef(new Map<string, QueueNow>());
  const same = rows.map((row) => {
    const known = before.current.get(row.name);
    return known && isSame(known, row) ? known : row;
  });
  before.current = new Map(same.map((row) => [row.name, row]));
  return same;
}

function isSame(a: QueueNow, b: QueueNow): boolean {
  return a.waiting === b.waiting && a.talking === b.talking && a.firstWaitingSince === b.firstWaitingSince;
}
