import { Flex, Typography } from 'antd';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { CallOutcome } from '../../data/call-outcome';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { duration, moment } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { usePaged } from '../../ui/paged';
import { useNumberText } from '../../ui/use-number-text';
import { customers } from './texts';

type Call = Schemas['CallDto'];

/** What a customer's numbers called, and who called them. */
export function CustomerCalls({ id }: { id: string }) {
  const [t, shown] = [useTexts(customers), useNumberText()];
  const zone = useTenant().data?.timezone;
  const list = usePaged<Call>(['customers', id, 'calls'], (query, signal) =>
    answerOf(api.GET('/v1/customers/{id}/calls', { params: { path: { id }, query }, signal })),
  );
  return (
    <Flex vertical gap={8}>
      <div>
        <Typography.Title level={2} style={{ fontSize: 18, margin: 0 }}>{t('calls')}</Typography.Title>
        <Typography.Text type="secondary">{t('calls_about')}</Typography.Text>
      </div>
      <ListTable<Call>
        query={list.query}
        rows={list.rows}
        empty={t('no_calls')}
        className="figures"
        columns={[
          { title: t('time'), key: 'time', render: (_, call) => <Link to={'/calls/$id' as string} params={{ id: call.id } as never}>{moment(call.started_at, zone)}</Link> },
          { title: t('direction'), key: 'direction', render: (_, { direction }) => t(`direction_${direction as 'inbound'}`) },
          { title: t('number'), key: 'number', render: (_, call) => shown(call.direction === 'inbound' ? call.from_number : call.to_number) },
          { title: t('queue'), key: 'queue', render: (_, { queue }) => queue ?? '–' },
          { title: t('agent'), key: 'agent', render: (_, { agent }) => agent ?? '–' },
          { title: t('outcome'), key: 'outcome', render: (_, call) => <CallOutcome call={call} /> },
          { title: t('talk'), key: 'talk', align: 'right', render: (_, { talk_seconds: talk }) => (talk === null ? '–' : duration(talk)) },
        ]}
      />
      {list.pager}
    </Flex>
  );
}
