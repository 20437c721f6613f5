import { Card, Table, Typography } from 'antd';
import { useTexts } from '../../texts/define-texts';
import { exactMoney } from '../../texts/formats';
import { pagesOf } from '../../ui/pages-of';
import { SearchBox } from '../../ui/search-box';
import { StateDot } from '../../ui/state-dot';
import { useFilters } from '../../ui/search-params';
import { ui } from '../../ui/texts';
import { findRates, type FoundRate, type Rate } from './rate-of-number';
import { tariff } from './texts';

/** The rates, and which of them a number has. */
export function RatesTable({ rates, currency }: { rates: readonly Rate[]; currency: string }) {
  const [t, words] = [useTexts(tariff), useTexts(ui)];
  const [{ q = '' }, filter] = useFilters<{ q?: string }>();
  const found = findRates(rates, q);
  const priceOf = ({ price_micro: micro, unit_seconds: seconds }: Rate) => {
    const price = exactMoney(micro, currency);
    return seconds === 60 ? t('a_minute', { price }) : t('a_unit', { price, seconds });
  };
  return (
    <Card
      title={t('rates')}
      extra={
        <SearchBox label={t('search')} value={q} onChange={(text) => filter({ q: text.trim() })} />
      }
      styles={{ body: { padding: 0 }, header: { flexWrap: 'wrap', rowGap: 8, paddingBlock: 8 } }}
      style={{ overflow: 'hidden' }}
    >
      <Table<FoundRate>
        rowKey="id"
        size="middle"
        scroll={{ x: 'max-content' }}
        pagination={pagesOf()}
        dataSource={found}
        locale={{ emptyText: words('nothing_found') }}
        footer={() => <Typography.Text type="secondary">{t('search_hint')}</Typography.Text>}
        columns={[
          { title: t('direction'), key: 'direction', render: (_, { direction }) => t(direction) },
          {
            title: t('prefix'),
            key: 'prefix',
            className: 'figures',
            render: (_, { prefix, applies }) => <>{prefix || t('all_others')} {applies && <StateDot colour="good">{t('applies')}</StateDot>}</>,
          },
          ...(rates.some(({ band }) => band !== null) ? [{ title: t('time'), key: 'time', render: (_: unknown, { band }: FoundRate) => band ?? t('any_other_time') }] : []),
          { title: t('from'), dataIndex: 'from_second', align: 'right', className: 'figures' },
          { title: t('connect_fee'), key: 'connect_fee', align: 'right', className: 'figures', render: (_, { connect_fee_micro: fee }) => exactMoney(fee, currency) },
          { title: t('price'), key: 'price', align: 'right', className: 'figures', render: (_, rate) => priceOf(rate) },
          { title: t('increment'), key: 'increment', align: 'right', className: 'figures', render: (_, { increment_seconds: count }) => words('seconds', { count }) },
        ]}
      />
    </Card>
  );
}
