/**
 * The one place where money is rounded.
 *
 * Divides exactly and rounds half away from zero ("half up" for the positive amounts of an invoice), the rule a
 * reader with a pocket calculator expects and the one the law fixed for the euro (Regulation (EC) 1103/97, Art. 5:
 * "exactly half-way … shall be rounded up"). Symmetric around zero, so a credit note is the exact negative of what it
 * corrects; half-even would only pay off where sums are taken over rounded values without keeping the exact ones.
 *
 * @param denominator greater than zero
 * @throws RangeError when the denominator is zero or negative
 */
export function divideAndRound(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError(`denominator must be greater than 0, not ${denominator}`);
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** The greatest number that `divideAndRoundSmall` takes: twice it is still a whole number to a float. */
export const MOST_DIVIDED = Number.MAX_SAFE_INTEGER / 4;

/**
 * `divideAndRound` for whole numbers from 0 up to MOST_DIVIDED by whole numbers from 1 up to as much: the same, and ten times
 * as fast, for the millions of calls whose price is small.
 */
export function divideAndRoundSmall(numerator: number, denominator: number): number {
  const remainder = numerator % denominator;
  return (numerator - remainder) / denominator + (2 * remainder >= denominator ? 1 : 0);
}

/** Rounds to a multiple of `step` (both in micro-units, step above zero), half away from zero. */
export function roundToMultiple(micro: bigint, step: bigint): bigint {
  return divideAndRound(micro, step) * step;
}
