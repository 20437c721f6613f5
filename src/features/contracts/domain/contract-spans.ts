import type { BillingPeriod } from '../../../platform/time/billing-period';
import { addDays, daysInclusive, type LocalDate, startOfDay } from '../../../platform/time/calendar';
import type { Share } from './charge';
import type { ContractTerms } from './contract-terms';

/** The days of a month on which one version of a contract held. */
export interface ContractSpan extends Share {
  readonly terms: ContractTerms;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly from: Date;
  /** Not included. */
  readonly until: Date;
}

/**
 * Which version held on which days of the month, in order; none for the days before the first one. Of several for the same
 * day the one made last (the greatest id) holds.
 */
export function contractSpans(versions: readonly ContractTerms[], { firstDay, lastDay, days: periodDays, zone }: BillingPeriod): ContractSpan[] {
  const oldestFirst = versions.toSorted((a, b) => order(a.validFrom, b.validFrom) || order(a.id, b.id));
  const holding = oldestFirst.filter((terms, at) => oldestFirst[at + 1]?.validFrom !== terms.validFrom);
  return holding.flatMap((terms, at) => {
    const next = holding[at + 1]?.validFrom;
    const first = terms.validFrom > firstDay ? terms.validFrom : firstDay;
    const last = next !== undefined && next <= lastDay ? addDays(next, -1) : lastDay;
    if (first > last) return [];
    const until = startOfDay(addDays(last, 1), zone);
    return [{ terms, firstDay: first, lastDay: last, days: daysInclusive(first, last), periodDays, from: startOfDay(first, zone), until }];
  });
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
