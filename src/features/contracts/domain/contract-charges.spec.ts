import { parseMicro } from '../../../platform/money/money';
import { billingPeriod } from '../../../platform/time/billing-period';
import { contractCharges, type Measured } from './contract-charges';
import { contractSpans } from './contract-spans';
import type { ContractItem, ContractTerms } from './contract-terms';

const money = parseMicro;
const october = billingPeriod('2026-10', 'Asia/Shanghai');

const named = { name: 'Name', nameZh: '名称' };
function terms(validFrom: string, items: ContractItem[], id = `con_${validFrom}`): ContractTerms {
  return { id, validFrom, items, discounts: [], commitmentMicro: null, credits: [], bonuses: [], tax: null, paymentDays: 30, billTo: null };
}

const nothing: Measured = { meters: new Map(), stays: [] };
function amounts(versions: ContractTerms[], measured = nothing, period = october) {
  return contractSpans(versions, period).flatMap((span) => contractCharges(span, measured).map(({ item: { code }, days, amountMicro }) => [code, days, amountMicro]));
}

const circuits = (price: string, quantity = 1): ContractItem => ({ kind: 'monthly', code: 'circuits', ...named, quantity, priceMicro: money(price) });
const setUp = (on: string): ContractItem => ({ kind: 'once', code: 'set-up', ...named, on, quantity: 1, priceMicro: money('12000') });
const seats = (basis: 'named' | 'concurrent'): ContractItem => ({
  kind: 'seats', code: 'seats', ...named, basis, contracted: 80, priceMicro: money('280'), overageMicro: money('350'),
});

test.each([
  ['a whole month', [terms('2026-01-01', [circuits('500', 30)])], [['circuits', 31, money('15000')]]],
  // 300 × 10 ÷ 31 + 310 × 21 ÷ 31 = 96.774194 + 210
  ['a new version in mid-month', [terms('2026-01-01', [circuits('300')]), terms('2026-10-11', [circuits('310')])],
    [['circuits', 10, money('96.774194')], ['circuits', 21, money('210')]]],
  ['one that begins in mid-month', [terms('2026-10-22', [circuits('310')])], [['circuits', 10, money('100')]]],
  ['one that is still to come', [terms('2026-11-01', [circuits('310')])], []],
  ['two of the same day: the one made last holds', [terms('2026-10-01', [circuits('1')], 'con_1'), terms('2026-10-01', [circuits('31')], 'con_2')], [['circuits', 31, money('31')]]],
  ['a one-off item is never prorated', [terms('2026-10-22', [setUp('2026-10-31')])], [['set-up', 10, money('12000')]]],
  ['and stands in its own month', [terms('2026-01-01', [setUp('2026-11-01')])], []],
  ['and in the span of its day alone', [terms('2026-01-01', [setUp('2026-10-05')]), terms('2026-10-11', [setUp('2026-10-05')])], [['set-up', 10, money('12000')]]],
])('%s', (_what, versions, expected) => {
  expect(amounts(versions)).toEqual(expected);
});

test('29 days of February 2028, and 3 of them', () => {
  const february = billingPeriod('2028-02', 'Asia/Shanghai');
  // 290 × 3 ÷ 29
  expect(amounts([terms('2028-02-27', [circuits('290')])], nothing, february)).toEqual([['circuits', 3, money('30')]]);
});

describe('138 seats against 80', () => {
  const [from, until] = [Date.parse('2026-10-14T09:00:00+08:00'), Date.parse('2026-10-14T10:00:00+08:00')];
  const stays = Array.from({ length: 138 }, (_, at) => ({ who: String(at), from, until }));
  test.each(['named', 'concurrent'] as const)('%s: 80 × 280.00 + 58 × 350.00', (basis) => {
    expect(amounts([terms('2026-01-01', [seats(basis)])], { ...nothing, stays })).toEqual([['seats', 31, money('42700')]]);
  });

  test('concurrent: a peak of less than 30 minutes is none', () => {
    const short = stays.map((stay) => ({ ...stay, until: from + 29 * 60_000 }));
    expect(amounts([terms('2026-01-01', [seats('concurrent')])], { ...nothing, stays: short })).toEqual([['seats', 31, money('22400')]]);
  });
});

test('what a meter has counted is priced by its model', () => {
  const messages: ContractItem = { kind: 'metered', code: 'sms', ...named, meter: 'sms', price: { model: 'unit', priceMicro: money('0.05'), free: 100 } };
  const measured = { ...nothing, meters: new Map([['sms' as const, { base: 130n, scale: 1n }]]) };
  expect(amounts([terms('2026-01-01', [messages])], measured)).toEqual([['sms', 31, money('1.5')]]);
  expect(() => amounts([terms('2026-01-01', [messages])])).toThrow('the meter sms was not read');
});
