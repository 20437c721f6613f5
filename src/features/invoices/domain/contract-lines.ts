import { type BillingPeriod, billingPeriodAt } from '../../../platform/time/billing-period';
import { type BundleBalance, type CoverableCall, drawBundles } from '../../contracts/domain/bundles';
import { contractCharges, type Measured } from '../../contracts/domain/contract-charges';
import type { ContractSpan } from '../../contracts/domain/contract-spans';
import type { BundleItem } from '../../contracts/domain/contract-terms';
import type { InvoicedUsage } from '../../usage/domain/usage-ledger';
import type { BundleLine, ContractLine } from './invoice';

/** The days on which a version of the contract held, and what was used on them. */
export interface MeasuredSpan {
  readonly span: ContractSpan;
  readonly measured: Measured;
}

/** A line for each item and version, in the contract's order. */
export function contractLines(spans: readonly MeasuredSpan[]): ContractLine[] {
  return spans.flatMap(({ span, measured }) =>
    contractCharges(span, measured).map(({ item: { kind: item, code, name, nameZh }, firstDay, lastDay, days, periodDays, steps, amountMicro }) => ({
      kind: 'contract' as const, key: `contract:${code}:${firstDay}`, item, code, name, nameZh, firstDay, lastDay, days, periodDays, steps, amountMicro,
    })));
}

/** A bundle whose minutes were bought in an earlier month, and what is left of them. */
export interface CarriedBundle {
  readonly item: Pick<BundleItem, 'code' | 'name' | 'nameZh' | 'direction' | 'prefixes'>;
  readonly balance: BundleBalance;
}

/** The month's own bundles: their minutes are prorated as their price is, to the whole second; a later version's terms hold for all of them. */
export function boughtBundles(spans: readonly ContractSpan[], { key: month }: BillingPeriod): CarriedBundle[] {
  const bought = new Map<string, CarriedBundle>();
  for (const { terms, days, periodDays } of spans) {
    for (const item of terms.items) {
      if (item.kind !== 'bundle') continue;
      const seconds = Math.floor((item.minutes * 60 * days) / periodDays) + (bought.get(item.code)?.balance.seconds ?? 0);
      const pricePerSecond = Number(item.priceMicro) / (item.minutes * 60);
      bought.set(item.code, { item, balance: { bundle: item, month, lastMonth: monthsAfter(month, item.rollOverMonths), seconds, pricePerSecond } });
    }
  }
  return [...bought.values()];
}

/** What bundles pay for of the month's usage. */
export function bundleLines(bundles: readonly CarriedBundle[], usage: readonly InvoicedUsage[], { zone }: BillingPeriod): BundleLine[] {
  const calls = usage.map(({ source, sourceId, ...one }): CoverableCall => ({ ...one, id: `${source}:${sourceId}`, month: billingPeriodAt(one.startedAt, zone).key }));
  const items = new Map(bundles.map(({ item, balance }) => [balance, item]));
  return drawBundles(bundles.map(({ balance }) => balance), calls).flatMap(({ balance, seconds, calls: quantity, steps, amountMicro }) => {
    const item = items.get(balance);
    if (!item) return [];
    const { month, lastMonth } = balance;
    const { code, name, nameZh } = item;
    return [{ kind: 'bundle' as const, key: `bundle:${code}:${month}`, code, name, nameZh, month, lastMonth, quantity, seconds, steps, amountMicro }];
  });
}

/** So many months later, or earlier where negative. @param month YYYY-MM */
export function monthsAfter(month: string, months: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
