import { Card, Descriptions, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { capacity } from '../../data/capacity';
import { useTexts } from '../../texts/define-texts';
import { integer } from '../../texts/formats';
import { Loaded } from '../../ui/loaded';
import { UsageBar } from '../../ui/usage-bar';
import { TenantState } from './tenant-state';
import { tenants } from './texts';

/** How much of what it rents a tenant uses now. */
export function TenantCapacity({ id }: { id: string }) {
  const t = useTexts(tenants);
  const query = useQuery(capacity);
  const about = <Typography.Text type="secondary">{t('capacity_about')}</Typography.Text>;
  return (
    <Card title={t('capacity')} extra={about} style={{ height: '100%' }}>
      <Loaded query={query}>
        {({ tenants: all }) => {
          const used = all.find((each) => each.id === id);
          if (!used) return null;
          const items = [
            { key: 'state', label: t('state'), children: <TenantState capacity={used} /> },
            { key: 'seats', label: t('seats'), children: <UsageBar label={t('seats')} used={used.seats} limit={used.seat_limit} /> },
            { key: 'calls', label: t('calls'), children: <UsageBar label={t('calls')} used={used.calls} limit={used.call_limit} refuses /> },
            { key: 'agents', label: t('agents'), children: <span className="figures">{integer(used.agents_signed_in)} / {integer(used.agents)}</span> },
            { key: 'numbers', label: t('numbers'), children: integer(used.numbers) },
            { key: 'reserved', label: t('channels_reserved'), children: integer(used.reserved_channels) },
            { key: 'requests', label: t('requests'), children: t('requests_rate', { count: used.requests_per_second }) },
          ];
          return <Descriptions column={1} size="small" items={items} styles={{ content: { display: 'block' }, label: { width: 150 } }} />;
        }}
      </Loaded>
    </Card>
  );
}
