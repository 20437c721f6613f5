import { groupBy } from '../../../platform/collections/group-by';
import type { Direction, RateRow, Tariff } from './tariff';
import { ANY_TIME } from './time-bands';

/** What a direction and prefix cost, at any time of the week. */
export interface Rate {
  readonly direction: Direction;
  readonly prefix: string;
  /** Its rows by band, in order of `fromSecond`; those of no band hold in each band that has none of its own. */
  readonly ladders: ReadonlyMap<string, readonly RateRow[]>;
}

/** The rates of one direction, to be found by prefix. */
interface Prefixes {
  readonly rates: ReadonlyMap<string, Rate>;
  /** Of the prefixes, the longest first. */
  readonly lengths: readonly number[];
}

const indexes = new WeakMap<readonly RateRow[], ReadonlyMap<Direction, Prefixes>>();

/**
 * The rate of the longest prefix that the number starts with; undefined when not even a default row is there.
 * A transfer leg is an outbound leg: a tariff without transfer rows prices it as one.
 */
export function findRate(tariff: Tariff, direction: Direction, number: string): Rate | undefined {
  const index = indexOf(tariff.rates);
  const prefixes = index.get(direction) ?? (direction === 'transfer' ? index.get('outbound') : undefined);
  if (!prefixes) return undefined;
  for (const length of prefixes.lengths) {
    const rate = prefixes.rates.get(number.slice(0, length));
    if (rate) return rate;
  }
  return undefined;
}

/** Made once for a tariff's rows: a price list may have some ten thousands, and a month some million calls. */
function indexOf(rates: readonly RateRow[]): ReadonlyMap<Direction, Prefixes> {
  const known = indexes.get(rates);
  if (known) return known;
  const rows = groupBy(rates, ({ direction }) => direction);
  const index = new Map([...rows].map(([direction, own]) => [direction, prefixesOf(direction, own)]));
  indexes.set(rates, index);
  return index;
}

function prefixesOf(direction: Direction, rows: readonly RateRow[]): Prefixes {
  const groups = groupBy(rows, ({ prefix }) => prefix);
  const rates = new Map([...groups].map(([prefix, own]) => [prefix, rateOf(direction, prefix, own)]));
  const lengths = [...new Set([...rates.keys()].map(({ length }) => length))].sort((a, b) => b - a);
  return { rates, lengths };
}

function rateOf(direction: Direction, prefix: string, rows: readonly RateRow[]): Rate {
  const ladders = groupBy(rows.toSorted((a, b) => a.fromSecond - b.fromSecond), ({ band }) => band ?? ANY_TIME);
  return { direction, prefix, ladders };
}
