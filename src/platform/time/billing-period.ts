import { addDays, daysInclusive, type LocalDate, localDateOf, startOfDay } from './calendar';

/** A month's key. The very last month is left out: the day after it could not be written. */
export const MONTH = /^(?!9999-12)[1-9]\d{3}-(0[1-9]|1[0-2])$/;
export const MONTH_RULE = 'must be a month written YYYY-MM, such as 2026-10';

/** A calendar month in a zone: the instants from `start` up to but not including `end`. */
export interface BillingPeriod {
  /** `YYYY-MM`. */
  readonly key: string;
  readonly zone: string;
  readonly start: Date;
  readonly end: Date;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  /** Days of the month as the calendar counts them, 28 to 31. */
  readonly days: number;
}

/**
 * Periods of one zone follow one another without gap or overlap, whatever its clocks do at the month's turn.
 * @throws RangeError for a month not written `YYYY-MM` or a zone that does not exist
 */
export function billingPeriod(key: string, zone: string): BillingPeriod {
  if (!MONTH.test(key)) {
    throw new RangeError(`"${key}" is not a billing month written YYYY-MM, such as 2026-10`);
  }
  const firstDay = `${key}-01`;
  const next = firstDayOfNextMonth(key);
  const lastDay = addDays(next, -1);
  return {
    key,
    zone,
    start: startOfDay(firstDay, zone),
    end: startOfDay(next, zone),
    firstDay,
    lastDay,
    days: daysInclusive(firstDay, lastDay),
  };
}

/** The period that an instant falls into. */
export function billingPeriodAt(instant: Date, zone: string): BillingPeriod {
  const period = billingPeriod(localDateOf(instant, zone).slice(0, 7), zone);
  // Clocks set back across a month's turn show the old month again after the new one has begun (St. John's, 2009).
  return instant < period.end ? period : billingPeriod(firstDayOfNextMonth(period.key).slice(0, 7), zone);
}

function firstDayOfNextMonth(key: string): LocalDate {
  // 31 days after the first is always some day of the next month.
  return `${addDays(`${key}-01`, 31).slice(0, 7)}-01`;
}
