import { divideAndRound, divideAndRoundSmall, MOST_DIVIDED } from '../../../platform/money/rounding';
import { findRate, type Rate } from './find-rate';
import type { Direction, RateRow, Tariff } from './tariff';
import { ANY_TIME, BandClock } from './time-bands';

const SECOND_MS = 1000;
/** After that no other band is looked for: no call lasts a year. */
const LONGEST_SECONDS = 366 * 86_400;

/** The arithmetic of a rated call, one entry each, complete enough for a stranger to do it again (recompute.ts). */
export type RatingStep =
  | { readonly step: 'connect-fee'; readonly feeMicro: bigint }
  | {
    readonly step: 'duration';
    /** The band of the week whose row it is; left out for a row of any time. */
    readonly band?: string;
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
  /** When they began. */
  readonly startedAt: Date;
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
  const ladderAt = laddersOf(rate, call, tariff);
  const durations = climb(call, ladderAt);
  // that of the band in which the call begins
  const feeMicro = seconds === 0 ? 0n : (ladderAt(0).ladder[0]?.connectFeeMicro ?? 0n);
  return {
    outcome: 'rated',
    amountMicro: feeMicro + priceOf(durations),
    billedSeconds: durations.reduce((sum, step) => sum + step.billedSeconds, 0),
    steps: feeMicro === 0n ? durations : [{ step: 'connect-fee', feeMicro }, ...durations],
    prefix: rate.prefix,
    pricedAs: rate.direction,
  };
}

/**
 * Walks through the call: a row holds until the next one of its ladder, or until another band begins, and its seconds are
 * rounded up to whole increments. An increment is priced where it begins: what it has of the next row's time, or of the next
 * band's, is paid for with it, and nobody pays for a second twice.
 */
function climb({ seconds }: RatableCall, ladderAt: LadderAt): DurationStep[] {
  const steps: DurationStep[] = [];
  for (let second = 0; second < seconds;) {
    const { ladder, until } = ladderAt(second);
    const rung = ladder.findLastIndex(({ fromSecond }) => fromSecond <= second);
    const row = ladder[rung] as RateRow;
    const end = Math.min(seconds, ladder[rung + 1]?.fromSecond ?? seconds, until);
    const billedSeconds = Math.ceil((end - second) / row.incrementSeconds) * row.incrementSeconds;
    const { fromSecond, incrementSeconds, priceMicro, unitSeconds, band } = row;
    const within = Math.min(seconds - second, billedSeconds);
    steps.push({
      step: 'duration', ...(band !== undefined && { band }), fromSecond, seconds: within, incrementSeconds, billedSeconds, priceMicro, unitSeconds,
    });
    second += billedSeconds;
  }
  return steps;
}

type LadderAt = (second: number) => { ladder: readonly RateRow[]; until: number };

/** Which rows hold at a second of the call, and until which. Most rates are the same all week, and ask no clock. */
function laddersOf({ ladders: all }: Rate, { startedAt, seconds }: RatableCall, tariff: Tariff): LadderAt {
  const anyTime = all.get(ANY_TIME) ?? [];
  if (all.size === 1) return () => ({ ladder: anyTime, until: Number.POSITIVE_INFINITY });
  const clock = clockOf(tariff);
  const start = startedAt.getTime();
  const end = start + Math.min(seconds, LONGEST_SECONDS) * SECOND_MS;
  const holding = (at: number) => {
    const { band, until } = clock.at(at);
    return { ladder: all.get(band) ?? anyTime, until };
  };
  return (second) => {
    const { ladder, until } = holding(start + second * SECOND_MS);
    let change = until;
    // a new day, or a band without rows of its own, changes nothing
    for (let next = holding(change); change < end && next.ladder === ladder; next = holding(change)) change = next.until;
    return { ladder, until: Math.ceil((change - start) / SECOND_MS) };
  };
}

const clocks = new WeakMap<Tariff, BandClock>();

function clockOf(tariff: Tariff): BandClock {
  const clock = clocks.get(tariff) ?? new BandClock(tariff.bands ?? [], tariff.holidays ?? [], tariff.timezone);
  clocks.set(tariff, clock);
  return clock;
}

/** Where all steps have one unit, which is nearly always, and no sum is great, numbers do; else see `exactPriceOf`. */
function priceOf(steps: readonly DurationStep[]): bigint {
  const unit = steps[0]?.unitSeconds ?? 1;
  let sum = 0;
  for (const { priceMicro, billedSeconds, unitSeconds } of steps) {
    sum += unitSeconds === unit ? Number(priceMicro) * billedSeconds : Number.NaN;
  }
  return sum <= MOST_DIVIDED ? BigInt(divideAndRoundSmall(sum, unit)) : exactPriceOf(steps);
}

/** Brings the steps to one denominator, the product of their units, so that only the sum is rounded. */
function exactPriceOf(steps: readonly DurationStep[]): bigint {
  const denominator = steps.reduce((product, step) => product * BigInt(step.unitSeconds), 1n);
  const numerator = steps.reduce((sum, { priceMicro, billedSeconds, unitSeconds }) =>
    sum + priceMicro * BigInt(billedSeconds) * (denominator / BigInt(unitSeconds)), 0n);
  return divideAndRound(numerator, denominator);
}
