import { divideAndRound } from '../../../platform/money/rounding';
import { findRate } from './find-rate';
import type { Direction, RateRow, Tariff } from './tariff';

/** The arithmetic of a rated call, one entry each, complete enough for a stranger to do it again (recompute.ts). */
export type RatingStep =
  | { readonly step: 'connect-fee'; readonly feeMicro: bigint }
  | {
    readonly step: 'duration';
    /** The rung of the ladder: it holds from this second of the call on. */
    readonly fromSecond: number;
    /** Seconds of the call that fell into this rung. */
    readonly seconds: number;
    readonly incrementSeconds: number;
    /** `seconds` rounded up to a multiple of `incrementSeconds`. */
    readonly billedSeconds: number;
    /** The step costs priceMicro × billedSeconds ÷ unitSeconds, kept exact. */
    readonly priceMicro: bigint;
    readonly unitSeconds: number;
  };

export type DurationStep = Extract<RatingStep, { step: 'duration' }>;

export interface RatableCall {
  readonly direction: Direction;
  /** The number called, written as the tariff's prefixes are. */
  readonly number: string;
  /** Whole seconds, 0 or more. */
  readonly seconds: number;
}

export interface Rating {
  readonly outcome: 'rated';
  readonly amountMicro: bigint;
  readonly billedSeconds: number;
  readonly steps: readonly RatingStep[];
  /** The prefix that decided, and the direction whose rows did (outbound for a transfer without rows of its own). */
  readonly prefix: string;
  readonly pricedAs: Direction;
}

export interface RatingRefusal {
  readonly outcome: 'refused';
  readonly reason: 'no-rate' | 'bad-seconds';
  readonly detail: string;
}

/**
 * Prices one call: the quantity is rounded up first, row by row, then the exact sum of all rows is rounded once to the
 * micro-unit. A call of zero seconds, which an unanswered one is, costs nothing, not even the connect fee: the fee pays
 * for a connection, and there was none.
 *
 * Expects a tariff in which `validateTariff` finds no problem.
 */
export function rateCall(call: RatableCall, tariff: Tariff): Rating | RatingRefusal {
  const { direction, number, seconds } = call;
  if (!Number.isSafeInteger(seconds) || seconds < 0) {
    const detail = `seconds must be a whole number from 0, not ${seconds}`;
    return { outcome: 'refused', reason: 'bad-seconds', detail };
  }
  const rate = findRate(tariff, direction, number);
  if (!rate) {
    const detail = `tariff ${tariff.id} has no ${direction} row for the number, and no default row`;
    return { outcome: 'refused', reason: 'no-rate', detail };
  }
  const durations = seconds === 0 ? [] : climb(rate.ladder, seconds);
  const feeMicro = seconds === 0 ? 0n : rate.ladder[0]?.connectFeeMicro ?? 0n;
  return {
    outcome: 'rated',
    amountMicro: feeMicro + priceOf(durations),
    billedSeconds: durations.reduce((sum, step) => sum + step.billedSeconds, 0),
    steps: feeMicro === 0n ? durations : [{ step: 'connect-fee', feeMicro }, ...durations],
    prefix: rate.prefix,
    pricedAs: rate.direction,
  };
}

/** Cuts the call's seconds at the rows' `fromSecond` and rounds each piece up to its row's increment. */
function climb(ladder: readonly RateRow[], seconds: number): DurationStep[] {
  return ladder.flatMap((row, rung) => {
    if (seconds <= row.fromSecond) return [];
    const until = Math.min(seconds, ladder[rung + 1]?.fromSecond ?? seconds);
    const within = until - row.fromSecond;
    return [{
      step: 'duration' as const,
      fromSecond: row.fromSecond,
      seconds: within,
      incrementSeconds: row.incrementSeconds,
      billedSeconds: within + ((row.incrementSeconds - (within % row.incrementSeconds)) % row.incrementSeconds),
      priceMicro: row.priceMicro,
      unitSeconds: row.unitSeconds,
    }];
  });
}

/** Brings the steps to one denominator, the product of their units, so that only the sum is rounded. */
function priceOf(steps: readonly DurationStep[]): bigint {
  const denominator = steps.reduce((product, step) => product * BigInt(step.unitSeconds), 1n);
  const numerator = steps.reduce((sum, { priceMicro, billedSeconds, unitSeconds }) =>
    sum + priceMicro * BigInt(billedSeconds) * (denominator / BigInt(unitSeconds)), 0n);
  return divideAndRound(numerator, denominator);
}
