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

/** Where the first characters of a number lead: a price list may have some ten thousand prefixes, and a month a million calls. */
interface Branch {
  rate: Rate | undefined;
  /** By the next character's place after `FIRST`. */
  readonly next: (Branch | undefined)[];
}

/** Of the characters that numbers are written with, `+` and the digits, the one that Unicode has first. */
const FIRST = '+'.charCodeAt(0);

type Index = ReadonlyMap<Direction, Branch>;
const indexes = new WeakMap<readonly RateRow[], Index>();

/**
 * The rate of the longest prefix that the number starts with; undefined when not even a default row is there.
 * A transfer leg is an outbound leg: a tariff without transfer rows prices it as one.
 */
export function findRate(tariff: Tariff, direction: Direction, number: string): Rate | undefined {
  const index = indexOf(tariff.rates);
  let branch = index.get(direction) ?? (direction === 'transfer' ? index.get('outbound') : undefined);
  let rate = branch?.rate;
  for (let at = 0; branch && at < number.length; at += 1) {
    branch = branch.next[number.charCodeAt(at) - FIRST];
    rate = branch?.rate ?? rate;
  }
  return rate;
}

function indexOf(rates: readonly RateRow[]): Index {
  const known = indexes.get(rates);
  if (known) return known;
  const index = new Map([...groupBy(rates, ({ direction }) => direction)].map(([direction, own]) => [direction, treeOf(direction, own)]));
  indexes.set(rates, index);
  return index;
}

function treeOf(direction: Direction, rows: readonly RateRow[]): Branch {
  const root: Branch = { rate: undefined, next: [] };
  for (const [prefix, own] of groupBy(rows, (row) => row.prefix)) {
    let branch = root;
    for (let at = 0; at < prefix.length; at += 1) branch = branch.next[prefix.charCodeAt(at) - FIRST] ??= { rate: undefined, next: [] };
    branch.rate = rateOf(direction, prefix, own);
  }
  return root;
}

function rateOf(direction: Direction, prefix: string, rows: readonly RateRow[]): Rate {
  const ladders = groupBy(rows.toSorted((a, b) => a.fromSecond - b.fromSecond), ({ band }) => band ?? ANY_TIME);
  return { direction, prefix, ladders };
}
