import { EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { allQueues } from '../../data/queues';
import { allSegments, type Segment } from '../../data/segments';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { duration } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { RoomPage } from '../../ui/room-page';
import { SegmentTag } from '../../ui/segment-tag';
import { ui } from '../../ui/texts';
import { RemoveSegment } from './remove-segment';
import { EditSegmentDrawer, NewSegmentDrawer } from './segment-drawers';
import { segments } from './texts';

export function SegmentsPage() {
  const [t, words] = [useTexts(segments), useTexts(ui)];
  const [mayWrite, maySeeCustomers] = [useMay('segments:write'), useMay('customers:read')];
  const query = useQuery(allSegments);
  const { data: queues = [] } = useQuery({ ...allQueues, enabled: useMay('queues:read') });
  const [creating, setCreating] = useState(false);
  const [editing, setEditing] = useState<string | null>(null);
  const create = mayWrite && <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>{t('new')}</Button>;
  const queueName = (id: string) => queues.find((queue) => queue.id === id)?.name ?? '…';
  const count = (customers: number) => customers.toLocaleString();
  return (
    <RoomPage title={t('title')} about={t('about')} actions={create}>
      <ListTable<Segment>
        query={query}
        rows={query.data}
        empty={mayWrite && t('empty')}
        columns={[
          { title: t('rank'), key: 'rank', align: 'right', width: 70, className: 'figures', render: (_, { rank }) => rank },
          { title: t('name'), key: 'name', render: (_, segment) => <Named segment={segment} /> },
          {
            title: t('customers'),
            key: 'customers',
            align: 'right',
            className: 'figures',
            render: (_, { id, customers }) => (customers > 0 && maySeeCustomers ? <Link to={'/customers' as string} search={{ segment: id } as never}>{count(customers)}</Link> : count(customers)),
          },
          { title: t('queue'), key: 'queue', render: (_, { queue_id: id }) => (id ? <Link to={'/queues/$id' as string} params={{ id } as never}>{queueName(id)}</Link> : t('of_the_number')) },
          { title: t('greeting'), key: 'greeting', render: (_, { greeting }) => greeting ?? t('of_the_number') },
          { title: t('priority'), key: 'priority', className: 'figures', render: (_, { priority_seconds: time }) => (time > 0 ? t('priority_value', { time: duration(time) }) : t('no_priority')) },
          { title: t('target'), key: 'target', className: 'figures', render: (_, { answer_target_seconds: seconds }) => (seconds === null ? t('of_the_contract') : words('seconds', { count: seconds })) },
          ...(mayWrite ? [{
            key: 'actions',
            align: 'right' as const,
            render: (_: unknown, segment: Segment) => (
              <Flex justify="flex-end">
                <Button type="text" icon={<EditOutlined />} aria-label={`${words('edit')}: ${segment.name}`} title={words('edit')} onClick={() => setEditing(segment.id)} />
                <RemoveSegment segment={segment} />
              </Flex>
            ),
          }] : []),
        ]}
      />
      <NewSegmentDrawer open={creating} onClose={() => setCreating(false)} />
      {editing && <EditSegmentDrawer key={editing} id={editing} onClose={() => setEditing(null)} />}
    </RoomPage>
  );
}

function Named({ segment }: { segment: Segment }) {
  return (
    <Flex vertical gap={4} align="flex-start">
      <SegmentTag segment={segment} />
      {segment.description && <Typography.Text type="secondary" style={{ maxWidth: 240, whiteSpace: 'normal', fontSize: 13 }}>{segment.description}</Typography.Text>}
    </Flex>
  );
}
