import type { JsonCursor } from '../../../platform/json/json-cursor';
import { MoneyFormatError, parseMicro } from '../../../platform/money/money';

/** An amount from 0 on, a decimal in quotes, in micro-units. What is none is noted, and read as 0. */
export function readMoney(at: JsonCursor): bigint {
  const text = at.text({ max: 30 });
  try {
    const micro = parseMicro(text);
    if (micro < 0n) at.refuse('must not be negative');
    return micro;
  } catch (error) {
    if (!(error instanceof MoneyFormatError)) throw error;
    if (text !== '') at.refuse('must be an amount such as "1200" or "0.15", with 6 decimals at the most');
    return 0n;
  }
}
