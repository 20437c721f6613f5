import { Alert, Card, Descriptions, Flex, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { calendarDay, exactMoney, money, moment, monthName } from '../../texts/formats';
import { Loaded } from '../../ui/loaded';
import { RoomPage } from '../../ui/room-page';
import { ChargeLines } from './charge-lines';
import { oneInvoice } from './invoices-queries';
import { LeaseLines } from './lease-lines';
import { InvoiceFiles } from './invoice-files';
import { InvoiceState } from './invoice-state';
import { invoices } from './texts';
import { UsageLines } from './usage-lines';

type Invoice = Schemas['InvoiceWithLinesDto'];

const LEASES = ['platform', 'seat', 'number'];
const ADJUSTMENTS = ['discount', 'commitment', 'service_level', 'tax'];

export function InvoicePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  return <Loaded query={useQuery(oneInvoice(id))}>{(invoice) => <InvoiceView invoice={invoice} />}</Loaded>;
}

function InvoiceView({ invoice }: { invoice: Invoice }) {
  const t = useTexts(invoices);
  const { state, period, lines } = invoice;
  const leases = lines.filter(({ kind }) => LEASES.includes(kind));
  const adjustments = lines.filter(({ kind }) => ADJUSTMENTS.includes(kind));
  const usage = lines.filter(({ kind }) => kind === 'usage');
  return (
    <RoomPage title={<Flex gap={12} align="center" wrap>{monthName(period)} <span style={{ fontSize: 15, fontWeight: 400 }}><InvoiceState state={state} /></span></Flex>} about={invoice.number} actions={<InvoiceFiles invoice={invoice} />}>
      {state === 'draft' && <Alert type="warning" showIcon title={t('draft')} description={t('draft_hint')} />}
      <Flex gap={16} wrap align="stretch">
        <Totals invoice={invoice} />
        <Facts invoice={invoice} />
      </Flex>
      {lines.length === 0 && <Card>{t('nothing_in')}</Card>}
      {leases.length > 0 && <LeaseLines invoice={invoice} lines={leases} />}
      <ChargeLines invoice={invoice} lines={lines.filter(({ kind }) => kind === 'contract')} title={t('agreed')} about={t('agreed_about')} />
      <UsageLines invoice={invoice} lines={usage.filter(({ late }) => !late)} title={t('calls')} about={t('calls_about')} />
      <UsageLines invoice={invoice} lines={usage.filter(({ late }) => late)} title={t('late_calls')} about={t('late_calls_about')} />
      <ChargeLines invoice={invoice} lines={lines.filter(({ kind }) => kind === 'bundle')} title={t('bundles')} about={t('bundles_about')} />
      <ChargeLines invoice={invoice} lines={adjustments} title={t('adjustments')} about={t('adjustments_about')} />
    </RoomPage>
  );
}

function Totals({ invoice: { currency, total_micro: total, rounding_micro: rounding, payable_micro: payable } }: { invoice: Invoice }) {
  const t = useTexts(invoices);
  const smallest = money('10000', currency);
  return (
    <Card style={{ flex: '1 1 320px' }}>
      <Flex vertical gap={8} className="figures">
        <Row label={t('total')} value={exactMoney(total, currency)} />
        <Row label={t('rounding', { unit: smallest })} value={exactMoney(rounding, currency)} />
        <Flex justify="space-between" align="baseline" gap={12} style={{ borderTop: '1px solid rgba(128, 128, 128, 0.3)', paddingTop: 8 }}>
          <Typography.Text strong>{t('payable')}</Typography.Text>
          <Typography.Text strong style={{ fontSize: 24 }}>{money(payable, currency)}</Typography.Text>
        </Flex>
      </Flex>
    </Card>
  );
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <Flex justify="space-between" gap={12}>
      <Typography.Text type="secondary">{label}</Typography.Text>
      <span>{value}</span>
    </Flex>
  );
}

function Facts({ invoice: { number, timezone, created_at: created, finalized_at: finalized, due_on: due, parties } }: { invoice: Invoice }) {
  const t = useTexts(invoices);
  return (
    <Card style={{ flex: '1 1 320px' }}>
      <Descriptions
        column={1}
        size="small"
        items={[
          { key: 'number', label: t('number'), children: number ?? '–' },
          { key: 'to', label: t('made_out_to'), children: parties.bill_to.name },
          { key: 'zone', label: t('zone'), children: timezone },
          { key: 'created', label: t('drawn_up'), children: moment(created, timezone) },
          { key: 'finalized', label: t('finalized_at'), children: finalized ? moment(finalized, timezone) : '–' },
          { key: 'due', label: t('due'), children: due ? calendarDay(due) : '–' },
        ]}
      />
    </Card>
  );
}
