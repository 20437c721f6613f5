import { readPhoneNumber } from '../../numbers/domain/phone-number';
import { expandRange } from '../../tenants/domain/number-range';

/** How many numbers can be taken into the stock at once. */
export const MOST_AT_ONCE = 1000;

export interface ListedNumber {
  number: string;
  /** Which entry of the list it comes from, counted from 0. */
  entry: number;
}

export interface EntryProblem {
  entry: number;
  rule: string;
}

export interface StockList {
  numbers: ListedNumber[];
  /** In the order of the list; an entry has one at the most. */
  problems: EntryProblem[];
}

/**
 * The numbers of a list, of which each entry is one (`+862160010001`) or a range, both ends included
 * (`4008001000..4008001099`), as tenants' files write them.
 */
export function readStockList(entries: readonly string[]): StockList {
  const list: StockList = { numbers: [], problems: [] };
  const seen = new Set<string>();
  for (const [entry, text] of entries.entries()) {
    const reading = readEntry(text);
    const repeated = reading.ok && reading.numbers.find((number) => seen.has(number));
    if (!reading.ok) list.problems.push({ entry, rule: reading.rule });
    else if (repeated) list.problems.push({ entry, rule: `is listed before: ${repeated}` });
    else if (list.numbers.length + reading.numbers.length > MOST_AT_ONCE) list.problems.push({ entry, rule: TOO_MANY });
    else for (const number of reading.numbers) list.numbers.push({ number, entry });
    if (reading.ok) for (const number of reading.numbers) seen.add(number);
  }
  return list;
}

const TOO_MANY = `must not make it more than ${MOST_AT_ONCE} numbers at once`;

type EntryReading = { ok: true; numbers: string[] } | { ok: false; rule: string };

function readEntry(text: string): EntryReading {
  const [first = '', last = first, ...more] = text.split('..');
  const [from, to] = [readPhoneNumber(first.trim()), readPhoneNumber(last.trim())];
  if (!from.ok) return from;
  if (!to.ok) return to;
  if (more.length > 0) return { ok: false, rule: 'must be a number, or a range with two ends such as 4008001000..4008001099' };
  const plus = from.number.startsWith('+') ? '+' : '';
  if (to.number.startsWith('+') !== (plus === '+')) {
    return { ok: false, rule: 'both ends of a range must be international numbers, or neither' };
  }
  const digits = expandRange(from.number.replace('+', ''), to.number.replace('+', ''));
  return Array.isArray(digits) ? readEach(digits.map((each) => plus + each)) : { ok: false, ...digits };
}

/** Between two right ends there may be wrong ones: from +3999999990 to +4008001000 lies a national service number. */
function readEach(numbers: string[]): EntryReading {
  for (const number of numbers) {
    const reading = readPhoneNumber(number);
    if (!reading.ok) return reading;
  }
  return { ok: true, numbers };
}
