import { roundToMinor } from '../../../platform/money/money';
import type { BillingPeriod } from '../../../platform/time/billing-period';
import type { Tariff } from '../../tariffs/domain/tariff';
import type { InvoicedUsage } from '../../usage/domain/usage-ledger';
import { adjustmentLines } from './adjustment-lines';
import { boughtBundles, bundleLines, type CarriedBundle, contractLines, type MeasuredSpan } from './contract-lines';
import type { Invoice, InvoiceLine } from './invoice';
import { type Lease, leaseLines } from './lease-lines';
import { usageLines } from './usage-lines';

export interface InvoiceInput {
  readonly tenantId: string;
  /** In the tenant's own zone: days and months are the tenant's. */
  readonly period: BillingPeriod;
  /** Prices the leases; usage comes rated. */
  readonly tariff: Tariff;
  /** All leases of the tenant, of any time: those outside the period leave no line. */
  readonly leases: readonly Lease[];
  /** The period's rated usage, and what came late for earlier periods. */
  readonly usage: readonly InvoicedUsage[];
  readonly contract: ContractInput;
}

/** What a contract's charges are made of; see NO_CONTRACT for none. */
export interface ContractInput {
  /** Each version that held in the period, in order. */
  readonly spans: readonly MeasuredSpan[];
  /** What is left of earlier months' bundles. */
  readonly carried: readonly CarriedBundle[];
  /** The month's service level by the contract's formula, 0 to 1; null when there was no call. */
  readonly level: number | null;
}

export const NO_CONTRACT: ContractInput = { spans: [], carried: [], level: null };

/**
 * Draws up a tenant's invoice for a month. The same input in any order gives the same invoice.
 *
 * Every amount is exact to the micro-unit after one rounding: a call's when it was rated, any other line's here. Lines
 * and total are plain sums of these, so total = Σ lines = Σ rated calls + Σ all other lines without remainder. Only what is
 * payable is rounded to the currency's minor unit, once for the invoice, and the difference is shown: rounding each
 * line to cents would part the lines from the calls they open into.
 *
 * @throws RangeError for input that cannot be invoiced, see `leaseLines` and `usageLines`
 */
export function buildInvoice({ tenantId, period, tariff, leases, usage, contract }: InvoiceInput): Invoice {
  const { spans, carried, level } = contract;
  const charged: InvoiceLine[] = [
    ...leaseLines('platform', leases, tariff.platformMonthlyMicro, period),
    ...leaseLines('seat', leases, tariff.seatMonthlyMicro, period),
    ...leaseLines('number', leases, tariff.numberMonthlyMicro, period),
    ...contractLines(spans),
    ...usageLines(usage, tariff, period),
    ...bundleLines([...carried, ...boughtBundles(spans.map(({ span }) => span), period)], usage, period),
  ];
  const lines = [...charged, ...adjustmentLines(charged, spans.map(({ span }) => span), level)];
  const totalMicro = lines.reduce((sum, line) => sum + line.amountMicro, 0n);
  const payableMicro = roundToMinor(totalMicro, tariff.currency);
  return {
    tenantId,
    period: period.key,
    timezone: period.zone,
    currency: tariff.currency,
    lines,
    totalMicro,
    roundingMicro: payableMicro - totalMicro,
    payableMicro,
  };
}
