import { Card, Empty, Flex, Select, Statistic } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { calendarDay, exactMoney } from '../../texts/formats';
import { Loaded } from '../../ui/loaded';
import { useFilters } from '../../ui/search-params';
import { BandsCard } from './bands-card';
import { RatesTable } from './rates-table';
import { TariffFrame } from './tariff-frame';
import { tariff } from './texts';

type Filters = { version?: string; q?: string };

export function PricesPage() {
  const t = useTexts(tariff);
  const query = useQuery({ queryKey: ['tariff'], queryFn: ({ signal }) => answerOf(api.GET('/v1/tariff', { signal })) });
  return (
    <TariffFrame>
      <Loaded query={query}>
        {(data) => (data.versions.length === 0 ? <Card><Empty description={t('none')} /></Card> : <Prices tariffs={data} />)}
      </Loaded>
    </TariffFrame>
  );
}

function Prices({ tariffs: { current, versions } }: { tariffs: Schemas['TariffsDto'] }) {
  const t = useTexts(tariff);
  const [{ version }, filter] = useFilters<Filters>();
  const shown = versions.find(({ id }) => id === version) ?? versions.find(({ id }) => id === current?.id) ?? versions[0];
  if (!shown) return null;
  const { currency } = shown;
  const options = versions.map(({ id, valid_from: from }) => ({
    value: id,
    label: `${t('valid_from', { day: calendarDay(from) })}${id === current?.id ? ` (${t('in_force')})` : ''}`,
  }));
  const monthly = [
    ['platform', shown.platform_monthly_micro],
    ['seat', shown.seat_monthly_micro],
    ['number', shown.number_monthly_micro],
  ] as const;
  return (
    <Flex vertical gap={16}>
      <Select
        aria-label={t('version')}
        prefix={t('version')}
        style={{ maxWidth: 380 }}
        value={shown.id}
        options={options}
        onChange={(id) => filter({ version: id === current?.id ? undefined : id })}
      />
      <Flex gap={16} wrap>
        {monthly.map(([name, micro]) => (
          <Card key={name} style={{ flex: '1 1 200px' }}>
            <Statistic title={t(name)} className="figures" formatter={() => exactMoney(micro, currency)} value={micro} />
          </Card>
        ))}
      </Flex>
      {shown.bands.length > 0 && <BandsCard bands={shown.bands} holidays={shown.holidays} />}
      <RatesTable rates={shown.rates} currency={currency} />
    </Flex>
  );
}
