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
  const durations = climb(rate, call, tariff);
  const feeMicro = seconds === 0 ? 0n : connectFee(rate, call, tariff);
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
function climb({ ladders }: Rate, call: RatableCall, tariff: Tariff): DurationStep[] {
  const steps: DurationStep[] = [];
  const anyTime = ladders.get(ANY_TIME) ?? [];
  // most rates are the same all week, and ask no clock
  if (ladders.size === 1) climbLadder(steps, anyTime, 0, call.seconds, call.seconds);
  else climbBands(steps, ladders, call, clockOf(tariff));
  return steps;
}

function climbBands(steps: DurationStep[], ladders: Rate['ladders'], { startedAt, seconds }: RatableCall, clock: BandClock): void {
  const start = startedAt.getTime();
  const end = start + Math.min(seconds, LONGEST_SECONDS) * SECOND_MS;
  const holding = (at: number) => {
    const { band, until } = clock.at(at);
    return { ladder: ladders.get(band) ?? ladders.get(ANY_TIME) ?? [], until };
  };
  for (let second = 0; second < seconds;) {
    const { ladder, until } = holding(start + second * SECOND_MS);
    let change = until;
    // a new day, or a band without rows of its own, changes nothing
    for (let next = holding(change); change < end && next.ladder === ladder; next = holding(change)) change = next.until;
    const last = change < end ? Math.ceil((change - start) / SECOND_MS) : seconds;
    second = climbLadder(steps, ladder, second, last, seconds);
  }
}

/**
 * The steps from one second of the call up to another, by one ladder.
 * @returns the second up to which they pay, which may be later
 */
function climbLadder(steps: DurationStep[], ladder: readonly RateRow[], from: number, until: number, seconds: number): number {
  let second = from;
  for (let rung = 0; second < until; rung += 1) {
    const { band, fromSecond, incrementSeconds, priceMicro, unitSeconds } = ladder[rung] as RateRow;
    const next = ladder[rung + 1]?.fromSecond ?? until;
    if (next <= second) continue;
    const billedSeconds = Math.ceil((Math.min(until, next) - second) / incrementSeconds) * incrementSeconds;
    const within = Math.min(seconds - second, billedSeconds);
    const step: DurationStep = { step: 'duration', fromSecond, seconds: within, incrementSeconds, billedSeconds, priceMicro, unitSeconds };
    steps.push(band === undefined ? step : { band, ...step });
    second += billedSeconds;
  }
  return second;
}

/** That of the row in which the call begins. */
function connectFee({ ladders }: Rate, { startedAt }: RatableCall, tariff: Tariff): bigint {
  const band = ladders.size === 1 ? ANY_TIME : clockOf(tariff).at(startedAt.getTime()).band;
  return (ladders.get(band) ?? ladders.get(ANY_TIME))?.[0]?.connectFeeMicro ?? 0n;
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
