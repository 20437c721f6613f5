import { type BillingPeriod, billingPeriod, billingPeriodAt } from '../../../platform/time/billing-period';
import { addDays } from '../../../platform/time/calendar';

interface Books {
  /** Since when the tenant is one. */
  readonly since: Date;
  readonly timezone: string;
  /** Months whose invoice is finalized. */
  readonly finalized: ReadonlySet<string>;
}

/**
 * The months to close on a day, oldest first: those that are over by at least `graceMs`, so that the last calls' CDRs
 * have come, and the running one, for its draft. A month that a stopped worker missed is made up for.
 */
export function dueMonths({ since, timezone, finalized }: Books, now: Date, graceMs: number): string[] {
  return monthsFrom(billingPeriodAt(since, timezone), now)
    .filter(({ key, end }) => !finalized.has(key) && (now < end || now.getTime() - end.getTime() >= graceMs))
    .map(({ key }) => key);
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
