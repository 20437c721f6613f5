import { ArrowDownOutlined, ArrowUpOutlined, ReloadOutlined, SwapOutlined } from '@ant-design/icons';
import { Button, Space, Typography } from 'antd';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { CallOutcome } from '../../data/call-outcome';
import { useWrapUpCodeName } from '../../data/wrap-up-codes';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { duration, moment } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { usePaged } from '../../ui/paged';
import { RoomPage } from '../../ui/room-page';
import { useFilters } from '../../ui/search-params';
import { ui } from '../../ui/texts';
import { useNumberText } from '../../ui/use-number-text';
import { CallCustomer } from './call-customer';
import { CallsFilters } from './calls-filters';
import { callsQuery, type CallsSearch } from './calls-queries';
import { calls } from './texts';

type Call = Schemas['CallDto'];

const ARROWS = { inbound: ArrowDownOutlined, outbound: ArrowUpOutlined, internal: SwapOutlined };

export function CallsPage() {
  const tenant = useTenant().data;
  return tenant ? <CallsOf zone={tenant.timezone} /> : null;
}

function CallsOf({ zone }: { zone: string }) {
  const [t, words, shown] = [useTexts(calls), useTexts(ui), useNumberText()];
  const [filters, setFilters] = useFilters<Record<string, string | undefined>>();
  const { after: _after, before: _before, ...search } = filters as CallsSearch & Record<string, string | undefined>;
  // the pages of another search are others
  const change = (next: Partial<CallsSearch>) => setFilters({ ...next, after: undefined, before: undefined });
  // days move on while one looks, but not under the page that one looks at
  const asked = JSON.stringify(search);
  const query = useMemo(() => callsQuery(JSON.parse(asked) as CallsSearch, zone, Date.now()), [asked, zone]);
  const list = usePaged<Call>(['calls', query], (page, signal) =>
    answerOf(api.GET('/v1/calls', { params: { query: { ...query, ...page } }, signal })),
  );
  const seconds = (value: number | null) => (value === null ? '–' : duration(value));
  return (
    <RoomPage
      title={t('title')}
      about={t('about')}
      actions={<Button icon={<ReloadOutlined />} loading={list.query.isFetching} onClick={() => void list.query.refetch()}>{words('reload')}</Button>}
    >
      <CallsFilters search={search} zone={zone} change={change} />
      <ListTable<Call>
        query={list.query}
        rows={list.rows}
        isNarrowed={Object.keys(query).length > 0}
        empty={t('no_calls')}
        className="figures"
        columns={[
          {
            title: t('time'),
            key: 'started_at',
            render: (_, { id, started_at: at }) => <Link to={'/calls/$id' as string} params={{ id } as never}>{moment(at, zone)}</Link>,
          },
          { title: t('direction'), key: 'direction', render: (_, { direction }) => <Direction direction={direction} /> },
          { title: t('from'), key: 'from', render: (_, { from_number: from }) => shown(from) },
          { title: t('customer'), key: 'customer', render: (_, call) => <CallCustomer call={call} /> },
          { title: t('to'), key: 'to', render: (_, { to_number: to }) => shown(to) },
          { title: t('queue'), key: 'queue', render: (_, { queue }) => queue ?? '–' },
          { title: t('agent'), key: 'agent', render: (_, { agent }) => agent ?? '–' },
          { title: t('outcome'), key: 'outcome', render: (_, call) => <Outcome call={call} /> },
          { title: t('wait'), key: 'wait', align: 'right', render: (_, { wait_seconds: wait }) => seconds(wait) },
          { title: t('talk'), key: 'talk', align: 'right', render: (_, { talk_seconds: talk }) => seconds(talk) },
        ]}
      />
      {list.pager}
    </RoomPage>
  );
}

/** How it came out, and what its agent called it. */
function Outcome({ call }: { call: Call }) {
  const codeName = useWrapUpCodeName();
  const codes = call.wrap_up_codes.map(codeName).join(', ');
  return (
    <>
      <CallOutcome call={call} />
      {codes && <Typography.Text type="secondary" style={{ display: 'block', fontSize: 12 }}>{codes}</Typography.Text>}
    </>
  );
}

function Direction({ direction }: { direction: string }) {
  const t = useTexts(calls);
  const known = direction as keyof typeof ARROWS;
  const Arrow = ARROWS[known] ?? SwapOutlined;
  return <Space size={6}><Arrow aria-hidden />{t(`direction_${known}`)}</Space>;
}
