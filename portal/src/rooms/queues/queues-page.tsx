import { PlusOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schemas } from '../../api/types';
import { allQueues } from '../../data/queues';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { moment } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { RoomPage } from '../../ui/room-page';
import { NewQueueDrawer } from './new-queue-drawer';
import { strategyName } from './strategies';
import { ui } from '../../ui/texts';
import { queues } from './texts';

type Queue = Schemas['QueueDto'];

export function QueuesPage() {
  const [t, words] = [useTexts(queues), useTexts(ui)];
  const zone = useTenant().data?.timezone;
  const mayWrite = useMay('queues:write');
  const query = useQuery(allQueues);
  const [creating, setCreating] = useState(false);
  const create = mayWrite && <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>{t('new')}</Button>;
  return (
    <RoomPage title={t('title')} about={t('about')} actions={create}>
      <ListTable<Queue>
        query={query}
        rows={query.data}
        empty={mayWrite && t('empty')}
        columns={[
          {
            title: t('name'),
            key: 'name',
            sorter: (a, b) => a.name.localeCompare(b.name),
            render: (_, { id, name }) => <Link to={'/queues/$id' as string} params={{ id } as never}>{name}</Link>,
          },
          { title: t('strategy'), key: 'strategy', render: (_, { settings }) => strategyName(t, settings.strategy) },
          {
            title: t('max_wait_time'),
            key: 'max_wait_time',
            align: 'right',
            render: (_, { settings }) => (settings.max_wait_time ? words('seconds', { count: settings.max_wait_time }) : t('unlimited')),
          },
          { title: t('recorded'), key: 'record', render: (_, { settings }) => settings.record && <Tag color="red">{t('recorded')}</Tag> },
          { title: t('created'), key: 'created_at', render: (_, { created_at: at }) => moment(at, zone) },
        ]}
      />
      <NewQueueDrawer open={creating} onClose={() => setCreating(false)} />
    </RoomPage>
  );
}
