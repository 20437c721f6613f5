import { Card, Table, Typography } from 'antd';
import { memo, useMemo } from 'react';
import { type FloorView, type QueueNow, queuesNow } from '../../live/floor';
import { Since } from '../../live/since';
import { useTexts } from '../../texts/define-texts';
import { integer } from '../../texts/formats';
import { floor } from './texts';

export const QueuesNow = memo(function QueuesNow({ view }: { view: FloorView }) {
  const t = useTexts(floor);
  const rows = useMemo(() => queuesNow(view), [view]);
  const longest = ({ firstWaitingSince: since }: QueueNow) => (since === null ? '–' : <Since at={since} />);
  return (
    <Card title={t('queues')} style={{ overflow: 'hidden' }} styles={{ body: { padding: 0 } }}>
      <Table<QueueNow>
        className="figures"
        rowKey="name"
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Typography.Text type="secondary">{t('no_queues')}</Typography.Text> }}
        dataSource={rows}
        columns={[
          { title: t('queue'), dataIndex: 'name' },
          { title: t('waiting'), align: 'right', render: (_, { waiting }) => integer(waiting) },
          { title: t('longest_wait'), align: 'right', render: (_, queue) => longest(queue) },
          { title: t('talking'), align: 'right', render: (_, { talking }) => integer(talking) },
        ]}
      />
    </Card>
  );
});
