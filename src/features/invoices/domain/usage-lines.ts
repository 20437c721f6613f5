import { type BillingPeriod, billingPeriodAt } from '../../../platform/time/billing-period';
import type { RateRow, Tariff } from '../../tariffs/domain/tariff';
import type { InvoicedUsage } from '../../usage/domain/usage-ledger';
import type { UsageLine } from './invoice';

/**
 * The lines for rated usage: one per month of use, direction, prefix and tariff; late ones last. Amounts are summed,
 * not rounded again.
 *
 * @param tariff names the unit price of the lines that were rated by it; others show none
 * @throws RangeError for usage after the period, in another currency, or given twice
 */
export function usageLines(usage: readonly InvoicedUsage[], tariff: Tariff, period: BillingPeriod): UsageLine[] {
  refuseTwice(usage);
  const groups = new Map<string, InvoicedUsage[]>();
  for (const one of usage) {
    const key = usageLineKey(one, tariff.currency, period);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const lines = [...groups].flatMap(([key, group]) => {
    const [first] = group;
    return first ? [lineOf(key, first, group, tariff, period)] : [];
  });
  return lines.sort((a, b) => Number(a.late) - Number(b.late) || (a.key < b.key ? -1 : 1));
}

function usageLineKey(usage: InvoicedUsage, currency: string, period: BillingPeriod): string {
  const named = `${usage.source}:${usage.sourceId}`;
  if (usage.currency !== currency) throw new RangeError(`${named} is rated in ${usage.currency}, not in ${currency}`);
  if (usage.startedAt >= period.end) throw new RangeError(`${named} began after the period ${period.key}`);
  return `usage:${monthOf(usage, period)}:${usage.pricedAs}:${usage.prefix}:${usage.tariffId}`;
}

function monthOf({ startedAt }: InvoicedUsage, period: BillingPeriod): string {
  return startedAt >= period.start ? period.key : billingPeriodAt(startedAt, period.zone).key;
}

function lineOf(
  key: string, first: InvoicedUsage, group: readonly InvoicedUsage[], tariff: Tariff, period: BillingPeriod,
): UsageLine {
  const usagePeriod = monthOf(first, period);
  const price = first.tariffId === tariff.id ? singlePrice(first, tariff) : undefined;
  return {
    kind: 'usage',
    key,
    direction: first.pricedAs,
    prefix: first.prefix,
    tariffId: first.tariffId,
    usagePeriod,
    late: usagePeriod !== period.key,
    quantity: group.length,
    billedSeconds: group.reduce((sum, one) => sum + one.billedSeconds, 0),
    unitPriceMicro: price?.priceMicro ?? null,
    unitSeconds: price?.unitSeconds ?? null,
    amountMicro: group.reduce((sum, one) => sum + one.amountMicro, 0n),
    covers: group.map((one) => `${one.source}:${one.sourceId}`).sort(),
  };
}

/** A row that stands for its whole ladder: the price of a unit is the same from the first second to the last. */
function singlePrice({ pricedAs, prefix }: InvoicedUsage, tariff: Tariff): RateRow | undefined {
  const [row, ...others] = tariff.rates.filter((rate) => rate.direction === pricedAs && rate.prefix === prefix);
  const same = others.every((other) => other.priceMicro === row?.priceMicro && other.unitSeconds === row.unitSeconds);
  return same ? row : undefined;
}

function refuseTwice(usage: readonly InvoicedUsage[]): void {
  const seen = new Set<string>();
  for (const { source, sourceId } of usage) {
    const id = `${source}:${sourceId}`;
    if (seen.has(id)) throw new RangeError(`${id} is given twice`);
    seen.add(id);
  }
}
