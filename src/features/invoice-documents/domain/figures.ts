import { decimalOf } from '../../../platform/money/money';
import { minorDigits } from '../../../platform/money/currency';
import { divideAndRound } from '../../../platform/money/rounding';
import type { Language } from './words';

/** An amount as it is, with at least the currency's decimals and grouped: 1234500000n CNY → `1,234.50`. */
export function exactAmount(micro: bigint, currency: string): string {
  return grouped(decimalOf(micro, minorDigits(currency)));
}

/** base ÷ scale, half up to six decimals and without superfluous zeros: 930, 31 → `30`. */
export function ratio(base: bigint, scale: bigint): string {
  return grouped(decimalOf(divideAndRound(base * 1_000_000n, scale)));
}

/** 3723 → `1:02:03`. */
export function hours(seconds: number): string {
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  return `${grouped(String(Math.floor(seconds / 3600)))}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}

/** `2026-10` → `October 2026`, `2026年10月`. */
export function monthName(month: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
}

/** `2026-10-31` → `31 October 2026`, `2026年10月31日`. */
export function dayName(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}
