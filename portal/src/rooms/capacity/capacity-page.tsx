import { Card, Col, Row, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/types';
import { capacity } from '../../data/capacity';
import { useTexts } from '../../texts/define-texts';
import { integer, percent } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { RoomPage } from '../../ui/room-page';
import { SearchBox } from '../../ui/search-box';
import { useFilters } from '../../ui/search-params';
import { UsageBar } from '../../ui/usage-bar';
import { capacityTexts } from './texts';
import { tightnessOf } from './tightness';

type Tenant = Schemas['TenantCapacityDto'];

export function CapacityPage() {
  const t = useTexts(capacityTexts);
  const query = useQuery(capacity);
  const [{ search = '' }, setFilters] = useFilters<{ search?: string }>();
  const wanted = search.trim().toLowerCase();
  const rows = query.data?.tenants.filter(({ name, slug }) => [name, slug].some((text) => text.toLowerCase().includes(wanted)));
  return (
    <RoomPage title={t('title')} about={t('about')}>
      {query.data && <Totals all={query.data} />}
      <SearchBox label={t('search')} value={search} width={360} onChange={(text) => setFilters({ search: text })} />
      <ListTable<Tenant>
        query={query}
        rows={rows}
        isNarrowed={search !== ''}
        empty={t('empty')}
        columns={[
          { title: t('tenant'), key: 'name', sorter: (a, b) => a.name.localeCompare(b.name), render: (_, { id, name }) => <Link to={'/tenants/$id' as string} params={{ id } as never}>{name}</Link> },
          { title: t('tightest'), key: 'tightest', defaultSortOrder: 'descend', sorter: (a, b) => tightnessOf(a).share - tightnessOf(b).share, render: (_, row) => <Tightest tenant={row} /> },
          { title: t('calls'), key: 'calls', sorter: (a, b) => a.calls - b.calls, render: (_, row) => <UsageBar label={t('calls')} used={row.calls} limit={row.call_limit} refuses /> },
          { title: t('reserved_short'), key: 'reserved', align: 'right', sorter: (a, b) => a.reserved_channels - b.reserved_channels, render: (_, row) => <span className="figures">{integer(row.reserved_channels)}</span> },
          { title: t('seats'), key: 'seats', sorter: (a, b) => a.seats - b.seats, render: (_, row) => <UsageBar label={t('seats')} used={row.seats} limit={row.seat_limit} /> },
          { title: t('agents_short'), key: 'agents', align: 'right', sorter: (a, b) => a.agents_signed_in - b.agents_signed_in, render: (_, row) => <span className="figures">{integer(row.agents_signed_in)} / {integer(row.agents)}</span> },
          {
            title: <span title={t('requests_about')}>{t('requests')}</span>,
            key: 'requests',
            sorter: (a, b) => a.requests_spent_percent - b.requests_spent_percent,
            render: (_, row) => <UsageBar label={t('requests')} used={row.requests_spent_percent} limit={100} text={`${row.requests_spent_percent} % · ${t('requests_rate', { count: row.requests_per_second })}`} refuses />,
          },
        ]}
      />
    </RoomPage>
  );
}

function Tightest({ tenant }: { tenant: Tenant }) {
  const t = useTexts(capacityTexts);
  const { by, share } = tightnessOf(tenant);
  return <span className="figures">{t(`by_${by}`)} {percent(share, 0)}</span>;
}

function Totals({ all }: { all: Schemas['CapacityDto'] }) {
  const t = useTexts(capacityTexts);
  const sum = (of: (tenant: Tenant) => number) => all.tenants.reduce((total, tenant) => total + of(tenant), 0);
  const totals = [
    { key: 'calls', used: all.calls, limit: all.node_channels * Math.max(1, all.nodes), refuses: true as const },
    { key: 'reserved', used: all.reserved_channels, limit: all.node_channels, refuses: true as const },
    { key: 'seats', used: sum(({ seats }) => seats), limit: sum(({ seat_limit: limit }) => limit) },
    { key: 'agents', used: sum(({ agents_signed_in: count }) => count), limit: sum(({ agents }) => agents) },
  ] as const;
  return (
    <Row gutter={[16, 16]}>
      {totals.map(({ key, ...usage }) => (
        <Col key={key} xs={24} sm={12} xl={6}>
          <Card styles={{ body: { padding: '14px 20px' } }} style={{ height: '100%' }}>
            <Typography.Text strong>{t(key)}</Typography.Text>
            <UsageBar label={t(key)} {...usage} />
            <Typography.Text type="secondary" style={{ fontSize: 12 }}>{t(`${key}_about`)}</Typography.Text>
          </Card>
        </Col>
      ))}
    </Row>
  );
}
