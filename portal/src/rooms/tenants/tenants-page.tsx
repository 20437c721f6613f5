import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Schemas } from '../../api/types';
import { capacity } from '../../data/capacity';
import { allTenants } from '../../data/tenants';
import { EnterButton } from '../../entry/enter-button';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { day } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { RoomPage } from '../../ui/room-page';
import { SearchBox } from '../../ui/search-box';
import { useFilters } from '../../ui/search-params';
import { UsageBar } from '../../ui/usage-bar';
import { shareOf } from '../../ui/usage-share';
import { TenantState } from './tenant-state';
import { tenants } from './texts';

type Row = Schemas['TenantDto'] & { used: Schemas['TenantCapacityDto'] | undefined };

export function TenantsPage() {
  const t = useTexts(tenants);
  const mayWrite = useMay('tenants:write');
  const mayEnter = useMay('tenants:enter');
  const query = useQuery(allTenants);
  const { data: used } = useQuery(capacity);
  const [{ search = '' }, setFilters] = useFilters<{ search?: string }>();
  const rows = useMemo(() => {
    const byId = new Map(used?.tenants.map((each) => [each.id, each]));
    return query.data?.filter((tenant) => matches(tenant, search)).map((tenant) => ({ ...tenant, used: byId.get(tenant.id) }));
  }, [query.data, used, search]);
  const create = mayWrite && (
    <Link to={'/tenants/new' as string}><Button type="primary" icon={<PlusOutlined />}>{t('new')}</Button></Link>
  );
  return (
    <RoomPage title={t('title')} about={t('about')} actions={create}>
      <SearchBox label={t('search')} value={search} width={360} onChange={(text) => setFilters({ search: text })} />
      <ListTable<Row>
        query={query}
        rows={rows}
        isNarrowed={search !== ''}
        empty={mayWrite && t('empty')}
        columns={[
          {
            title: t('name'),
            key: 'name',
            sorter: (a, b) => a.name.localeCompare(b.name),
            render: (_, { id, name }) => <Link to={'/tenants/$id' as string} params={{ id } as never}>{name}</Link>,
          },
          { title: t('slug'), dataIndex: 'slug', sorter: (a, b) => a.slug.localeCompare(b.slug) },
          { title: t('state'), key: 'state', render: (_, row) => <TenantState capacity={row.used} /> },
          {
            title: t('seats'),
            key: 'seats',
            sorter: byShare((row) => [row.used?.seats ?? 0, row.seat_limit]),
            render: (_, row) => row.used && <UsageBar label={t('seats')} used={row.used.seats} limit={row.seat_limit} />,
          },
          {
            title: t('calls'),
            key: 'calls',
            sorter: byShare((row) => [row.used?.calls ?? 0, row.concurrent_calls]),
            render: (_, row) => row.used && <UsageBar label={t('calls')} used={row.used.calls} limit={row.concurrent_calls} refuses />,
          },
          {
            title: t('agents'),
            key: 'agents',
            align: 'right',
            render: (_, row) => row.used && <span className="figures">{row.used.agents_signed_in} / {row.used.agents}</span>,
          },
          { title: t('created'), key: 'created', render: (_, row) => day(row.created_at, row.timezone) },
          ...(mayEnter ? [{ key: 'enter', align: 'right' as const, render: (_: unknown, { id, name }: Row) => <EnterButton tenant={{ id, name }} size="small" /> }] : []),
        ]}
      />
    </RoomPage>
  );
}

function matches({ name, slug, domain }: Schemas['TenantDto'], search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return [name, slug, domain].some((text) => text.toLowerCase().includes(wanted));
}

function byShare(of: (row: Row) => [used: number, limit: number]) {
  return (a: Row, b: Row) => shareOf(...of(a)) - shareOf(...of(b));
}
