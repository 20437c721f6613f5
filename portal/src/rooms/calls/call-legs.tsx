import { Card, Table } from 'antd';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { duration, timeOfDay } from '../../texts/formats';
import { useNumberText } from '../../ui/use-number-text';
import { calls } from './texts';

type Leg = Schemas['CallLegDto'];

/** For whoever compares with the switch: each leg's account as it came. */
export function CallLegs({ legs, zone }: { legs: Leg[]; zone: string | undefined }) {
  const [t, shown] = [useTexts(calls), useNumberText()];
  return (
    <Card title={t('legs')} styles={{ body: { padding: 0 } }} style={{ overflow: 'hidden' }}>
      <Table<Leg>
        className="figures"
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: t('no_legs') }}
        dataSource={legs}
        columns={[
          { title: t('direction'), render: (_, { direction }) => t(`direction_${direction as 'inbound'}`) },
          { title: t('from'), render: (_, { from }) => shown(from) },
          { title: t('to'), render: (_, { to }) => shown(to) },
          { title: t('began'), render: (_, { started_at: at }) => timeOfDay(at, zone) },
          { title: t('leg_answered'), render: (_, { answered_at: at }) => (at === null ? '–' : timeOfDay(at, zone)) },
          { title: t('ended'), render: (_, { ended_at: at }) => timeOfDay(at, zone) },
          { title: t('leg_billed'), align: 'right', render: (_, { bill_seconds: seconds }) => duration(seconds) },
          { title: t('leg_cause'), dataIndex: 'hangup_cause' },
        ]}
      />
    </Card>
  );
}
