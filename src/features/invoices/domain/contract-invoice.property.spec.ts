import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { billingPeriod } from '../../../platform/time/billing-period';
import { contractSpans } from '../../contracts/domain/contract-spans';
import type { ContractItem, ContractTerms, Meter } from '../../contracts/domain/contract-terms';
import type { PriceModel } from '../../contracts/domain/price-model';
import { postingOfInvoice } from '../../ledger/domain/posting';
import type { Tariff } from '../../tariffs/domain/tariff';
import { buildInvoice } from './build-invoice';
import { taxOf } from './invoice';

const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });
const ZONE = 'Europe/Berlin';

const money = fc.bigInt({ min: 0n, max: 10n ** 10n });
const day = fc.constantFrom('2027-12-01', '2028-02-01', '2028-02-14', '2028-02-29', '2028-03-26', '2028-10-29');
const named = (code: string) => ({ code, name: code, nameZh: code });

const tiers = fc.tuple(fc.integer({ min: 1, max: 500 }), money, money, money).map(([upTo, first, flat, last]) => [
  { upTo, priceMicro: first, flatMicro: 0n }, { upTo: null, priceMicro: last, flatMicro: flat },
]);
const bands = fc.tuple(money, money).map(([near, far]) => [{ upToPercent: 40, priceMicro: near }, { upToPercent: null, priceMicro: far }]);
const price: fc.Arbitrary<PriceModel> = fc.oneof(
  fc.record({ model: fc.constant('unit' as const), priceMicro: money, free: fc.nat(200) }),
  fc.record({ model: fc.constant('package' as const), priceMicro: money, size: fc.integer({ min: 1, max: 100 }), free: fc.nat(200) }),
  fc.record({ model: fc.constantFrom('graduated' as const, 'volume' as const), tiers }),
  fc.record({ model: fc.constant('baseline' as const), volume: fc.integer({ min: 1, max: 500 }), feeMicro: money, deadBand: fc.nat(30), arc: bands, rrc: bands }),
);

const items: fc.Arbitrary<ContractItem[]> = fc.tuple(
  fc.record({ on: day, quantity: fc.integer({ min: 1, max: 9 }), priceMicro: money }),
  fc.record({ quantity: fc.integer({ min: 1, max: 90 }), priceMicro: money }),
  fc.record({ basis: fc.constantFrom('named' as const, 'concurrent' as const), contracted: fc.nat(5), priceMicro: money, overageMicro: money }),
  price,
  fc.record({ minutes: fc.integer({ min: 1, max: 500 }), priceMicro: money, rollOverMonths: fc.nat(3) }),
).map(([once, monthly, seats, metered, bundle]) => [
  { kind: 'once', ...named('once'), ...once },
  { kind: 'monthly', ...named('monthly'), ...monthly },
  { kind: 'seats', ...named('seats'), ...seats },
  { kind: 'metered', ...named('metered'), meter: 'sms', price: metered },
  { kind: 'bundle', ...named('bundle'), direction: 'outbound', prefixes: ['+86'], ...bundle },
]);

const percent = fc.bigInt({ min: 0n, max: 100_000_000n });
const terms: fc.Arbitrary<ContractTerms> = fc.record({
  id: fc.constantFrom('con_1', 'con_2', 'con_3'),
  validFrom: day,
  items,
  discounts: fc.array(percent, { maxLength: 2 }).map((all) => all.map((share, at) => ({ ...named(`discount-${at}`), percent: share, of: at === 0 ? [] : ['monthly', 'usage'] }))),
  commitmentMicro: fc.option(money),
  credits: fc.constant([{ level: 85_000_000n, percent: 5_000_000n }]),
  bonuses: fc.constant([{ level: 95_000_000n, percent: 2_000_000n }]),
  tax: fc.option(percent.map((share) => ({ name: 'VAT', percent: share }))),
  paymentDays: fc.constant(30),
  billTo: fc.constant(null),
});

const calls = fc.array(fc.record({ minute: fc.nat(28 * 1440), billedSeconds: fc.integer({ min: 1, max: 90_000 }), amountMicro: money, prefix: fc.constantFrom('+86', '+86138', '') }), { maxLength: 100 });
const stays = fc.array(fc.tuple(fc.nat(9), fc.nat(40_000), fc.integer({ min: 1, max: 2000 })), { maxLength: 12 });

it('whatever is agreed and used: lines come to the total, calls to the usage, steps to their lines, and the books to nothing', () => {
  const months = fc.constantFrom('2028-02', '2028-03', '2028-10').map((key) => billingPeriod(key, ZONE));
  const level = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(fc.property(months, fc.array(terms, { maxLength: 3 }), calls, stays, fc.nat(600), level, (period, versions, made, present, sms, reached) => {
    const start = period.start.getTime();
    const usage = made.map(({ minute, ...call }, at) => ({
      ...call, source: 'cdr' as const, sourceId: `sw1/${at}`, startedAt: new Date(start + minute * 60_000), currency: 'EUR', tariffId: 'tar_1', pricedAs: 'outbound' as const,
    }));
    const measured = {
      meters: new Map<Meter, { base: bigint; scale: bigint }>([['sms', { base: BigInt(sms), scale: 1n }]]),
      stays: present.map(([who, from, minutes]) => ({ who: String(who), from: start + from * 60_000, until: start + (from + minutes) * 60_000 })),
    };
    const spans = contractSpans(versions, period).map((span) => ({ span, measured }));
    const tariff: Tariff = {
      id: 'tar_1', currency: 'EUR', timezone: ZONE, validFrom: '2027-01-01', rates: [], platformMonthlyMicro: 1_000_000_000n, seatMonthlyMicro: 0n, numberMonthlyMicro: 0n,
    };
    const leases = [{ kind: 'platform' as const, subject: '', startedAt: new Date(start), endedAt: null }];
    const invoice = buildInvoice({ tenantId: 'ten_1', period, tariff, leases, usage, contract: { spans, carried: [], level: reached } });

    const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
    expect(invoice.totalMicro).toBe(sum(invoice.lines.map(({ amountMicro }) => amountMicro)));
    expect(sum(invoice.lines.flatMap((line) => (line.kind === 'usage' ? [line.amountMicro] : [])))).toBe(sum(made.map(({ amountMicro }) => amountMicro)));
    for (const line of invoice.lines) {
      if (!('steps' in line)) continue;
      const exact = line.steps.reduce((total, { priceMicro, base, scale }) => total.plus(new Exact(String(priceMicro)).times(String(base)).dividedBy(String(scale))), new Exact(0));
      // 80 digits of an endless fraction: within a thousandth of the rounding's own bound
      expect(exact.minus(String(line.amountMicro)).abs().lessThanOrEqualTo('0.500001')).toBe(true);
    }
    expect(new Set(invoice.lines.map(({ key }) => key)).size).toBe(invoice.lines.length);
    const { entries } = postingOfInvoice({ id: 'inv_1', ...invoice, taxMicro: taxOf(invoice) });
    expect(sum(entries.map(({ amountMicro }) => amountMicro))).toBe(0n);
  }), { numRuns: 1000 });
});
