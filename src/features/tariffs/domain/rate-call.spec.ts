import fc from 'fast-check';
import { parseMicro } from '../../../platform/money/money';
import { parseMoneyJson, stringifyMoney } from '../../../platform/money/money-json';
import { rateByDecimals } from '../../../../test/factories/rate-by-decimals';
import { ratedCalls, ratedTariff } from '../../../../test/factories/rated-calls';
import { findRate } from './find-rate';
import { rateCall, type RatingStep } from './rate-call';
import { recompute } from './recompute';
import type { RateRow, Tariff } from './tariff';
import { ANY_TIME } from './time-bands';

function row(over: Partial<RateRow> = {}): RateRow {
  return {
    direction: 'outbound', prefix: '', connectFeeMicro: 0n, priceMicro: parseMicro('0.3'), unitSeconds: 60,
    incrementSeconds: 60, fromSecond: 0, ...over,
  };
}

function tariff(...rates: RateRow[]): Tariff {
  return {
    id: 'trf_1', currency: 'CNY', timezone: 'Asia/Shanghai', validFrom: '2026-01-01', rates,
    seatMonthlyMicro: 0n, numberMonthlyMicro: 0n, platformMonthlyMicro: 0n,
  };
}

const call = (seconds: number, number = '+8613800138001') => ({
  direction: 'outbound' as const, number, seconds, startedAt: new Date('2026-10-14T02:00:00Z'),
});

describe('rateCall, 0.30 a minute', () => {
  const per60 = [row()];
  const per60then6 = [row(), row({ fromSecond: 60, incrementSeconds: 6 })];
  const per30then6 = [row({ incrementSeconds: 30 }), row({ fromSecond: 30, incrementSeconds: 6 })];
  const per60then10 = [row(), row({ fromSecond: 60, incrementSeconds: 10 })];
  test.each([
    // name, rows, seconds, billed, amount
    ['60/60', per60, 1, 60, '0.3'],
    ['60/60', per60, 60, 60, '0.3'],
    ['60/60', per60, 61, 120, '0.6'],
    ['60/6', per60then6, 59, 60, '0.3'],
    ['60/6', per60then6, 60, 60, '0.3'],
    ['60/6', per60then6, 61, 66, '0.33'], // 60 + 6; 66/60 × 0.30
    ['60/6', per60then6, 66, 66, '0.33'],
    ['60/6', per60then6, 67, 72, '0.36'],
    ['30/6', per30then6, 31, 36, '0.18'], // 30 + 6; 36/60 × 0.30
    ['60/10', per60then10, 83, 90, '0.45'], // 60 + ⌈23/10⌉ × 10 = 90; 90/60 × 0.30
    ['1/1', [row({ incrementSeconds: 1 })], 83, 83, '0.415'],
    ['a price per second', [row({ unitSeconds: 1, incrementSeconds: 1, priceMicro: 7n })], 83, 83, '0.000581'],
    ['a fee of 0.10', [row({ connectFeeMicro: 100_000n })], 61, 120, '0.7'], // 0.10 + 2 × 0.30
    ['the first minute free', [row({ priceMicro: 0n }), row({ fromSecond: 60 })], 61, 120, '0.3'],
    ['a day', per60then6, 86_400, 86_400, '432'], // 1440 × 0.30
    ['a free rate', [row({ priceMicro: 0n })], 61, 120, '0'],
  ])('%s: %# %i s bill %i s and cost %s', (_name, rows, seconds, billedSeconds, amount) => {
    expect(rateCall(call(seconds), tariff(...rows))).toMatchObject({
      outcome: 'rated', billedSeconds, amountMicro: parseMicro(amount),
    });
  });

  test('shows every step, so that a stranger can do the sum', () => {
    const rating = rateCall(call(83), tariff(...per60then10.map((rung, index) => (
      index === 0 ? { ...rung, connectFeeMicro: 100_000n } : rung))));
    expect(rating).toEqual({
      outcome: 'rated',
      amountMicro: 550_000n, // 0.10 + 0.30 × 60/60 + 0.30 × 30/60
      billedSeconds: 90,
      pricedAs: 'outbound',
      prefix: '',
      steps: [
        { step: 'connect-fee', feeMicro: 100_000n },
        { step: 'duration', fromSecond: 0, seconds: 60, incrementSeconds: 60, billedSeconds: 60, priceMicro: 300_000n,
          unitSeconds: 60 },
        { step: 'duration', fromSecond: 60, seconds: 23, incrementSeconds: 10, billedSeconds: 30, priceMicro: 300_000n,
          unitSeconds: 60 },
      ],
    });
  });

  test('shows no step for a rung that the call did not reach: 60 s of 60/6 are the first row alone', () => {
    expect(rateCall(call(60), tariff(...per60then6))).toMatchObject({ steps: [{ fromSecond: 0, seconds: 60 }] });
  });

  test('rounds the money once: two rungs of a third of a micro-unit each cost 1, not 0', () => {
    // 1/3 + 1/3 = 0.67 → 1; rounded rung by rung it would be 0 + 0.
    const third = { priceMicro: 1n, unitSeconds: 3, incrementSeconds: 1 };
    expect(rateCall(call(2), tariff(row(third), row({ ...third, fromSecond: 1 })))).toMatchObject({ amountMicro: 1n });
  });

  test('a call of zero seconds costs nothing, not even the connect fee', () => {
    expect(rateCall(call(0), tariff(row({ connectFeeMicro: 100_000n })))).toMatchObject({
      outcome: 'rated', amountMicro: 0n, billedSeconds: 0, steps: [],
    });
  });

  test('a duration beyond any call stays exact', () => {
    // 2^53 − 1 s at 1/1: (9,007,199,254,740,991 × 300,000) ÷ 60 = 9,007,199,254,740,991 × 5,000
    expect(rateCall(call(Number.MAX_SAFE_INTEGER), tariff(row({ incrementSeconds: 1 })))).toMatchObject({
      amountMicro: 45_035_996_273_704_955_000n,
    });
  });

  test.each([-1, 1.5, NaN, Infinity, 2 ** 53])('refuses %p seconds', (seconds) => {
    expect(rateCall(call(seconds), tariff(row()))).toEqual({
      outcome: 'refused', reason: 'bad-seconds', detail: `seconds must be a whole number from 0, not ${seconds}`,
    });
  });

  test('refuses, and does not throw, when no row fits', () => {
    expect(rateCall(call(60, '4008001001'), tariff(row({ prefix: '+86' })))).toEqual({
      outcome: 'refused', reason: 'no-rate',
      detail: 'tariff trf_1 has no outbound row for the number, and no default row',
    });
    expect(rateCall({ ...call(60), direction: 'inbound' }, tariff(row()))).toMatchObject({ reason: 'no-rate' });
  });
});

describe('findRate', () => {
  const prices = tariff(
    row({ prefix: '' }), row({ prefix: '+86' }), row({ prefix: '+86138' }), row({ prefix: '400' }),
    row({ prefix: '+86138', fromSecond: 60 }), row({ direction: 'inbound', prefix: '' }),
  );
  test.each([
    ['+8613800138001', '+86138', 2],
    ['+8613900139009', '+86', 1],
    ['+14155550100', '', 1],
    ['4008001001', '400', 1],
    ['+4008001001', '', 1], // E.164 of another country, not the national 400
    ['', '', 1],
  ])('%s is priced by "%s"', (number, prefix, rungs) => {
    const rate = findRate(prices, 'outbound', number);
    expect(rate).toMatchObject({ prefix, direction: 'outbound' });
    expect(rate?.ladders.get(ANY_TIME)).toHaveLength(rungs);
  });

  test('the ladder is in order whatever the order of the rows', () => {
    const shuffled = tariff(row({ fromSecond: 60 }), row({ fromSecond: 0 }), row({ fromSecond: 30 }));
    expect(findRate(shuffled, 'outbound', '1')?.ladders.get(ANY_TIME)?.map((rung) => rung.fromSecond)).toEqual([0, 30, 60]);
  });

  test('a transfer is priced as outbound until the tariff has transfer rows', () => {
    expect(findRate(prices, 'transfer', '+861')).toMatchObject({ direction: 'outbound', prefix: '+86' });
    const own = tariff(...prices.rates, row({ direction: 'transfer', prefix: '' }));
    expect(findRate(own, 'transfer', '+861')).toMatchObject({ direction: 'transfer', prefix: '' });
  });
});

describe('any call under any ladder', () => {
  const rung = fc.record({
    rounds: fc.integer({ min: 1, max: 20 }), incrementSeconds: fc.integer({ min: 1, max: 120 }),
    unitSeconds: fc.integer({ min: 1, max: 3600 }), priceMicro: fc.bigInt({ min: 0n, max: 10n ** 9n }),
  });
  const ladders = fc.array(rung, { minLength: 1, maxLength: 4 }).map((rungs) => {
    let fromSecond = 0;
    return rungs.map(({ rounds, ...rest }) => {
      const made = row({ ...rest, fromSecond });
      fromSecond += rounds * rest.incrementSeconds;
      return made;
    });
  });
  const fees = fc.bigInt({ min: 0n, max: 10n ** 7n });

  test('costs what a naive count comes to, and what its stored steps come to', () => {
    fc.assert(fc.property(ladders, fees, fc.integer({ min: 0, max: 20_000 }), (rows, feeMicro, seconds) => {
      const rows0 = rows.map((made, index) => (index === 0 ? { ...made, connectFeeMicro: feeMicro } : made));
      const rating = rateCall(call(seconds), tariff(...rows0));
      if (rating.outcome === 'refused') throw new Error(rating.detail);
      const { amountMicro, billedSeconds } = rating;
      expect({ amountMicro, billedSeconds }).toEqual(meter(rows0, feeMicro, seconds));
      const stored = parseMoneyJson(stringifyMoney(rating.steps)) as RatingStep[];
      expect(recompute(stored)).toEqual({ amountMicro, billedSeconds });
    }), { numRuns: 500 });
  });

  test('costs and bills no less when it lasts a second longer', () => {
    fc.assert(fc.property(ladders, fc.integer({ min: 0, max: 20_000 }), (rows, seconds) => {
      const shorter = rateCall(call(seconds), tariff(...rows));
      const longer = rateCall(call(seconds + 1), tariff(...rows));
      if (shorter.outcome === 'refused' || longer.outcome === 'refused') throw new Error('refused');
      expect(longer.amountMicro >= shorter.amountMicro).toBe(true);
      expect(longer.billedSeconds).toBeGreaterThanOrEqual(shorter.billedSeconds);
      expect(longer.billedSeconds).toBeGreaterThan(seconds);
    }));
  });

  /** A coin meter: time passes, and each time the paid seconds are used up another increment is bought. */
  function meter(rows: RateRow[], feeMicro: bigint, seconds: number): { amountMicro: bigint; billedSeconds: number } {
    const scale = rows.reduce((product, { unitSeconds }) => product * BigInt(unitSeconds), 1n);
    let paidUntil = 0;
    let scaled = 0n;
    while (paidUntil < seconds) {
      const at = rows.findLast(({ fromSecond }) => fromSecond <= paidUntil);
      if (!at) throw new Error('no row');
      paidUntil += at.incrementSeconds;
      scaled += (at.priceMicro * BigInt(at.incrementSeconds) * scale) / BigInt(at.unitSeconds);
    }
    const half = scaled % scale * 2n >= scale ? 1n : 0n;
    return { amountMicro: seconds > 0 ? feeMicro + scaled / scale + half : 0n, billedSeconds: paidUntil };
  }
});

describe('by the time of the day: 0.60 a minute, by the second; at night 0.10 by the minute, for a fee of 0.05', () => {
  const all = (open: string, close: string) => ({ mon: [{ open, close }], tue: [{ open, close }], wed: [{ open, close }], thu: [{ open, close }], fri: [{ open, close }], sat: [{ open, close }], sun: [{ open, close }] });
  const rates = [
    row({ priceMicro: parseMicro('0.6'), incrementSeconds: 1 }),
    row({ priceMicro: parseMicro('0.1'), incrementSeconds: 60, connectFeeMicro: parseMicro('0.05'), band: 'night' }),
  ];
  const prices = { ...tariff(...rates), bands: [{ name: 'night', week: all('22:00', '07:00'), holidays: true }], holidays: ['2026-10-01'] };
  const berlin = { ...prices, timezone: 'Europe/Berlin', bands: [{ name: 'night', week: all('01:30', '02:30'), holidays: false }], holidays: [] };
  test.each([
    // in the day alone: 90 s at 0.01 a second
    ['the day', prices, '2026-10-14T12:00:00+08:00', 90, 90, '0.9'],
    // 0.05 + 2 × 0.10
    ['the night', prices, '2026-10-14T23:59:00+08:00', 90, 120, '0.25'],
    // 30 s of the day, 0.30, and then a minute of the night, 0.10; the fee is the day's: none
    ['from day into night', prices, '2026-10-14T21:59:30+08:00', 61, 90, '0.4'],
    // the third minute begins at night and is the night's; 40 s of the day follow: 0.05 + 0.30 + 0.40
    ['from night into day', prices, '2026-10-14T06:57:40+08:00', 220, 220, '0.75'],
    ['a holiday is night', prices, '2026-10-01T12:00:00+08:00', 60, 60, '0.15'],
    // the eve's last 10 s of day, 120 min of night, the holiday's night without an end
    ['into a holiday, over midnight', prices, '2026-09-30T21:59:50+08:00', 7210, 7210, '12.1'],
    ['24 hours', prices, '2026-10-14T07:00:00+08:00', 86_400, 86_400, '594'], // 54,000 s × 0.01 + 540 min × 0.10
    // 01:30 to 02:30 loses its second half, 02:00 becoming 03:00: 30 min × 0.10 + 0.05, then 10 min × 0.60
    ['clocks set forward', berlin, '2026-03-29T00:30:00Z', 2400, 2400, '9.05'],
    // it comes whole, then half an hour of day, and as 03:00 becomes 02:00 its second half again: 60 and 10 min × 0.10 + 30 × 0.60 + 0.05
    ['clocks set back', berlin, '2026-10-24T23:30:00Z', 6000, 6000, '25.05'],
  ])('%s', (_what, priced, startedAt, seconds, billedSeconds, amount) => {
    const rating = rateCall({ ...call(seconds), startedAt: new Date(startedAt) }, priced);
    expect(rating).toMatchObject({ outcome: 'rated', billedSeconds, amountMicro: parseMicro(amount) });
    if (rating.outcome === 'rated') expect(recompute(rating.steps)).toEqual({ billedSeconds, amountMicro: parseMicro(amount) });
  });

  test('any call at any time costs what a coin meter takes that looks at the clock for each coin', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 60 });
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' });
    fc.assert(fc.property(minutes, fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 90 }), (minute, seconds, increment) => {
      const own = { ...berlin, rates: [rates[0] as RateRow, { ...(rates[1] as RateRow), incrementSeconds: increment }] };
      const start = Date.parse('2026-10-01T00:00:00Z') + minute * 60_000 + 17_000;
      const night = (at: number) => {
        const [hour = 0, past = 0] = clock.format(at).split(':').map(Number);
        return hour * 60 + past >= 90 && hour * 60 + past < 150;
      };
      let [paid, micro] = [0, night(start) ? 50_000 : 0];
      while (paid < seconds) {
        const isNight = night(start + paid * 1000);
        // by the second it is asked once a minute: a band begins and ends on the minute
        const coin = isNight ? increment : Math.min(seconds - paid, 60 - ((start / 1000 + paid) % 60));
        micro += coin * (isNight ? 100_000 : 600_000);
        paid += coin;
      }
      const fee = night(start) ? 50_000n : 0n;
      const rating = rateCall({ ...call(seconds), startedAt: new Date(start) }, own);
      const scaled = BigInt(micro) - fee;
      expect(rating).toMatchObject({ billedSeconds: paid, amountMicro: fee + (scaled * 2n + 60n) / 120n });
    }), { numRuns: 100 });
  });
});

test('20,000 calls cost what decimal.js makes of the same rules', () => {
  const prices = ratedTariff();
  for (const made of ratedCalls(20_000)) {
    const { amountMicro, billedSeconds } = rateByDecimals(made, prices);
    expect(rateCall(made, prices)).toMatchObject({ amountMicro, billedSeconds });
  }
});

test('recompute finds a tampered step', () => {
  const rating = rateCall(call(83), tariff(row()));
  if (rating.outcome === 'refused') throw new Error(rating.detail);
  const tampered = rating.steps.map((step) => (step.step === 'duration' ? { ...step, seconds: 20 } : step));
  expect(recompute(tampered).amountMicro).not.toBe(rating.amountMicro);
});
