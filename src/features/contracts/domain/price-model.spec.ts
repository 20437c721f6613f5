import { parseMicro } from '../../../platform/money/money';
import { amountOf } from './charge';
import { type PriceModel, priceQuantity } from './price-model';

const money = parseMicro;
const units = (count: number) => ({ base: BigInt(count), scale: 1n });
const MONTH = { days: 30, periodDays: 30 };
const HALF = { days: 15, periodDays: 30 };

const sms: PriceModel = { model: 'unit', priceMicro: money('0.05'), free: 100 };
const mails: PriceModel = { model: 'package', priceMicro: money('12'), size: 1000, free: 500 };
const tiers = [
  { upTo: 1000, priceMicro: money('0.30'), flatMicro: 0n },
  { upTo: 5000, priceMicro: money('0.20'), flatMicro: money('50') },
  { upTo: null, priceMicro: money('0.10'), flatMicro: 0n },
];
const graduated: PriceModel = { model: 'graduated', tiers };
const volume: PriceModel = { model: 'volume', tiers };
// 10,000 calls a month for 8,000.00; nothing more from 9,000 to 11,000; then 1.20 up to 13,000 and 1.50 beyond;
// 0.60 back below 9,000, and 0.40 below 7,000
const baseline: PriceModel = {
  model: 'baseline', volume: 10_000, feeMicro: money('8000'), deadBand: 10,
  arc: [{ upToPercent: 30, priceMicro: money('1.2') }, { upToPercent: null, priceMicro: money('1.5') }],
  rrc: [{ upToPercent: 30, priceMicro: money('0.6') }, { upToPercent: null, priceMicro: money('0.4') }],
};

test.each<[string, PriceModel, number, typeof MONTH, string]>([
  ['a hundred are free', sms, 100, MONTH, '0'],
  ['the rest is paid for', sms, 130, MONTH, '1.5'], // 30 × 0.05
  ['in half a month half of them are free', sms, 130, HALF, '4'], // 80 × 0.05
  ['packages: none begun', mails, 500, MONTH, '0'],
  ['packages: one begun', mails, 501, MONTH, '12'], // ⌈1 ÷ 1000⌉
  ['packages: just full', mails, 1500, MONTH, '12'],
  ['packages: the next one begun', mails, 1501, MONTH, '24'], // ⌈1001 ÷ 1000⌉
  ['packages: in half a month half are free', mails, 1251, HALF, '24'], // ⌈(1251 − 250) ÷ 1000⌉
  ['graduated: nothing', graduated, 0, MONTH, '0'],
  ['graduated: the first tier', graduated, 1000, MONTH, '300'],
  ['graduated: each at the price of its tier', graduated, 1500, MONTH, '450'], // 300 + 50 + 500 × 0.20
  ['graduated: all three', graduated, 6000, MONTH, '1250'], // 300 + 50 + 4000 × 0.20 + 1000 × 0.10
  ['graduated: bounds and fees are halved with the month', graduated, 1000, HALF, '275'], // 500 × 0.30 + 25 + 500 × 0.20
  ['volume: nothing', volume, 0, MONTH, '0'],
  ['volume: all at the price of the first tier', volume, 1000, MONTH, '300'],
  ['volume: all at the price of the second', volume, 1001, MONTH, '250.2'], // 50 + 1001 × 0.20
  ['volume: all at the price of the third', volume, 6000, MONTH, '600'],
  ['baseline: as agreed', baseline, 10_000, MONTH, '8000'],
  ['baseline: the dead band is free, up', baseline, 11_000, MONTH, '8000'],
  ['baseline: and down', baseline, 9000, MONTH, '8000'],
  ['baseline: ARC, the first band', baseline, 11_001, MONTH, '8001.2'],
  ['baseline: ARC, both', baseline, 13_100, MONTH, '10550'], // 8000 + 2000 × 1.20 + 100 × 1.50
  ['baseline: RRC, the first band', baseline, 8999, MONTH, '7999.4'],
  ['baseline: RRC, both', baseline, 0, MONTH, '4000'], // 8000 − 2000 × 0.60 − 7000 × 0.40
  ['baseline: half a month has half a volume', baseline, 5500, HALF, '4000'],
  ['baseline: and half its bands', baseline, 6600, HALF, '5350'], // 4000 + 1000 × 1.20 + 100 × 1.50
])('%s', (_what, model, used, share, amount) => {
  expect(amountOf(priceQuantity(model, units(used), share))).toBe(money(amount));
});

test('a unit of many parts is paid for by its parts: 5,400 s at 60.00 an hour are 90.00', () => {
  const hours: PriceModel = { model: 'unit', priceMicro: money('60'), free: 0 };
  expect(amountOf(priceQuantity(hours, { base: 5400n, scale: 3600n }, MONTH))).toBe(money('90'));
});

test('parts of units count in tiers: 1.5 units are one in the first tier, and a half in the second', () => {
  const half: PriceModel = { model: 'graduated', tiers: [{ upTo: 1, priceMicro: money('1'), flatMicro: 0n }, { upTo: null, priceMicro: money('0.5'), flatMicro: 0n }] };
  expect(amountOf(priceQuantity(half, { base: 3n, scale: 2n }, MONTH))).toBe(money('1.25'));
});

test('shows what is free beside what is paid for', () => {
  expect(priceQuantity(sms, units(130), MONTH)).toEqual([
    { step: 'free', priceMicro: 0n, base: 3000n, scale: 30n }, // 100
    { step: 'price', priceMicro: money('0.05'), base: 900n, scale: 30n }, // 30
  ]);
});

test.each([[0, 30], [31, 30], [1.5, 30]])('refuses %s of %s days', (days, periodDays) => {
  expect(() => priceQuantity(sms, units(1), { days, periodDays })).toThrow('are no share of a month');
});
