import { Card, Flex, Table, Typography } from 'antd';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client';
import { PAGE_SIZE } from '../../api/all-pages';
import type { Schemas } from '../../api/types';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { duration, money } from '../../texts/formats';
import { BadText } from '../../ui/bad-text';
import { Loaded } from '../../ui/loaded';
import { useNumberText } from '../../ui/use-number-text';
import { calls } from './texts';

type Usage = Schemas['UsageDto'];

const DIGITS = 4;

const usageOf = (callId: string) =>
  queryOptions({
    queryKey: ['usage', { callId }],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/usage', { params: { query: { call_id: callId, limit: PAGE_SIZE } }, signal })),
  });

/** What a call cost and how that was reckoned; to the line of the invoice where it stands on one. */
export function CallCost({ callId }: { callId: string }) {
  const t = useTexts(calls);
  const query = useQuery(usageOf(callId));
  return (
    <Card title={t('cost')}>
      <Loaded query={query}>
        {({ data }) => data.length === 0 ? <Typography.Text type="secondary">{t('cost_none')}</Typography.Text> : <UsageTable rows={data} />}
      </Loaded>
    </Card>
  );
}

function UsageTable({ rows }: { rows: Usage[] }) {
  const [t, shown] = [useTexts(calls), useNumberText()];
  return (
    <Table<Usage>
      className="figures"
      rowKey="id"
      size="small"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={rows}
      columns={[
        { title: t('direction'), render: (_, { kind }) => t(`kind_${kind}`) },
        { title: t('number'), render: (_, { number }) => shown(number) },
        { title: t('cost_used'), align: 'right', render: (_, { seconds }) => duration(seconds) },
        { title: t('cost_billed'), align: 'right', render: (_, { billed_seconds: seconds }) => duration(seconds) },
        { title: t('cost_amount'), align: 'right', render: (_, usage) => <Amount usage={usage} /> },
        { title: t('cost_invoice'), render: (_, usage) => <InvoiceLink usage={usage} /> },
      ]}
    />
  );
}

function Amount({ usage: { amount_micro: amount, currency, steps, problem } }: { usage: Usage }) {
  const t = useTexts(calls);
  if (problem !== null) return <BadText>{t('cost_problem', { problem })}</BadText>;
  const inMoney = (micro = '0') => money(micro, currency, DIGITS);
  return (
    <Flex vertical align="flex-end">
      <b>{inMoney(amount)}</b>
      {steps.map((step, index) => (
        <Typography.Text key={index} type="secondary" style={{ fontSize: 12 }}>
          {step.step === 'connect-fee'
            ? t('cost_connect', { fee: inMoney(step.fee_micro) })
            : t('cost_step', { seconds: step.seconds, billed: step.billed_seconds, price: inMoney(step.price_micro), unit: step.unit_seconds })}
        </Typography.Text>
      ))}
    </Flex>
  );
}

function InvoiceLink({ usage }: { usage: Usage }) {
  const t = useTexts(calls);
  const { invoice_id: id } = usage;
  const invoice = useQuery({
    queryKey: ['invoices', id, 'of-call'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/invoices/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: useMay('invoices:read') && id !== null,
  });
  if (id === null) return <Typography.Text type="secondary">{t('cost_open')}</Typography.Text>;
  const { number, lines = [] } = invoice.data ?? {};
  const line = lines.find((each) => isLineOf(usage, each));
  const name = number ?? t('cost_see');
  if (!invoice.data) return name;
  return line
    ? <Link to={'/invoices/$id/lines/$lineId' as string} params={{ id, lineId: line.id } as never}>{name}</Link>
    : <Link to={'/invoices/$id' as string} params={{ id } as never}>{name}</Link>;
}

/** A line sums up the calls under one rate of one tariff. */
function isLineOf(usage: Usage, line: Schemas['InvoiceLineDto']): boolean {
  return line.kind === 'usage' && line.tariff_id === usage.tariff_id && line.direction === usage.priced_as && line.prefix === (usage.rate_prefix ?? undefined);
}
