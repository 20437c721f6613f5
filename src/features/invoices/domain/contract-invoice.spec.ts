import { parseMicro } from '../../../platform/money/money';
import { billingPeriod } from '../../../platform/time/billing-period';
import { amountOf } from '../../contracts/domain/charge';
import { contractSpans } from '../../contracts/domain/contract-spans';
import type { ContractItem, ContractTerms } from '../../contracts/domain/contract-terms';
import type { Tariff } from '../../tariffs/domain/tariff';
import type { InvoicedUsage } from '../../usage/domain/usage-ledger';
import { buildInvoice, type ContractInput, NO_CONTRACT } from './build-invoice';

const money = parseMicro;
const OCTOBER = billingPeriod('2026-10', 'Asia/Shanghai');
const TARIFF: Tariff = {
  id: 'tar_1', currency: 'CNY', timezone: 'Asia/Shanghai', validFrom: '2026-01-01',
  platformMonthlyMicro: money('3000'), seatMonthlyMicro: 0n, numberMonthlyMicro: 0n, rates: [],
};
const NOTHING: ContractTerms = {
  id: 'con_1', validFrom: '2026-01-01', items: [], discounts: [], commitmentMicro: null, credits: [], bonuses: [], tax: null, paymentDays: 30, billTo: null,
};
const named = { name: 'Name', nameZh: '名称' };
const circuits: ContractItem = { kind: 'monthly', code: 'circuits', ...named, quantity: 4, priceMicro: money('500') };
const minutes = (count: number, rollOverMonths = 0): ContractItem => ({
  kind: 'bundle', code: 'minutes', ...named, direction: 'outbound', prefixes: ['+86'], minutes: count, priceMicro: money('15'), rollOverMonths,
});

function contract(versions: Partial<ContractTerms>[], more: Partial<ContractInput> = {}): ContractInput {
  const spans = contractSpans(versions.map((version, at) => ({ ...NOTHING, id: `con_${at}`, ...version })), OCTOBER);
  return { ...NO_CONTRACT, spans: spans.map((span) => ({ span, measured: { meters: new Map(), stays: [] } })), ...more };
}

let calls = 0;
function call(billedSeconds: number, amount: string, startedAt = '2026-10-14T12:00:00+08:00'): InvoicedUsage {
  calls += 1;
  return {
    source: 'cdr', sourceId: `sw1/${calls}`, startedAt: new Date(startedAt), currency: 'CNY', tariffId: 'tar_1', pricedAs: 'outbound', prefix: '+86',
    billedSeconds, amountMicro: money(amount),
  };
}

/** A whole month's platform costs 3,000.00. */
const platform = { kind: 'platform' as const, subject: '', startedAt: new Date('2026-01-01T00:00:00+08:00'), endedAt: null };

function drawn(input: ContractInput, usage: InvoicedUsage[] = []) {
  const invoice = buildInvoice({ tenantId: 'ten_1', period: OCTOBER, tariff: TARIFF, leases: [platform], usage, contract: input });
  expect(invoice.totalMicro).toBe(invoice.lines.reduce((sum, { amountMicro }) => sum + amountMicro, 0n));
  for (const line of invoice.lines) if ('steps' in line) expect(amountOf(line.steps)).toBe(line.amountMicro);
  return invoice.lines.map((line) => [line.key, line.amountMicro]);
}
const rented = ['platform:2026-10-01:2026-10-31', money('3000')];

test.each<[string, ContractInput, [string, string][]]>([
  ['nothing agreed', NO_CONTRACT, []],
  ['an item', contract([{ items: [circuits] }]), [['contract:circuits:2026-10-01', '2000']]],
  ['5 % off all of it', contract([{ items: [circuits], discounts: [{ code: 'loyal', ...named, percent: money('5'), of: [] }] }]),
    [['contract:circuits:2026-10-01', '2000'], ['discount:loyal', '-250']]],
  ['10 % off one item, and 5 % off the platform', contract([{ items: [circuits], discounts: [{ code: 'a', ...named, percent: money('10'), of: ['circuits'] }, { code: 'b', ...named, percent: money('5'), of: ['platform'] }] }]),
    [['contract:circuits:2026-10-01', '2000'], ['discount:a', '-200'], ['discount:b', '-150']]],
  // 10,000 − 5,000
  ['a minimum that was not reached', contract([{ items: [circuits], commitmentMicro: money('10000') }]),
    [['contract:circuits:2026-10-01', '2000'], ['commitment:commitment', '5000']]],
  ['one that was', contract([{ items: [circuits], commitmentMicro: money('5000') }]), [['contract:circuits:2026-10-01', '2000']]],
  // 3,100 × 10 ÷ 31 + 6,200 × 21 ÷ 31 = 1,000 + 4,200 = 5,200; less 3,000
  ['one that changed in mid-month', contract([{ commitmentMicro: money('3100') }, { validFrom: '2026-10-11', commitmentMicro: money('6200') }]), [['commitment:commitment', '2200']]],
  // after the discount: 5,000 − (3,000 − 300)
  ['a discount counts before the minimum does', contract([{ commitmentMicro: money('5000'), discounts: [{ code: 'a', ...named, percent: money('10'), of: [] }] }]),
    [['discount:a', '-300'], ['commitment:commitment', '2300']]],
  // 81.1 % of 85 %: 5 % of 3,000 back, whatever the minimum makes up for
  ['a promise that was broken', contract([{ commitmentMicro: money('4000'), credits: [{ level: money('85'), percent: money('5') }] }], { level: 0.811 }),
    [['commitment:commitment', '1000'], ['service_level:service-level', '-150']]],
  ['one that was more than kept', contract([{ bonuses: [{ level: money('95'), percent: money('2') }] }], { level: 0.96 }), [['service_level:service-level', '60']]],
  ['a month without a call', contract([{ credits: [{ level: money('85'), percent: money('5') }] }]), []],
  // 6 % of 3,000 + 2,000 − 250
  ['a tax on all of it', contract([{ items: [circuits], discounts: [{ code: 'loyal', ...named, percent: money('5'), of: [] }], tax: { name: 'VAT', percent: money('6') } }]),
    [['contract:circuits:2026-10-01', '2000'], ['discount:loyal', '-250'], ['tax:tax', '285']]],
])('%s', (_what, input, lines) => {
  expect(drawn(input)).toEqual([rented, ...lines.map(([key, amount]) => [key, money(amount)])]);
});

describe('a bundle of 10 minutes for 15.00', () => {
  const usage = () => [call(300, '3'), call(240, '2.4', '2026-10-15T00:00:00+08:00'), call(120, '1.2', '2026-10-16T00:00:00+08:00')];
  const used = (lines: unknown[][]) => lines.filter(([key]) => String(key).startsWith('bundle') || String(key).startsWith('contract'));

  test('pays for the first ten of eleven', () => {
    // 3.00 + 2.40 + half of 1.20
    expect(used(drawn(contract([{ items: [minutes(10)] }]), usage()))).toEqual([
      ['contract:minutes:2026-10-01', money('15')], ['bundle:minutes:2026-10', money('-6')],
    ]);
  });

  test('begun in mid-month it has the days’ share of its minutes, and costs as much of its price', () => {
    // 10 of 31 days: 600 × 10 ÷ 31 = 193 s of the first call of 300: 3.00 × 193 ÷ 300
    expect(used(drawn(contract([{ validFrom: '2026-10-22', items: [minutes(10)] }]), usage()))).toEqual([
      ['contract:minutes:2026-10-22', money('4.83871')], ['bundle:minutes:2026-10', money('-1.93')],
    ]);
  });

  test('what is left of last month’s is used first', () => {
    const bundle = { code: 'minutes', direction: 'outbound' as const, prefixes: ['+86'] };
    const carried = [{ item: { ...bundle, ...named }, balance: { bundle, month: '2026-09', lastMonth: '2026-10', seconds: 60, pricePerSecond: 1 } }];
    // a minute of the first call: 0.60, and the rest of the eleven: 6.00
    expect(used(drawn(contract([{ items: [minutes(10, 1)] }], { carried }), usage()))).toEqual([
      ['contract:minutes:2026-10-01', money('15')], ['bundle:minutes:2026-09', money('-0.6')], ['bundle:minutes:2026-10', money('-6')],
    ]);
  });

  test('a discount of usage is of what the bundle has left of it', () => {
    const discounts = [{ code: 'half', ...named, percent: money('50'), of: ['usage'] }];
    // 6.60 − 6.00 = 0.60, of which 50 %
    expect(drawn(contract([{ items: [minutes(10)], discounts }]), usage()).at(-1)).toEqual(['discount:half', money('-0.3')]);
  });
});
