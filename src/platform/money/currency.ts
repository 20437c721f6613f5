/**
 * Currencies whose minor unit is not 1/100, from ISO 4217 list one. `Intl` is no substitute: its digits are CLDR's
 * habits of display (it gives 0 for IDR, HUF, CLP and IQD alike, where ISO 4217 says 2, 2, 0 and 3).
 */
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, VND: 0, VUV: 0, XAF: 0,
  XOF: 0, XPF: 0,
  BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3,
};

const KNOWN = new Set(Intl.supportedValuesOf('currency'));

/** True for an ISO 4217 code in capitals, such as `CNY`. */
export function isCurrency(code: string): boolean {
  return KNOWN.has(code);
}

/**
 * Decimals of the currency's minor unit: 2 for CNY, 0 for JPY, 3 for KWD.
 * @throws RangeError for a code that is not a currency
 */
export function minorDigits(currency: string): number {
  if (!isCurrency(currency)) throw new RangeError(`"${currency}" is not an ISO 4217 currency code such as CNY`);
  return MINOR_DIGITS[currency] ?? 2;
}
