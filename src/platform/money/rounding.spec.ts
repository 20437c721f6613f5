import fc from 'fast-check';
import { divideAndRound, roundToMultiple } from './rounding';

describe('divideAndRound', () => {
  test.each([
    [0n, 3n, 0n],
    [1n, 3n, 0n], // 0.33
    [2n, 3n, 1n], // 0.67
    [1n, 2n, 1n], // 0.5 goes up
    [3n, 2n, 2n], // 1.5 goes up
    [5n, 2n, 3n], // 2.5 goes up: half-even would say 2
    [-1n, 2n, -1n], // -0.5 goes away from zero
    [-5n, 2n, -3n],
    [-1n, 3n, 0n],
    [10n ** 30n + 1n, 2n, 5n * 10n ** 29n + 1n],
  ])('%s / %s = %s', (numerator, denominator, expected) => {
    expect(divideAndRound(numerator, denominator)).toBe(expected);
  });

  test.each([0n, -1n])('refuses the denominator %s', (denominator) => {
    expect(() => divideAndRound(1n, denominator)).toThrow(/denominator must be greater than 0/);
  });

  test('is never off by more than a half, and symmetric around zero', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.bigInt({ min: 1n, max: 10n ** 9n }),
      (numerator, denominator) => {
        const quotient = divideAndRound(numerator, denominator);
        const doubleError = 2n * (quotient * denominator - numerator);
        expect(doubleError <= denominator && doubleError >= -denominator).toBe(true);
        expect(divideAndRound(-numerator, denominator)).toBe(-quotient);
      }));
  });
});

test('roundToMultiple rounds to cents: 1.005 → 1.01, 1.004999 → 1.00', () => {
  expect(roundToMultiple(1_005_000n, 10_000n)).toBe(1_010_000n);
  expect(roundToMultiple(1_004_999n, 10_000n)).toBe(1_000_000n);
});
