import { Button, Popover, Typography } from 'antd';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { calendarDay, exactMoney, integer } from '../../texts/formats';
import { type Line, LineGroup } from './line-group';
import { invoices } from './texts';

/** Leases: amount = unit price × quantity × days ÷ the month's days. */
export function LeaseLines({ invoice: { currency }, lines }: { invoice: Schemas['InvoiceDto']; lines: Line[] }) {
  const t = useTexts(invoices);
  return (
    <LineGroup
      title={t('recurring')}
      about={t('recurring_about')}
      currency={currency}
      lines={lines}
      columns={[
        { title: t('what'), key: 'what', render: (_, line) => <Leased line={line} /> },
        { title: t('quantity'), key: 'quantity', align: 'right', className: 'figures', render: (_, { quantity = 0 }) => integer(quantity) },
        {
          title: t('unit_price'),
          key: 'unit_price',
          align: 'right',
          className: 'figures',
          render: (_, { unit_price_micro: price = null }) => price !== null && t('a_month', { price: exactMoney(price, currency) }),
        },
        { title: t('days'), key: 'days', align: 'right', className: 'figures', render: (_, line) => <Days line={line} /> },
      ]}
    />
  );
}

function Leased({ line: { kind, covers = [] } }: { line: Line }) {
  const t = useTexts(invoices);
  const name = kind === 'number' ? t('number_lease') : kind === 'seat' ? t('seat') : t('platform');
  const named = covers.filter((each) => each !== '');
  if (named.length === 0) return name;
  const all = (
    <div style={{ maxWidth: 360, maxHeight: 320, overflow: 'auto', columns: named.length > 12 ? 3 : 1 }} className="figures">
      {named.map((each) => <div key={each}>{each}</div>)}
    </div>
  );
  return (
    <>
      {name}{' '}
      <Popover content={all} trigger="click" title={name}>
        <Button type="link" size="small">{t('covers', { count: named.length })}</Button>
      </Popover>
    </>
  );
}

function Days({ line: { days = 0, period_days: all = 0, first_day: first, last_day: last } }: { line: Line }) {
  const t = useTexts(invoices);
  return (
    <>
      {t('days_of', { days, all })}
      {days < all && first && last && (
        <Typography.Text type="secondary" style={{ display: 'block', fontSize: 12 }}>
          {t('span', { first: calendarDay(first), last: calendarDay(last) })}
        </Typography.Text>
      )}
    </>
  );
}
