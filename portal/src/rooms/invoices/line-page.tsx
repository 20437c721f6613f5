import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Card, Descriptions } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { NotFoundPage } from '../../shell/closed-pages';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { duration, exactMoney, integer, moment, monthName } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { Loaded } from '../../ui/loaded';
import { usePaged } from '../../ui/paged';
import { RoomPage } from '../../ui/room-page';
import { Arithmetic } from './arithmetic';
import { oneInvoice } from './invoices-queries';
import type { Line } from './line-group';
import { invoices } from './texts';
import { nameOf, priceOf } from './usage-lines';

type Invoice = Schemas['InvoiceWithLinesDto'];
type Usage = Schemas['InvoicedUsageDto'];

/** The calls behind a line. */
export function LinePage() {
  const { id = '', lineId = '' } = useParams({ strict: false }) as { id?: string; lineId?: string };
  return (
    <Loaded query={useQuery(oneInvoice(id))}>
      {(invoice) => {
        const line = invoice.lines.find((each) => each.id === lineId);
        return line ? <LineView invoice={invoice} line={line} /> : <NotFoundPage />;
      }}
    </Loaded>
  );
}

function LineView({ invoice, line }: { invoice: Invoice; line: Line }) {
  const t = useTexts(invoices);
  const { id, currency, period } = invoice;
  const back = (
    <Link to={'/invoices/$id' as string} params={{ id } as never}><Button icon={<ArrowLeftOutlined />}>{monthName(period)}</Button></Link>
  );
  return (
    <RoomPage title={nameOf(t, line)} about={monthName(line.usage_period ?? period)} actions={back}>
      <Card>
        <Descriptions
          column={{ xs: 1, sm: 2, lg: 4 }}
          items={[
            { key: 'quantity', label: t('calls'), children: integer(line.quantity ?? 0) },
            { key: 'billed', label: t('billed_time'), children: duration(line.billed_seconds ?? 0) },
            { key: 'price', label: t('unit_price'), children: priceOf(t, line, currency) },
            { key: 'amount', label: t('amount'), children: <b>{exactMoney(line.amount_micro, currency)}</b> },
          ]}
        />
      </Card>
      <Usages invoice={invoice} lineId={line.id} />
    </RoomPage>
  );
}

function Usages({ invoice: { id, currency, timezone }, lineId }: { invoice: Invoice; lineId: string }) {
  const t = useTexts(invoices);
  const mayOpenCalls = useMay('calls:read');
  const { query, rows, pager } = usePaged<Usage>(['invoices', id, 'lines', lineId], (page, signal) =>
    answerOf(api.GET('/v1/invoices/{id}/lines/{lineId}/usage', { params: { path: { id, lineId }, query: page }, signal })),
  );
  return (
    <>
      <ListTable<Usage>
        query={query}
        rows={rows}
        empty={t('no_calls')}
        expandable={{ expandRowByClick: true, expandedRowRender: (usage) => <Arithmetic usage={usage} currency={currency} /> }}
        columns={[
          { title: t('started'), key: 'started', render: (_, { started_at: at }) => moment(at, timezone) },
          { title: t('called'), dataIndex: 'number', className: 'figures' },
          { title: t('talked'), key: 'talked', align: 'right', className: 'figures', render: (_, { seconds }) => duration(seconds) },
          { title: t('billed_time'), key: 'billed', align: 'right', className: 'figures', render: (_, { billed_seconds: billed }) => duration(billed) },
          { title: t('amount'), key: 'amount', align: 'right', className: 'figures', render: (_, { amount_micro: micro }) => exactMoney(micro, currency) },
          {
            title: t('call'),
            key: 'call',
            render: (_, { call_id: callId }) =>
              callId !== null && mayOpenCalls && <Link to={'/calls/$id' as string} params={{ id: callId } as never}>{t('open_call')}</Link>,
          },
        ]}
      />
      {pager}
    </>
  );
}
