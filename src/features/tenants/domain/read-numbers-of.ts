import { expandRange } from './number-range';
import { EXTENSION, EXTENSIONS } from './text-rules';
import type { YamlCursor } from './yaml-cursor';

/** The keys by which an entry can say whom it means, next to its own key for a single one. */
export const RANGE_KEYS = ['range', 'from', 'count'] as const;

const LARGEST_COUNT = 30_000;

/** The numbers an entry stands for: `<singleKey>: "1001"`, `range: "1001..1130"`, or `from: "1001", count: 130`. */
export function readNumbersOf(entry: YamlCursor, singleKey: string): string[] {
  const single = entry.field(singleKey);
  const range = entry.field('range');
  const from = entry.field('from');
  const count = entry.field('count');
  const ways = [single.present, range.present, from.present || count.present].filter(Boolean).length;
  if (ways !== 1) {
    entry.refuse(`needs exactly one of: ${singleKey}, range, or from with count`);
    return [];
  }
  if (single.present) return [single.text(EXTENSION)].filter((number) => number !== '');
  return range.present ? readRange(range) : readFromCount(from, count);
}

/** A text `1001` or `1001..1130`. */
export function readRange(cursor: YamlCursor): string[] {
  const text = cursor.text(EXTENSIONS);
  if (!EXTENSIONS.pattern.test(text)) return [];
  const [first = '', last = first] = text.split('..');
  return expand(cursor, first, last);
}

function readFromCount(from: YamlCursor, count: YamlCursor): string[] {
  const first = from.text(EXTENSION);
  const length = count.integer(1, LARGEST_COUNT);
  if (!EXTENSION.pattern.test(first)) return [];
  const last = String(Number(first) + length - 1);
  return expand(count, first, last);
}

function expand(cursor: YamlCursor, first: string, last: string): string[] {
  // Counted before anything is built: a file of nothing but ranges must not cost what they would hold.
  if (!cursor.context.spendExpansion(Math.max(Number(last) - Number(first) + 1, 1))) {
    cursor.refuse('the ranges of this file hold more numbers than a tenant can have');
    return [];
  }
  const numbers = expandRange(first, last);
  if (Array.isArray(numbers)) return numbers;
  cursor.refuse(numbers.rule, `${first}..${last}`);
  return [];
}
