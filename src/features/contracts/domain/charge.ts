import { divideAndRound } from '../../../platform/money/rounding';

/**
 * One addend of a charge: price × base ÷ scale. `base` counts in the smallest unit of what is charged for, and `scale` is how
 * many of those the price pays for: a day of a month of 30 has base 1 and scale 30, 90 s at a price an hour base 90 and scale
 * 3600. What is given back has a negative price or base.
 */
export interface ChargeStep {
  readonly step: StepKind;
  readonly priceMicro: bigint;
  readonly base: bigint;
  /** Above 0. */
  readonly scale: bigint;
}

/** What a step is for, in the words of the trade. */
export const STEP_KINDS = [
  /** A price for something. */
  'price',
  /** What the price pays for already: shown, and free. */
  'free',
  /** A part of the units that falls into a tier of its own price. */
  'tier',
  /** A fee for having come into a tier at all. */
  'flat',
  /** Whole packages begun. */
  'packages',
  /** What was contracted, used or not. */
  'contracted',
  /** What was used beyond what was contracted. */
  'overage',
  /** The fee for a baseline volume. */
  'baseline',
  /** Within the dead band around the baseline: shown, and free. */
  'dead_band',
  /** Additional-resource charge: above the dead band. */
  'arc',
  /** Reduced-resource credit: below the dead band. */
  'rrc',
  /** Calls that a bundle's minutes have paid for. */
  'covered',
  /** The least that was agreed to be paid. */
  'commitment',
  /** What was charged towards it. */
  'charged',
  /** A share of what was charged. */
  'percentage',
] as const;

export type StepKind = (typeof STEP_KINDS)[number];

/** What something cost, with all its arithmetic. */
export interface Charge {
  readonly steps: readonly ChargeStep[];
  /** The steps' sum, rounded once. */
  readonly amountMicro: bigint;
}

/** @throws RangeError for a step whose scale is not above 0 */
export function charge(steps: readonly ChargeStep[]): Charge {
  return { steps, amountMicro: amountOf(steps) };
}

/**
 * Σ price × base ÷ scale, brought to one denominator, so that only the sum is rounded.
 * @throws RangeError for a step whose scale is not above 0
 */
export function amountOf(steps: readonly ChargeStep[]): bigint {
  let [over, under] = [0n, 1n];
  for (const { priceMicro, base, scale } of steps) {
    if (scale <= 0n) throw new RangeError(`the scale of a step must be above 0, not ${scale}`);
    if (under % scale === 0n) over += priceMicro * base * (under / scale);
    else [over, under] = [over * scale + priceMicro * base * under, under * scale];
  }
  return divideAndRound(over, under);
}

/** A share of the month: so many days of so many, each 1 or more, the first no more than the second. */
export interface Share {
  readonly days: number;
  readonly periodDays: number;
}

/** @throws RangeError for days that are no share of the month */
export function checkShare({ days, periodDays }: Share): void {
  const isShare = Number.isSafeInteger(days) && Number.isSafeInteger(periodDays) && days >= 1 && days <= periodDays;
  if (!isShare) throw new RangeError(`${days} of ${periodDays} days are no share of a month`);
}
