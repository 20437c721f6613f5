import fc from 'fast-check';
import { parseMicro } from '../../../platform/money/money';
import { type BundleBalance, type CoverableCall, drawBundles } from './bundles';

const money = parseMicro;
const balance = (code: string, seconds: number, more: Partial<BundleBalance> = {}, prefixes = ['+86']): BundleBalance => ({
  bundle: { code, direction: 'outbound', prefixes }, month: '2026-10', lastMonth: '2026-10', seconds, pricePerSecond: 0.001, ...more,
});
let calls = 0;
const call = (billedSeconds: number, amount: string, more: Partial<CoverableCall> = {}): CoverableCall => {
  calls += 1;
  const startedAt = new Date(Date.UTC(2026, 9, 1) + calls * 1000);
  return { id: `c${calls}`, pricedAs: 'outbound', prefix: '+86138', startedAt, month: '2026-10', billedSeconds, amountMicro: money(amount), ...more };
};
const told = (drawn: ReturnType<typeof drawBundles>) => drawn.map(({ balance: { bundle }, seconds, calls: count, amountMicro }) => [bundle.code, seconds, count, amountMicro]);

test('pays for calls in the order in which they were made, and for its share of the one in which it runs out', () => {
  // 100 of 120 s of a call of 0.60: 0.50
  const [first, second, third] = [call(60, '0.3'), call(120, '0.6'), call(60, '0.3')];
  expect(told(drawBundles([balance('a', 160)], [third, second, first]))).toEqual([['a', 160, 2, money('-0.8')]]);
});

test('pays for what it covers alone', () => {
  const others = [call(60, '1', { prefix: '+852' }), call(60, '1', { pricedAs: 'transfer' }), call(0, '0'),
    call(60, '1', { month: '2026-09' }), call(60, '1', { month: '2026-11' })];
  expect(drawBundles([balance('a', 1000)], others)).toEqual([]);
});

test('what is lost first is used first, then the cheapest, and the next one pays on', () => {
  const rolled = balance('a', 30, { month: '2026-09', lastMonth: '2026-10' });
  const dear = balance('b', 1000, { lastMonth: '2026-12', pricePerSecond: 0.004 });
  const cheap = balance('c', 40, { lastMonth: '2026-12', pricePerSecond: 0.002 });
  // 90 s for 0.90: 30 of a, 40 of c, 20 of b
  expect(told(drawBundles([dear, cheap, rolled], [call(90, '0.9')]))).toEqual([
    ['a', 30, 1, money('-0.3')], ['c', 40, 1, money('-0.4')], ['b', 20, 1, money('-0.2')],
  ]);
});

test('never pays for more than was used, nor more than it holds', () => {
  const some = fc.array(fc.record({ seconds: fc.integer({ min: 0, max: 3000 }), amount: fc.bigInt({ min: 0n, max: 10n ** 9n }) }), { maxLength: 30 });
  const purses = fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 4 });
  fc.assert(fc.property(some, purses, (used, sizes) => {
    const made = used.map(({ seconds, amount }) => ({ ...call(seconds, '0'), amountMicro: seconds === 0 ? 0n : amount }));
    const drawn = drawBundles(sizes.map((seconds, at) => balance(`b${at}`, seconds)), made);
    const seconds = drawn.reduce((sum, each) => sum + each.seconds, 0);
    const held = sizes.reduce((sum, size) => sum + size, 0);
    const wanted = made.reduce((sum, { billedSeconds }) => sum + billedSeconds, 0);
    expect(seconds).toBe(Math.min(held, wanted));
    const saved = drawn.reduce((sum, { amountMicro }) => sum - amountMicro, 0n);
    const cost = made.reduce((sum, { amountMicro }) => sum + amountMicro, 0n);
    // each balance is rounded once
    expect(saved <= cost + BigInt(drawn.length)).toBe(true);
    if (seconds === wanted) expect(saved - cost <= BigInt(drawn.length) && cost - saved <= BigInt(drawn.length)).toBe(true);
  }));
});
