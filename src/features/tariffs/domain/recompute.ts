import { divideAndRound } from '../../../platform/money/rounding';
import type { RatingStep } from './rate-call';

/**
 * Does the arithmetic of a rated call again from its steps alone, as someone who disputes it would: without the tariff,
 * and along another path than `rateCall` (whole increments counted and priced one kind at a time, fractions added
 * pairwise), so that a fault in either shows as a difference. What the steps claim as billed is not used.
 */
export function recompute(steps: readonly RatingStep[]): { amountMicro: bigint; billedSeconds: number } {
  let billedSeconds = 0n;
  let over = 0n;
  let under = 1n;
  for (const step of steps) {
    if (step.step === 'connect-fee') {
      over += step.feeMicro * under;
      continue;
    }
    const increment = BigInt(step.incrementSeconds);
    const begun = (BigInt(step.seconds) + increment - 1n) / increment;
    const unit = BigInt(step.unitSeconds);
    over = over * unit + begun * (step.priceMicro * increment) * under;
    under *= unit;
    billedSeconds += begun * increment;
  }
  return { amountMicro: divideAndRound(over, under), billedSeconds: Number(billedSeconds) };
}
