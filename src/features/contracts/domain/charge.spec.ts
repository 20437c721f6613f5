import fc from 'fast-check';
import { parseMicro } from '../../../platform/money/money';
import { amountOf, type ChargeStep } from './charge';

const step = (price: string, base: bigint, scale: bigint): ChargeStep => ({ step: 'price', priceMicro: parseMicro(price), base, scale });

test.each([
  ['nothing', [], '0'],
  // 280.00 × 5 seats × 10 days ÷ 31 = 451.612903225…
  ['five seats for ten days of 31', [step('280', 50n, 31n)], '451.612903'],
  // a third and a third and a third are one, and not 0.999999
  ['thirds', [step('1', 1n, 3n), step('1', 1n, 3n), step('1', 1n, 3n)], '1'],
  ['a credit', [step('10', 1n, 1n), step('10', -1n, 4n)], '7.5'],
])('%s', (_what, steps, amount) => {
  expect(amountOf(steps)).toBe(parseMicro(amount));
});

test('refuses a scale that is none', () => {
  expect(() => amountOf([step('1', 1n, 0n)])).toThrow('the scale of a step must be above 0, not 0');
});

test('is off by no more than half a micro-unit, however many steps there are', () => {
  const steps = fc.array(
    fc.record({ step: fc.constant('price' as const), priceMicro: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), base: fc.bigInt({ min: -1000n, max: 1000n }), scale: fc.bigInt({ min: 1n, max: 400n }) }),
    { maxLength: 12 },
  );
  fc.assert(fc.property(steps, (all) => {
    const product = all.reduce((sum, { scale }) => sum * scale, 1n);
    const exact = all.reduce((sum, { priceMicro, base, scale }) => sum + priceMicro * base * (product / scale), 0n);
    const error = 2n * (amountOf(all) * product - exact);
    expect(error <= product && error >= -product).toBe(true);
  }));
});
