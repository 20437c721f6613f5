import { Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { exactMoney } from '../../texts/formats';
import { invoices } from './texts';

type Usage = Schemas['InvoicedUsageDto'];
type Step = Usage['steps'][number];

/** Where the list is wider than the screen, the sum is not. */
const WITHIN_SIGHT = { position: 'sticky', left: 8, width: 'min(620px, calc(100vw - 64px))' } as const;

/** How a call's price came about, as one would do the sum on paper. */
export function Arithmetic({ usage: { steps, amount_micro: amount }, currency }: { usage: Usage; currency: string }) {
  const t = useTexts(invoices);
  if (steps.length === 0) return <Typography.Text type="secondary">{t('free')}</Typography.Text>;
  return (
    <Flex vertical gap={4} style={WITHIN_SIGHT} className="figures" role="group" aria-label={t('arithmetic')}>
      {steps.map((step, place) => <StepRow key={place} step={step} currency={currency} />)}
      <Row value={<b>{exactMoney(amount, currency)}</b>}><b>{t('call_sum')}</b></Row>
    </Flex>
  );
}

function StepRow({ step, currency }: { step: Step; currency: string }) {
  const t = useTexts(invoices);
  if (step.step === 'connect-fee') return <Row value={exactMoney(step.fee_micro ?? '0', currency)}>{t('connect_fee')}</Row>;
  const { from_second: second = 0, seconds = 0, increment_seconds: increment = 1, billed_seconds: billed = 0 } = step;
  const { price_micro: price = '0', unit_seconds: unit = 60 } = step;
  return (
    <Row value={exactMoney(costOf(step), currency)}>
      {step.band !== undefined && <Typography.Text type="secondary">{step.band}: </Typography.Text>}
      {second > 0 && <Typography.Text type="secondary">{t('step_from', { second })}: </Typography.Text>}
      <Typography.Text type="secondary">{t('step_rounded', { seconds, increment, billed })}; </Typography.Text>
      {t('rated_price', { billed, price: exactMoney(price, currency), unit })}
    </Row>
  );
}

function Row({ children, value }: { children: ReactNode; value: ReactNode }) {
  return (
    <Flex justify="space-between" gap={24}>
      <span>{children}</span>
      <span style={{ whiteSpace: 'nowrap' }}>= {value}</span>
    </Flex>
  );
}

/** price × billed ÷ unit, half up to the micro-unit: for reading only, as the API rounds the sum of the steps alone. */
function costOf({ price_micro: price = '0', billed_seconds: billed = 0, unit_seconds: unit = 60 }: Step): string {
  return String((BigInt(price) * BigInt(billed) * 2n + BigInt(unit)) / (BigInt(unit) * 2n));
}
