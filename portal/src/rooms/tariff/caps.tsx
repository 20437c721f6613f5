import { Card, Flex, Progress, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { exactMoney, money, percent } from '../../texts/formats';
import { tariff } from './texts';

const REFRESH_MS = 30_000;

/** What outbound calls may cost, and how much of it is gone. */
export function Caps({ plan: { spend_per_day_micro: perDay, spend_per_month_micro: perMonth } }: { plan: Schemas['CallingPlanDto'] }) {
  const t = useTexts(tariff);
  const currency = useTenant().data?.currency ?? 'CNY';
  const { data: spending } = useQuery({
    queryKey: ['spending'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/spending', { signal })),
    enabled: useMay('invoices:read'),
    refetchInterval: REFRESH_MS,
  });
  const reserved = spending?.reserved_micro ?? '0';
  return (
    <Card title={t('caps')}>
      <Flex gap={32} wrap>
        <Cap title={t('per_day')} cap={perDay} spent={spending?.day_spent_micro} reserved={reserved} currency={currency} />
        <Cap title={t('per_month')} cap={perMonth} spent={spending?.month_spent_micro} reserved={reserved} currency={currency} />
      </Flex>
    </Card>
  );
}

interface CapProps {
  title: string;
  /** Null: none. */
  cap: string | null;
  /** Left out where who looks may not know. */
  spent: string | undefined;
  reserved: string;
  currency: string;
}

function Cap({ title, cap, spent, reserved, currency }: CapProps) {
  const t = useTexts(tariff);
  const used = spent === undefined || cap === null ? null : shareOf(BigInt(spent) + BigInt(reserved), BigInt(cap));
  return (
    <Flex vertical gap={4} style={{ flex: '1 1 260px' }} role="group" aria-label={title} className="figures">
      <Flex justify="space-between" gap={12}>
        <Typography.Text strong>{title}</Typography.Text>
        <span>{cap === null ? t('no_cap') : money(cap, currency)}</span>
      </Flex>
      {used !== null && <Progress percent={Math.min(100, used * 100)} format={() => percent(used, 0)} status={used >= 1 ? 'exception' : 'normal'} aria-label={title} />}
      {spent !== undefined && <Typography.Text type="secondary">{t('spent', { spent: exactMoney(spent, currency) })}</Typography.Text>}
      {BigInt(reserved) > 0n && <Typography.Text type="secondary">{t('reserved_for', { reserved: exactMoney(reserved, currency) })}</Typography.Text>}
    </Flex>
  );
}

/** Of a cap of nothing all is used. */
function shareOf(used: bigint, cap: bigint): number {
  return cap === 0n ? 1 : Number((used * 1000n) / cap) / 1000;
}
