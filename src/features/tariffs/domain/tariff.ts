import type { LocalDate } from '../../../platform/time/calendar';
import type { TimeBand } from './time-bands';

/**
 * What a rate row prices. `inbound`: a call that came in over a trunk; `outbound`: a call placed to a number outside;
 * `transfer`: the second trunk leg when a call that came in is sent on to a number outside.
 */
export const DIRECTIONS = ['inbound', 'outbound', 'transfer'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/**
 * One rung of a rate, after CGRateS: "60/6" is two rows, increment 60 from second 0 and increment 6 from second 60.
 * Rows of the same direction, prefix and band form a ladder; each holds until the next one's `fromSecond`.
 */
export interface RateRow {
  readonly direction: Direction;
  /**
   * Start of the number called, written as the numbers are: "+86138" for E.164, "400" for national service numbers.
   * The longest matching prefix wins; '' is the default. Inbound it is the tenant's own number, never the caller's:
   * that can be withheld or forged, and must not decide a price.
   */
  readonly prefix: string;
  /** Charged once per call that lasted; 0 on every row but the one from second 0. */
  readonly connectFeeMicro: bigint;
  /** Price of one unit, 0 or more. */
  readonly priceMicro: bigint;
  /** Seconds that `priceMicro` pays for, 1 or more; 60 for a price per minute. */
  readonly unitSeconds: number;
  /** The seconds within this row are rounded up to a multiple of this, 1 or more. */
  readonly incrementSeconds: number;
  /** The row holds from this second of the call on, 0 or more. */
  readonly fromSecond: number;
  /** The band of the week in which it holds; left out, it holds wherever no row of a band does. */
  readonly band?: string;
}

/** A tenant's prices, in force from a day on. Monthly prices are prorated by days, see the invoices. */
export interface Tariff {
  readonly id: string;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA zone in which `validFrom` is read, and the bands' hours are. */
  readonly timezone: string;
  readonly validFrom: LocalDate;
  /** Per seat and month. */
  readonly seatMonthlyMicro: bigint;
  /** Per number and month. */
  readonly numberMonthlyMicro: bigint;
  /** Per month. */
  readonly platformMonthlyMicro: bigint;
  readonly rates: readonly RateRow[];
  /** Parts of the week with prices of their own; of two that cover a moment the first holds. */
  readonly bands?: readonly TimeBand[];
  readonly holidays?: readonly LocalDate[];
}
