import { minorDigits } from './currency';
import { roundToMultiple } from './rounding';

/**
 * Money is a whole number of micro-units (1 CNY = 1,000,000), held as bigint and named `…Micro`.
 *
 * Why bigint and not a safe integer: 2^53 micro-units are 9.0 thousand million units, which a national tenant's month
 * in VND or IDR passes (30,000 seats at 2.5 million VND are 75 thousand million), and a price × seconds × days product
 * passes sooner. A bigint cannot overflow, cannot hold a fraction, and does not mix with a float by mistake: the
 * compiler and the engine both refuse. One rate (4 operations) takes about 15 ns, so speed is no objection.
 * In the database a BIGINT column (up to 9.2 million million units); in JSON a string, see money-json.ts.
 */
export const MICRO_PER_UNIT = 1_000_000n;
const MICRO_DIGITS = 6;

export class MoneyFormatError extends Error {
  override readonly name = 'MoneyFormatError';
}

const DECIMAL = /^(-?)(\d{1,15})(?:\.(\d+))?$/;

/**
 * Reads a plain decimal such as "0.35" or "-12" into micro-units without passing through a float.
 * No sign but a minus, no exponent, no grouping, at most 15 digits before and 6 after the point.
 * @throws MoneyFormatError saying which rule the text breaks
 */
export function parseMicro(text: string): bigint {
  const match = DECIMAL.exec(text);
  if (!match) {
    throw new MoneyFormatError(`"${text}" is not an amount: write digits with a point as in "0.35" (no grouping, ` +
      'no exponent, no currency, at most 15 digits before the point)');
  }
  const [, sign, whole = '', fraction = ''] = match;
  if (fraction.length > MICRO_DIGITS) {
    throw new MoneyFormatError(`"${text}" has ${fraction.length} decimals; at most ${MICRO_DIGITS} can be kept`);
  }
  const micro = BigInt(whole + fraction.padEnd(MICRO_DIGITS, '0'));
  return sign === '-' ? -micro : micro;
}

/** Exact decimal text with at least `minDecimals` (0–6) decimals and no superfluous zeros: 350000n → "0.35". */
export function decimalOf(micro: bigint, minDecimals = 0): string {
  const magnitude = micro < 0n ? -micro : micro;
  const digits = (magnitude % MICRO_PER_UNIT).toString().padStart(MICRO_DIGITS, '0');
  let decimals = MICRO_DIGITS;
  while (decimals > minDecimals && digits[decimals - 1] === '0') decimals -= 1;
  const fraction = decimals > 0 ? `.${digits.slice(0, decimals)}` : '';
  return `${micro < 0n ? '-' : ''}${magnitude / MICRO_PER_UNIT}${fraction}`;
}

/** The amount rounded to what can be paid in the currency: CNY to 0.01, JPY to 1, KWD to 0.001. */
export function roundToMinor(micro: bigint, currency: string): bigint {
  return roundToMultiple(micro, 10n ** BigInt(MICRO_DIGITS - minorDigits(currency)));
}

/** Decimal text with exactly the currency's decimals, rounded: 1234565000n CNY → "1234.57". */
export function minorDecimalOf(micro: bigint, currency: string): string {
  return decimalOf(roundToMinor(micro, currency), minorDigits(currency));
}

/** For people, in their locale, with the currency's sign and its ISO 4217 decimals: "¥1,234.57". */
export function formatMoney(micro: bigint, currency: string, locale: string): string {
  const digits = minorDigits(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits,
  }).format(minorDecimalOf(micro, currency) as Intl.StringNumericLiteral);
}
