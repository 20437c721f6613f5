import { Card, Descriptions, Flex, Tag, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { integer } from '../../texts/formats';
import { Loaded } from '../../ui/loaded';
import { Caps } from './caps';
import { TariffFrame } from './tariff-frame';
import { tariff } from './texts';

type Plan = Schemas['CallingPlanDto'];
const CLASSES = ['national', 'mobile', 'service', 'international', 'premium'] as const;

export function CallingPlanPage() {
  const query = useQuery({ queryKey: ['calling-plan'], queryFn: ({ signal }) => answerOf(api.GET('/v1/calling-plan', { signal })) });
  return (
    <TariffFrame>
      <Loaded query={query}>
        {(plan) => (
          <Flex vertical gap={16}>
            <Destinations plan={plan} />
            <Caps plan={plan} />
            <Limits plan={plan} />
          </Flex>
        )}
      </Loaded>
    </TariffFrame>
  );
}

function Destinations({ plan: { destinations } }: { plan: Plan }) {
  const t = useTexts(tariff);
  const nameOf = (destination: string) => {
    const known = CLASSES.find((each) => each === destination);
    return known ? t(known) : destination;
  };
  return (
    <Card title={t('destinations')} extra={<Typography.Text type="secondary">{t('destinations_about')}</Typography.Text>}>
      <Flex gap={8} wrap>{destinations.map((each) => <Tag key={each} style={{ fontSize: 14, padding: '4px 10px' }}>{nameOf(each)}</Tag>)}</Flex>
    </Card>
  );
}

function Limits({ plan }: { plan: Plan }) {
  const t = useTexts(tariff);
  const tenant = useTenant().data;
  const seatCalls = <span>{integer(plan.seat_calls_per_minute)} <Typography.Text type="secondary">({t('seat_calls_hint')})</Typography.Text></span>;
  return (
    <Card title={t('limits')}>
      <Descriptions
        column={{ xs: 1, lg: 2 }}
        items={[
          { key: 'seats', label: t('seats'), children: tenant && integer(tenant.seat_limit) },
          { key: 'channels', label: t('channels'), children: tenant && integer(tenant.concurrent_calls) },
          { key: 'reserved', label: t('reserved'), children: integer(plan.reserved_channels) },
          { key: 'starts', label: t('starts'), children: integer(plan.calls_per_second) },
          { key: 'seat', label: t('seat_calls'), children: seatCalls },
          { key: 'all', label: t('all_calls'), children: integer(plan.calls_per_minute) },
          { key: 'longest', label: t('longest'), children: t('minutes', { count: plan.max_call_minutes }) },
        ]}
      />
    </Card>
  );
}
