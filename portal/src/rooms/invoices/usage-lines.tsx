import { Typography } from 'antd';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/types';
import { type KeysOf, type Translate, useTexts } from '../../texts/define-texts';
import { duration, exactMoney, monthName } from '../../texts/formats';
import { type Line, LineGroup } from './line-group';
import { invoices } from './texts';

interface UsageLinesProps {
  invoice: Schemas['InvoiceDto'];
  lines: Line[];
  title: string;
  about: string;
}

/** Calls by rate; each line opens into them. */
export function UsageLines({ invoice: { id, currency }, lines, title, about }: UsageLinesProps) {
  const t = useTexts(invoices);
  if (lines.length === 0) return null;
  return (
    <LineGroup
      title={title}
      about={about}
      currency={currency}
      lines={lines}
      columns={[
        {
          title: t('what'),
          key: 'what',
          render: (_, line) => (
            <>
              <Link to={'/invoices/$id/lines/$lineId' as string} params={{ id, lineId: line.id } as never}>{nameOf(t, line)}</Link>
              {line.late && <Typography.Text type="secondary"> {monthName(line.usage_period ?? '')}</Typography.Text>}
            </>
          ),
        },
        { title: t('quantity'), key: 'quantity', align: 'right', className: 'figures', render: (_, { quantity = 0 }) => t('count_calls', { count: quantity }) },
        { title: t('billed_time'), key: 'billed', align: 'right', className: 'figures', render: (_, { billed_seconds: billed = 0 }) => duration(billed) },
        { title: t('unit_price'), key: 'unit_price', align: 'right', className: 'figures', render: (_, line) => priceOf(t, line, currency) },
      ]}
    />
  );
}

type Words = Translate<KeysOf<typeof invoices>>;

/** `Outbound, +86` */
export function nameOf(t: Words, { direction = 'inbound', prefix = '' }: Line): string {
  return t('line_name', { direction: t(direction), prefix: prefix === '' ? t('all_others') : prefix });
}

export function priceOf(t: Words, { unit_price_micro: micro = null, unit_seconds: seconds }: Line, currency: string): string {
  if (micro === null || !seconds) return t('by_steps');
  const price = exactMoney(micro, currency);
  return seconds === 60 ? t('a_minute', { price }) : t('a_unit', { price, seconds });
}
