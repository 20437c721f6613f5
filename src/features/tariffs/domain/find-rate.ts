import type { Direction, RateRow, Tariff } from './tariff';

/** The rows of one direction and prefix, in order of `fromSecond`. */
export interface Rate {
  readonly direction: Direction;
  readonly prefix: string;
  readonly ladder: readonly RateRow[];
}

/**
 * The rate of the longest prefix that the number starts with; undefined when not even a default row is there.
 * A transfer leg is an outbound leg: a tariff without transfer rows prices it as one.
 */
export function findRate(tariff: Tariff, direction: Direction, number: string): Rate | undefined {
  const priced = direction === 'transfer' && !tariff.rates.some((row) => row.direction === 'transfer')
    ? 'outbound' : direction;
  const matching = tariff.rates.filter((row) => row.direction === priced && number.startsWith(row.prefix));
  if (matching.length === 0) return undefined;
  const longest = Math.max(...matching.map((row) => row.prefix.length));
  const ladder = matching
    .filter((row) => row.prefix.length === longest)
    .sort((a, b) => a.fromSecond - b.fromSecond);
  return { direction: priced, prefix: number.slice(0, longest), ladder };
}
