import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { money, moment, monthName } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { usePaged } from '../../ui/paged';
import { RoomPage } from '../../ui/room-page';
import { InvoiceState } from './invoice-state';
import { invoices } from './texts';

type Invoice = Schemas['InvoiceDto'];

export function InvoicesPage() {
  const t = useTexts(invoices);
  const { query, rows, pager } = usePaged<Invoice>(['invoices', 'list'], (page, signal) =>
    answerOf(api.GET('/v1/invoices', { params: { query: page }, signal })),
  );
  return (
    <RoomPage title={t('title')} about={t('about')}>
      <ListTable<Invoice>
        query={query}
        rows={rows && [...rows].sort((a, b) => b.period.localeCompare(a.period))}
        empty={t('empty')}
        columns={[
          {
            title: t('month'),
            key: 'period',
            render: (_, { id, period }) => <Link to={'/invoices/$id' as string} params={{ id } as never}>{monthName(period)}</Link>,
          },
          { title: t('state'), key: 'state', render: (_, { state }) => <InvoiceState state={state} /> },
          { title: t('number'), key: 'number', render: (_, { number }) => number ?? '–' },
          {
            title: t('payable'),
            key: 'payable',
            align: 'right',
            className: 'figures',
            render: (_, { payable_micro: micro, currency }) => <b>{money(micro, currency)}</b>,
          },
          {
            title: t('finalized_at'),
            key: 'finalized_at',
            render: (_, { finalized_at: at, timezone }) => (at ? moment(at, timezone) : '–'),
          },
        ]}
      />
      {pager}
    </RoomPage>
  );
}
