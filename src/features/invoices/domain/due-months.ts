import { type BillingPeriod, billingPeriod, billingPeriodAt } from '../../../platform/time/billing-period';
import { addDays } from '../../../platform/time/calendar';

/** From an instant up to, not including, another; null while it goes on. */
interface LeaseSpan {
  readonly leasedFrom: Date;
  readonly leasedUntil: Date | null;
}

export interface Books {
  /** When the tenant first became one. */
  readonly since: Date;
  readonly timezone: string;
  /** When it was one since. */
  readonly leases: readonly LeaseSpan[];
  /** Months whose invoice is finalized. */
  readonly finalized: ReadonlySet<string>;
  /** Months whose invoice is a draft: after a removal it may hold late usage alone. */
  readonly drafts: ReadonlySet<string>;
}

/**
 * The months to close on a day, oldest first: those that are over by at least `graceMs`, so that the last calls' CDRs
 * have come, and the running one, for its draft. A month that a stopped worker missed is made up for, unless the
 * tenant was none in it: usage that became known then stands on the running month's invoice.
 */
export function dueMonths({ since, timezone, leases, finalized, drafts }: Books, now: Date, graceMs: number): string[] {
  return monthsFrom(billingPeriodAt(since, timezone), now)
    .filter((month) => !finalized.has(month.key))
    .filter((month) => now < month.end || (isPast(month, now, graceMs) && isToBill(month, leases, drafts)))
    .map(({ key }) => key);
}

function isPast({ end }: BillingPeriod, now: Date, graceMs: number): boolean {
  return now.getTime() - end.getTime() >= graceMs;
}

function isToBill({ key, start, end }: BillingPeriod, leases: Books['leases'], drafts: Books['drafts']): boolean {
  return (
    drafts.has(key) ||
    leases.some(({ leasedFrom, leasedUntil }) => leasedFrom < end && (leasedUntil === null || leasedUntil > start))
  );
}

function monthsFrom(first: BillingPeriod, now: Date): BillingPeriod[] {
  const months: BillingPeriod[] = [];
  let month = first;
  while (month.start <= now) {
    months.push(month);
    month = billingPeriod(addDays(month.lastDay, 1).slice(0, 7), month.zone);
  }
  return months;
}
