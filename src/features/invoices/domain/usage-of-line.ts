import { billingPeriod } from '../../../platform/time/billing-period';
import type { LineDetails } from './line-details';

/** What the usage records of a line have in common, and no other record of its invoice has. */
export interface LineUsage {
  readonly startedWithin: readonly [Date, Date];
  readonly pricedAs: string;
  readonly ratePrefix: string;
  readonly tariffId: string;
}

/** @returns null for a lease, which has no usage */
export function usageOfLine(details: LineDetails, timezone: string): LineUsage | null {
  if (!('usagePeriod' in details)) return null;
  const { start, end } = billingPeriod(details.usagePeriod, timezone);
  return {
    startedWithin: [start, end],
    pricedAs: details.direction,
    ratePrefix: details.prefix,
    tariffId: details.tariffId,
  };
}
