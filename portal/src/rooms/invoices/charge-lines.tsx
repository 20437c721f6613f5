import { Flex, Typography } from 'antd';
import type { Schemas } from '../../api/types';
import { useStore } from '../../state/store';
import { type KeysOf, type Translate, useTexts } from '../../texts/define-texts';
import { calendarDay, exactMoney, monthName, scaledQuantity } from '../../texts/formats';
import { language } from '../../texts/language';
import { type Line, LineGroup } from './line-group';
import { invoices } from './texts';

interface ChargeLinesProps {
  invoice: Schemas['InvoiceDto'];
  lines: Line[];
  title: string;
  about: string;
}

type Words = Translate<KeysOf<typeof invoices>>;
type Step = Schemas['ChargeStepDto'];

/** What the contract charges, and what follows from it; each line opens into its arithmetic. */
export function ChargeLines({ invoice: { currency }, lines, title, about }: ChargeLinesProps) {
  const t = useTexts(invoices);
  const isChinese = useStore(language) === 'zh-CN';
  if (lines.length === 0) return null;
  return (
    <LineGroup
      title={title}
      about={about}
      currency={currency}
      lines={lines}
      steps={(line) => <Steps steps={line.steps ?? []} amount={line.amount_micro} currency={currency} />}
      columns={[
        {
          title: t('what'),
          key: 'what',
          render: (_, line) => (
            <>
              {isChinese ? line.name_zh : line.name}
              <Typography.Text type="secondary" style={{ display: 'block', fontSize: 12 }}>{remarkOf(t, line)}</Typography.Text>
            </>
          ),
        },
      ]}
    />
  );
}

function remarkOf(t: Words, { kind, month, days = 0, period_days: all = 0, first_day: first, last_day: last }: Line): string {
  if (kind === 'bundle') return t('bundle_of', { month: monthName(month ?? '') });
  return days < all && first && last ? t('span', { first: calendarDay(first), last: calendarDay(last) }) : '';
}

/** price × base ÷ scale, step by step, and the sum that is rounded once. */
function Steps({ steps, amount, currency }: { steps: readonly Step[]; amount: string; currency: string }) {
  const t = useTexts(invoices);
  return (
    <Flex vertical gap={4} style={{ maxWidth: 620 }} className="figures" role="group" aria-label={t('arithmetic')}>
      {steps.map((step, place) => (
        <Flex key={place} justify="space-between" gap={24}>
          <span><Typography.Text type="secondary">{t(`step_${step.step}` as 'step_price')}: </Typography.Text>{sumOf(step, currency)}</span>
          <span style={{ whiteSpace: 'nowrap' }}>= {exactMoney(costOf(step), currency)}</span>
        </Flex>
      ))}
      <Flex justify="space-between" gap={24}><b>{t('sum')}</b><b style={{ whiteSpace: 'nowrap' }}>= {exactMoney(amount, currency)}</b></Flex>
    </Flex>
  );
}

/** `58 × CN¥350.00`, or of a share of something `CN¥3,000.00 × 5 %`. */
function sumOf({ step, price_micro: price, base, scale }: Step, currency: string): string {
  if (step === 'percentage') return `${exactMoney(price, currency)} × ${scaledQuantity(base, '1000000')} %`;
  return `${scaledQuantity(base, scale)} × ${exactMoney(price, currency)}`;
}

/** Half up to the micro-unit: for reading only, as the API rounds the sum of the steps alone. */
function costOf({ price_micro: price, base, scale }: Step): string {
  const [over, under] = [BigInt(price) * BigInt(base), BigInt(scale)];
  const magnitude = over < 0n ? -over : over;
  const rounded = (magnitude * 2n + under) / (under * 2n);
  return String(over < 0n ? -rounded : rounded);
}
