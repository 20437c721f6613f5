/** More numbers than any one tenant has seats or agents. */
const LONGEST_RANGE = 30_000;

/**
 * The numbers from `first` to `last`, both included, or the rule that the pair breaks. Both must have the same number
 * of digits, so that no leading zero is lost or gained on the way.
 */
export function expandRange(first: string, last: string): string[] | { rule: string } {
  if (first.length !== last.length) return { rule: 'both ends of a range must have the same number of digits' };
  const count = Number(last) - Number(first) + 1;
  if (count < 1) return { rule: 'a range must not end before it begins' };
  if (count > LONGEST_RANGE) return { rule: `a range must hold at most ${LONGEST_RANGE} numbers` };
  return Array.from({ length: count }, (_, i) => String(Number(first) + i));
}

/** Whether `next` is the number right after `previous`, with as many digits. */
export function follows(previous: string, next: string): boolean {
  return previous.length === next.length && Number(next) === Number(previous) + 1;
}

/** `1001` or `1001..1130`. */
export function rangeText(first: string, last: string): string {
  return first === last ? first : `${first}..${last}`;
}

/** Cuts a list into its longest stretches in which each item continues the one before. Keeps the order. */
export function stretches<T>(items: readonly T[], continues: (previous: T, next: T) => boolean): [T, ...T[]][] {
  const result: [T, ...T[]][] = [];
  for (const item of items) {
    const current = result.at(-1);
    if (current && continues(current.at(-1)!, item)) current.push(item);
    else result.push([item]);
  }
  return result;
}
