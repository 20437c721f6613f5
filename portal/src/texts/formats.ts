import { currentLanguage } from './language';

const PER_UNIT = 1_000_000n;

/** `1:05`, `12:00`, `1:02:03`. @param seconds 0 or more */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** @param micro millionths of the currency, as the API sends them */
export function money(micro: string, currency: string, digits = 2): string {
  return moneyWith(micro, currency, digits, digits);
}

/** All that there is of it: as many digits as it has, two at the least. */
export function exactMoney(micro: string, currency: string): string {
  return moneyWith(micro, currency, 2, 6);
}

function moneyWith(micro: string, currency: string, least: number, most: number): string {
  const value = BigInt(micro);
  const size = value < 0n ? -value : value;
  const text = `${value < 0n ? '-' : ''}${size / PER_UNIT}.${String(size % PER_UNIT).padStart(6, '0')}`;
  const format = new Intl.NumberFormat(currentLanguage(), {
    style: 'currency', currency, minimumFractionDigits: least, maximumFractionDigits: most,
  });
  // a decimal text is formatted exactly, a number would be rounded first
  return format.format(text as unknown as number);
}

const integers = new Map<string, Intl.NumberFormat>();

/** Its formats are kept: making one costs a hundred times what using it does. */
export function integer(value: number): string {
  const language = currentLanguage();
  const format = integers.get(language) ?? new Intl.NumberFormat(language);
  integers.set(language, format);
  return format.format(value);
}

const DECIMALS = 1_000_000n;
const LONGEST_DIVISOR = 10_000n;

/**
 * A quantity that is a whole number ÷ another, as one would write it: 58, 1.5, or 10 ÷ 31 where no few decimals tell it.
 * @param base digits, with a minus where it is given back
 * @param scale digits, above 0
 */
export function scaledQuantity(base: string, scale: string): string {
  const [over, under] = [BigInt(base), BigInt(scale)];
  const divisor = greatestCommonDivisor(over < 0n ? -over : over, under);
  const [top, bottom] = [over / divisor, under / divisor];
  const isFinite = (top * DECIMALS) % bottom === 0n;
  if (!isFinite && bottom <= LONGEST_DIVISOR) return `${integer(Number(top))} ÷ ${integer(Number(bottom))}`;
  const format = new Intl.NumberFormat(currentLanguage(), { maximumFractionDigits: 6 });
  return format.format(Number((top * DECIMALS) / bottom) / Number(DECIMALS));
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/** @param share 0 to 1; null where nothing was counted */
export function percent(share: number | null, digits = 1): string {
  if (share === null) return '–';
  const options = { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(currentLanguage(), options).format(share);
}

/** @param zone IANA; the tenant's, as its people talk about its day */
export function moment(iso: string, zone: string | undefined): string {
  return at(iso, zone, { dateStyle: 'medium', timeStyle: 'medium' });
}

export function day(iso: string, zone: string | undefined): string {
  return at(iso, zone, { dateStyle: 'medium' });
}

/** `12 Nov, 09:05`, and the year where it is another one. */
export function shortMoment(iso: string, zone: string | undefined): string {
  const sameYear = at(iso, zone, { year: 'numeric' }) === at(new Date().toISOString(), zone, { year: 'numeric' });
  return at(iso, zone, { ...(!sameYear && { year: 'numeric' }), month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });
}

export function timeOfDay(iso: string, zone: string | undefined): string {
  return at(iso, zone, { timeStyle: 'medium' });
}

/** @param month `YYYY-MM` */
export function monthName(month: string): string {
  return at(`${month}-15T00:00:00Z`, 'UTC', { year: 'numeric', month: 'long' });
}

/** @param date `YYYY-MM-DD`, a day of a calendar and of no zone */
export function calendarDay(date: string): string {
  return at(`${date}T00:00:00Z`, 'UTC', { dateStyle: 'medium' });
}

function at(iso: string, zone: string | undefined, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(currentLanguage(), { ...options, hourCycle: 'h23', ...(zone && { timeZone: zone }) }).format(new Date(iso));
}

export function bytes(count: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = Math.min(units.length - 1, count < 1000 ? 0 : Math.floor(Math.log10(count) / 3));
  const options = { style: 'unit', unit: units[power], maximumFractionDigits: power === 0 ? 0 : 1 } as const;
  return new Intl.NumberFormat(currentLanguage(), options).format(count / 1000 ** power);
}

/** @param tag of a language, such as `en` or `zh` */
export function languageName(tag: string): string {
  return new Intl.DisplayNames(currentLanguage(), { type: 'language' }).of(tag) ?? tag;
}
