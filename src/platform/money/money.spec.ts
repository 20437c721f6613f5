import fc from 'fast-check';
import { isCurrency, minorDigits } from './currency';
import { decimalOf, formatMoney, minorDecimalOf, MoneyFormatError, parseMicro, roundToMinor } from './money';

describe('parseMicro', () => {
  test.each([
    ['0', 0n],
    ['0.35', 350_000n],
    ['0.1', 100_000n],
    ['12', 12_000_000n],
    ['-1.5', -1_500_000n],
    ['0.000001', 1n],
    ['007.50', 7_500_000n],
    ['999999999999999.999999', 999_999_999_999_999_999_999n],
  ])('%s is %s micro-units', (text, micro) => {
    expect(parseMicro(text)).toBe(micro);
  });

  test.each(['', ' ', '.5', '5.', '1,000.00', '1e3', '+1', '--1', '0x10', '¥1', '1 ', 'NaN', '١', '1234567890123456'])(
    'refuses "%s" and says how to write it', (text) => {
      expect(() => parseMicro(text)).toThrow(MoneyFormatError);
      expect(() => parseMicro(text)).toThrow(/is not an amount: write digits with a point as in "0.35"/);
    });

  test('refuses a seventh decimal rather than dropping it', () => {
    expect(() => parseMicro('0.1234567')).toThrow('"0.1234567" has 7 decimals; at most 6 can be kept');
  });

  test('reads back what decimalOf writes, exactly', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 6 }),
      (micro, decimals) => {
        expect(parseMicro(decimalOf(micro, decimals))).toBe(micro);
      }));
  });
});

test.each([
  [350_000n, 0, '0.35'],
  [350_000n, 3, '0.350'],
  [-1n, 0, '-0.000001'],
  [12_000_000n, 0, '12'],
  [12_000_000n, 2, '12.00'],
])('decimalOf(%s, %s) is %s', (micro, minDecimals, text) => {
  expect(decimalOf(micro, minDecimals)).toBe(text);
});

test.each([
  ['CNY', 2], ['JPY', 0], ['KWD', 3],
  ['IDR', 2], ['HUF', 2], ['IQD', 3], ['CLP', 0], // all four 0 in CLDR
])('ISO 4217: %s has %s decimals', (currency, digits) => {
  expect(minorDigits(currency)).toBe(digits);
});

test.each(['cny', 'ABC', '', 'RMB'])('"%s" is no currency', (code) => {
  expect(isCurrency(code)).toBe(false);
  expect(() => minorDigits(code)).toThrow(/is not an ISO 4217 currency code/);
});

test.each([
  [1_234_565_000n, 'CNY', '1234.57'], // 1234.565 rounds half up
  [1_234_564_999n, 'CNY', '1234.56'],
  [-1_005_000n, 'CNY', '-1.01'],
  [-4_999n, 'CNY', '0.00'], // never "-0.00"
  [1_500_000n, 'JPY', '2'],
  [1_500_000n, 'KWD', '1.500'],
])('%s micro %s is payable as %s', (micro, currency, text) => {
  expect(minorDecimalOf(micro, currency)).toBe(text);
  expect(roundToMinor(micro, currency)).toBe(parseMicro(text));
});

test('formatMoney keeps every digit of an amount that no float could hold', () => {
  expect(formatMoney(90_071_992_547_409_930_120_000n, 'CNY', 'zh-CN')).toBe('¥90,071,992,547,409,930.12');
  expect(formatMoney(1_234_500_000n, 'IDR', 'en-US')).toBe('IDR 1,234.50'.replace(' ', '\u00a0'));
});
