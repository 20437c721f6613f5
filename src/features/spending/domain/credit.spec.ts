import type { RateRow, Tariff } from '../../tariffs/domain/tariff';
import { affordableSeconds, type Budget, grant, left } from './credit';

const row = (part: Partial<RateRow>): RateRow => ({
  direction: 'outbound', prefix: '+86', connectFeeMicro: 0n, priceMicro: 600_000n, unitSeconds: 60, incrementSeconds: 60,
  fromSecond: 0, ...part,
});
const tariffOf = (...rates: RateRow[]): Tariff => ({
  id: 'tar_1', currency: 'CNY', timezone: 'UTC', validFrom: '2026-01-01', seatMonthlyMicro: 0n, numberMonthlyMicro: 0n,
  platformMonthlyMicro: 0n, rates,
});
const budget = (part: Partial<Budget>): Budget => ({
  dayCap: null, monthCap: null, daySpent: 0n, monthSpent: 0n, reserved: 0n, ...part,
});
const CALL = { direction: 'outbound', number: '+8613800138000', startedAt: new Date('2026-10-14T02:00:00Z') } as const;
const BY_MINUTE = tariffOf(row({}));
/** 0.01 a second, and 1 to connect. */
const BY_SECOND = tariffOf(row({ connectFeeMicro: 1_000_000n, incrementSeconds: 1 }));

it.each<[what: string, part: Partial<Budget>, room: bigint | null]>([
  ['no cap', {}, null],
  ['a day', { dayCap: 10n, daySpent: 4n }, 6n],
  ['a day with calls running', { dayCap: 10n, daySpent: 4n, reserved: 5n }, 1n],
  ['a month nearer than the day', { dayCap: 10n, monthCap: 100n, monthSpent: 98n }, 2n],
  ['a day nearer than the month', { dayCap: 10n, monthCap: 100n, daySpent: 9n, monthSpent: 9n }, 1n],
  ['more spent than may be', { dayCap: 10n, daySpent: 12n }, 0n],
])('what is left: %s', (_what, part, room) => {
  expect(left(budget(part))).toBe(room);
});

it.each<[what: string, tariff: Tariff, room: bigint, most: number, seconds: number]>([
  ['nothing', BY_MINUTE, 0n, 600, 0],
  ['less than a minute begun', BY_MINUTE, 599_999n, 600, 0],
  ['a minute', BY_MINUTE, 600_000n, 600, 60],
  ['two minutes, and not a third', BY_MINUTE, 1_799_999n, 600, 120],
  ['more than is wanted', BY_MINUTE, 100_000_000n, 600, 600],
  ['the connect fee alone', BY_SECOND, 1_000_000n, 600, 0],
  ['after the connect fee', BY_SECOND, 1_100_000n, 600, 10],
  ['a ladder of two rungs', tariffOf(row({}), row({ fromSecond: 60, incrementSeconds: 6 })), 720_000n, 600, 72],
])('affordable: %s', (_what, tariff, room, most, seconds) => {
  expect(affordableSeconds(CALL, tariff, room, most)).toBe(seconds);
});

describe('grant', () => {
  it.each<[what: string, tariff: Tariff | undefined, part: Partial<Budget>, wanted: number, credit: object]>([
    ['a slice', BY_MINUTE, { dayCap: 100_000_000n }, 600, { granted: true, seconds: 600, amountMicro: 6_000_000n }],
    ['what is left', BY_MINUTE, { dayCap: 1_000_000n }, 600, { granted: true, seconds: 60, amountMicro: 600_000n }],
    ['without a cap what is wanted', BY_MINUTE, {}, 600, { granted: true, seconds: 600, amountMicro: 6_000_000n }],
    ['nothing left', BY_MINUTE, { dayCap: 1n }, 600, { granted: false, reason: 'spend-cap' }],
    ['all reserved', BY_MINUTE, { dayCap: 600_000n, reserved: 600_000n }, 600, { granted: false, reason: 'spend-cap' }],
    ['too short to be cut in time', BY_SECOND, { dayCap: 1_020_000n }, 600, { granted: false, reason: 'spend-cap' }],
    ['no tariff', undefined, {}, 600, { granted: false, reason: 'no-rate' }],
    ['no rate', tariffOf(row({ prefix: '+1' })), {}, 600, { granted: false, reason: 'no-rate' }],
  ])('%s', (_what, tariff, part, wanted, credit) => {
    expect(grant(CALL, tariff, budget(part), wanted)).toEqual(credit);
  });

  it('never lets calls that run side by side cost more than the cap', () => {
    const cap = 10_000_000n;
    let reserved = 0n;
    for (let calls = 0; calls < 100; calls += 1) {
      const credit = grant(CALL, BY_MINUTE, budget({ dayCap: cap, reserved }), 600);
      if (credit.granted) reserved += credit.amountMicro;
    }
    expect(reserved).toBeLessThanOrEqual(cap);
    expect(reserved).toBeGreaterThan(cap - 600_000n);
  });
});
