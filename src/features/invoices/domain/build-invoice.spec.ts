import fc from 'fast-check';
import { parseMicro } from '../../../platform/money/money';
import { billingPeriod } from '../../../platform/time/billing-period';
import { addDays, startOfDay } from '../../../platform/time/calendar';
import type { Tariff } from '../../tariffs/domain/tariff';
import { type RatedUsage, rateUsage } from '../../usage/domain/rate-usage';
import type { UsageRecord } from '../../usage/domain/usage-record';
import { buildInvoice, NO_CONTRACT } from './build-invoice';
import type { Lease } from './lease-lines';

const ROW = {
  direction: 'inbound' as const, prefix: '', connectFeeMicro: 0n, priceMicro: 150_000n, unitSeconds: 60,
  incrementSeconds: 60, fromSecond: 0,
};
const TARIFF: Tariff = {
  id: 'trf_1',
  currency: 'CNY',
  timezone: 'Asia/Shanghai',
  validFrom: '2026-01-01',
  platformMonthlyMicro: parseMicro('3000'),
  seatMonthlyMicro: parseMicro('200'),
  numberMonthlyMicro: parseMicro('100'),
  rates: [
    ROW,
    { ...ROW, prefix: '400', priceMicro: 100_000n, incrementSeconds: 6 },
    { ...ROW, direction: 'outbound', connectFeeMicro: 30_000n, incrementSeconds: 30 },
    { ...ROW, direction: 'outbound', fromSecond: 30, priceMicro: 70_000n, incrementSeconds: 7 },
  ],
};
const OCTOBER = billingPeriod('2026-10', 'Asia/Shanghai');
const NOTHING = { tenantId: 'ten_1', period: OCTOBER, tariff: TARIFF, leases: [], usage: [], contract: NO_CONTRACT };

/** Shanghai wall clock. */
const at = (local: string) => new Date(`${local}+08:00`);

function lease(kind: Lease['kind'], subject: string, from: string, until?: string): Lease {
  return { kind, subject, startedAt: at(from), endedAt: until ? at(until) : null };
}

function rated(sourceId: string, over: Partial<UsageRecord> = {}): RatedUsage {
  const usage = rateUsage({
    source: 'cdr', sourceId, kind: 'inbound', number: '4008001001', seconds: 31, startedAt: at('2026-10-05T10:00:00'),
    ...over,
  }, TARIFF);
  if ('outcome' in usage) throw new Error(usage.detail);
  return usage;
}

describe('leases', () => {
  // Seats cost 200.00 a month, October has 31 days.
  test.each([
    ['the whole month', '2026-09-01T09:00:00', undefined, 31, '200'],
    ['from the 22nd on', '2026-10-22T15:00:00', undefined, 10, '64.516129'], // 200 × 10/31 = 64.5161290…
    ['until noon on the 10th', '2026-09-01T09:00:00', '2026-10-10T12:00:00', 10, '64.516129'],
    ['until the midnight that ends the 10th', '2026-09-01T09:00:00', '2026-10-11T00:00:00', 10, '64.516129'],
    ['added and removed within a day', '2026-10-10T09:00:00', '2026-10-10T09:05:00', 1, '6.451613'], // 6.4516129…
    ['added and removed at once', '2026-10-10T00:00:00', '2026-10-10T00:00:00', 1, '6.451613'],
    ['the last moment only', '2026-10-31T23:59:59', undefined, 1, '6.451613'],
    ['until the first moment', '2026-09-01T00:00:00', '2026-10-01T00:00:01', 1, '6.451613'],
  ])('a seat for %s counts %3$i days', (_name, from, until, days, amount) => {
    const { lines, totalMicro } = buildInvoice({ ...NOTHING, leases: [lease('seat', '1001', from, until)] });
    expect(lines).toMatchObject([
      { kind: 'seat', quantity: 1, days, periodDays: 31, unitPriceMicro: parseMicro('200'), covers: ['1001'] },
    ]);
    expect(totalMicro).toBe(parseMicro(amount));
  });

  test.each([
    ['before', '2026-08-01T00:00:00', '2026-10-01T00:00:00'],
    ['after', '2026-11-01T00:00:00', undefined],
  ])('a seat leased only %s the month leaves no line', (_name, from, until) => {
    expect(buildInvoice({ ...NOTHING, leases: [lease('seat', '1001', from, until)] }).lines).toEqual([]);
  });

  test('seats with the same days share a line; the money is rounded once per line', () => {
    const sevenNew = ['1008', '1002', '1003', '1004', '1005', '1006', '1007'];
    const { lines } = buildInvoice({ ...NOTHING, leases: [
      ...sevenNew.map((seat, hour) => lease('seat', seat, `2026-10-31T1${hour}:00:00`)),
      lease('seat', '1001', '2026-01-01T00:00:00'),
    ] });
    expect(lines).toMatchObject([
      { key: 'seat:2026-10-01:2026-10-31', quantity: 1, days: 31, amountMicro: parseMicro('200'), covers: ['1001'] },
      // 200 × 7 × 1/31 = 45.16129032…; seven times the rounded 6.451613 would be 45.161291
      { key: 'seat:2026-10-31:2026-10-31', quantity: 7, days: 1, amountMicro: parseMicro('45.161290'),
        covers: sevenNew.toSorted() },
    ]);
  });

  test('a seat given back and leased again pays for each day once', () => {
    const keys = (back: string, again: string) => buildInvoice({ ...NOTHING, leases: [
      lease('seat', '1001', again), lease('seat', '1001', '2026-09-01T00:00:00', back),
    ] }).lines.map(({ key }) => key);
    expect(keys('2026-10-10T09:00:00', '2026-10-10T12:00:00')).toEqual(['seat:2026-10-01:2026-10-31']);
    expect(keys('2026-10-10T09:00:00', '2026-10-11T12:00:00')).toEqual(['seat:2026-10-01:2026-10-31']);
    expect(keys('2026-10-10T09:00:00', '2026-10-12T12:00:00'))
      .toEqual(['seat:2026-10-01:2026-10-10', 'seat:2026-10-12:2026-10-31']);
  });

  test('platform, seats and numbers stand in this order, each at its own price', () => {
    const { lines, totalMicro } = buildInvoice({ ...NOTHING, leases: [
      lease('number', '4008001001', '2026-01-01T00:00:00'), lease('seat', '1001', '2026-01-01T00:00:00'),
      lease('platform', '', '2026-01-01T00:00:00'),
    ] });
    expect(lines.map(({ kind, amountMicro }) => [kind, amountMicro])).toEqual([
      ['platform', parseMicro('3000')], ['seat', parseMicro('200')], ['number', parseMicro('100')],
    ]);
    expect(totalMicro).toBe(parseMicro('3300'));
  });

  test('a lease that ends before it starts is refused by name', () => {
    const backwards = lease('seat', '1001', '2026-10-10T00:00:00', '2026-10-09T00:00:00');
    expect(() => buildInvoice({ ...NOTHING, leases: [backwards] }))
      .toThrow('the lease of seat "1001" ends before it starts');
  });
});

describe('usage', () => {
  test('is summed per direction, prefix and tariff, and names the calls', () => {
    // 31 s at 60 s steps bill 60 s: 0.15. 31 s at 6 s steps bill 36 s: 0.10 × 36/60 = 0.06, twice.
    // Outbound 31 s: 0.03 + 0.15 × 30/60 + 0.07 × 7/60 = 0.11316666… → 0.113167
    const { lines, totalMicro } = buildInvoice({ ...NOTHING, usage: [
      rated('n/4', { kind: 'outbound', number: '+8613800138001' }), rated('n/2'), rated('n/1'),
      rated('n/3', { number: '+862150000000' }),
    ] });
    expect(lines).toEqual([
      { kind: 'usage', key: 'usage:2026-10:inbound:400:trf_1', direction: 'inbound', prefix: '400', tariffId: 'trf_1',
        usagePeriod: '2026-10', late: false, quantity: 2, billedSeconds: 72, unitPriceMicro: 100_000n, unitSeconds: 60,
        amountMicro: parseMicro('0.12'), covers: ['cdr:n/1', 'cdr:n/2'] },
      { kind: 'usage', key: 'usage:2026-10:inbound::trf_1', direction: 'inbound', prefix: '', tariffId: 'trf_1',
        usagePeriod: '2026-10', late: false, quantity: 1, billedSeconds: 60, unitPriceMicro: 150_000n, unitSeconds: 60,
        amountMicro: parseMicro('0.15'), covers: ['cdr:n/3'] },
      { kind: 'usage', key: 'usage:2026-10:outbound::trf_1', direction: 'outbound', prefix: '', tariffId: 'trf_1',
        usagePeriod: '2026-10', late: false, quantity: 1, billedSeconds: 37, unitPriceMicro: null, unitSeconds: null,
        amountMicro: parseMicro('0.113167'), covers: ['cdr:n/4'] },
    ]);
    expect(totalMicro).toBe(parseMicro('0.383167'));
  });

  test('of earlier months stands last, on lines of its own, marked', () => {
    const { lines } = buildInvoice({ ...NOTHING, usage: [
      rated('late', { startedAt: at('2026-09-30T23:59:59') }), rated('later', { startedAt: at('2026-08-15T12:00:00') }),
      rated('first', { startedAt: at('2026-10-01T00:00:00') }), rated('last', { startedAt: at('2026-10-31T23:59:59') }),
    ] });
    expect(lines).toMatchObject([
      { late: false, usagePeriod: '2026-10', covers: ['cdr:first', 'cdr:last'] },
      { late: true, usagePeriod: '2026-08', covers: ['cdr:later'] },
      { late: true, usagePeriod: '2026-09', covers: ['cdr:late'] },
    ]);
  });

  test('rated by another tariff stands apart, without a unit price', () => {
    const { lines } = buildInvoice({ ...NOTHING, usage: [rated('a'), { ...rated('b'), tariffId: 'trf_0' }] });
    expect(lines).toMatchObject([
      { tariffId: 'trf_0', unitPriceMicro: null }, { tariffId: 'trf_1', unitPriceMicro: 100_000n },
    ]);
  });

  test.each<[string, RatedUsage[]]>([
    ['cdr:a began after the period 2026-10', [rated('a', { startedAt: at('2026-11-01T00:00:00') })]],
    ['cdr:a is rated in USD, not in CNY', [{ ...rated('a'), currency: 'USD' }]],
    ['cdr:a is given twice', [rated('a'), rated('b'), rated('a', { seconds: 5 })]],
  ])('is refused: %s', (message, usage) => {
    expect(() => buildInvoice({ ...NOTHING, usage })).toThrow(new RangeError(message));
  });
});

test('what is payable is rounded once, and the difference shown', () => {
  // 64.516129 + 0.06 = 64.576129 → 64.58
  const invoice = buildInvoice({
    ...NOTHING, leases: [lease('seat', '1001', '2026-10-22T00:00:00')], usage: [rated('a')],
  });
  expect(invoice).toMatchObject({
    totalMicro: 64_576_129n, payableMicro: 64_580_000n, roundingMicro: 3_871n, currency: 'CNY', period: '2026-10',
  });
});

test('nothing leased and nothing used is an invoice of nothing', () => {
  expect(buildInvoice(NOTHING)).toMatchObject({ lines: [], totalMicro: 0n, roundingMicro: 0n, payableMicro: 0n });
});

describe('any month, in any zone, against a recomputation along another path', () => {
  // Daylight saving at the turn of the month, no midnight, half-hour shifts, 29 February, the date line.
  const months = fc.constantFrom(
    ['2026-10', 'Asia/Shanghai'], ['2026-03', 'America/New_York'], ['2026-11', 'America/Havana'],
    ['2026-04', 'Africa/Cairo'], ['2026-04', 'Australia/Lord_Howe'], ['2028-02', 'Europe/London'],
    ['2017-10', 'America/Asuncion'], ['2026-01', 'Pacific/Kiritimati'],
  ).map(([key = '', zone = '']) => billingPeriod(key, zone));
  const lives = fc.array(fc.record({
    kind: fc.constantFrom<Lease['kind']>('platform', 'seat', 'number'),
    subject: fc.constantFrom('1001', '1002', '1003', '1004'),
    startMinute: fc.integer({ min: -14, max: 35 }).map((days) => days * 1440), // so that starts coincide
    minutes: fc.option(fc.integer({ min: 0, max: 20_000 })),
  }), { maxLength: 12 });
  const calls = fc.array(fc.record({
    kind: fc.constantFrom('inbound' as const, 'outbound' as const, 'transfer' as const),
    number: fc.constantFrom('4008001001', '+8613800138001', '95003'),
    seconds: fc.integer({ min: 1, max: 90_000 }),
    minute: fc.integer({ min: -90_000, max: 40_000 }),
  }), { maxLength: 25 });
  const prices = fc.record({
    platformMonthlyMicro: fc.bigInt({ min: 0n, max: 10n ** 11n }),
    seatMonthlyMicro: fc.bigInt({ min: 0n, max: 10n ** 9n }),
    numberMonthlyMicro: fc.bigInt({ min: 0n, max: 10n ** 9n }),
  });

  test('total = Σ lines = Σ rated calls + Σ leases', () => {
    fc.assert(fc.property(months, lives, calls, prices, (period, someLives, someCalls, monthly) => {
      const tariff = { ...TARIFF, ...monthly };
      const minute = (count: number) => new Date(period.start.getTime() + count * 60_000);
      const leases = someLives.map(({ kind, subject, startMinute, minutes }): Lease => ({
        kind, subject, startedAt: minute(startMinute), endedAt: minutes === null ? null : minute(startMinute + minutes),
      }));
      const usage = someCalls.map(({ minute: began, ...call }, index) => rated(`n/${index}`, {
        ...call, startedAt: new Date(Math.min(minute(began).getTime(), period.end.getTime() - 1)),
      }));
      const invoice = buildInvoice({ tenantId: 'ten_1', period, tariff, leases, usage, contract: NO_CONTRACT });
      const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

      expect(invoice.totalMicro).toBe(sum(invoice.lines.map((line) => line.amountMicro)));
      const usageTotal = sum(invoice.lines.flatMap((line) => (line.kind === 'usage' ? [line.amountMicro] : [])));
      expect(usageTotal).toBe(sum(someCalls.map(priceOfCall)));
      expect(invoice.totalMicro - usageTotal).toBe(rentOf(leases, tariff, period));

      const covered = invoice.lines.flatMap((line) => (line.kind === 'usage' ? line.covers : []));
      expect(covered.toSorted()).toEqual(usage.map(({ sourceId }) => `cdr:${sourceId}`).toSorted());
      for (const line of invoice.lines) if ('covers' in line) expect(line.quantity).toBe(line.covers.length);

      expect(invoice.payableMicro % 10_000n).toBe(0n);
      expect(invoice.roundingMicro > -5_000n && invoice.roundingMicro <= 5_000n).toBe(true);
      const reversed = { leases: leases.toReversed(), usage: usage.toReversed() };
      expect(buildInvoice({ tenantId: 'ten_1', period, tariff, contract: NO_CONTRACT, ...reversed })).toEqual(invoice);
    }), { numRuns: 150 });
  });

  /** TARIFF's rates written out by hand, in sixtieths of a micro-unit. */
  function priceOfCall({ kind, number, seconds }: { kind: string; number: string; seconds: number }): bigint {
    const ceil = (value: number, step: number) => BigInt(Math.ceil(value / step) * step);
    if (kind === 'inbound') {
      return halfUp(number.startsWith('400') ? 100_000n * ceil(seconds, 6) : 150_000n * ceil(seconds, 60), 60n);
    }
    const first = 150_000n * 30n;
    return 30_000n + halfUp(seconds <= 30 ? first : first + 70_000n * ceil(seconds - 30, 7), 60n);
  }

  /** Walks the month day by day: which subjects existed at some instant of it? A line is a run of such days. */
  function rentOf(leases: Lease[], tariff: Tariff, period: typeof OCTOBER): bigint {
    const price = {
      platform: tariff.platformMonthlyMicro, seat: tariff.seatMonthlyMicro, number: tariff.numberMonthlyMicro,
    };
    const days = Array.from({ length: period.days }, (_, index) => addDays(period.firstDay, index));
    const daysOfRuns = new Map<string, number>();
    for (const name of new Set(leases.map(({ kind, subject }) => `${kind} ${subject}`))) {
      const own = leases.filter(({ kind, subject }) => `${kind} ${subject}` === name);
      const calendar = days.map((day) => (own.some((one) => touches(one, day, period.zone)) ? 'x' : '.')).join('');
      for (const run of calendar.matchAll(/x+/g)) {
        const line = `${name.split(' ')[0]} ${run.index} ${run[0]}`;
        daysOfRuns.set(line, (daysOfRuns.get(line) ?? 0) + run[0].length);
      }
    }
    let total = 0n;
    for (const [line, count] of daysOfRuns) {
      total += halfUp(price[line.split(' ')[0] as Lease['kind']] * BigInt(count), BigInt(period.days));
    }
    return total;
  }

  function touches({ startedAt, endedAt }: Lease, day: string, zone: string): boolean {
    const [dayStart, dayEnd] = [startOfDay(day, zone), startOfDay(addDays(day, 1), zone)];
    if (startedAt >= dayEnd) return false;
    return endedAt === null || endedAt > dayStart || (startedAt >= dayStart && endedAt >= startedAt);
  }

  function halfUp(over: bigint, under: bigint): bigint {
    const rest = over % under;
    return over / under + (rest + rest >= under ? 1n : 0n);
  }
});
