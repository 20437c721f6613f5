import { parseMicro } from '../../../platform/money/money';
import { readContract } from './read-contract';

const money = parseMicro;
const named = { name: 'Circuits', name_zh: '中继' };
const circuits = { kind: 'monthly', code: 'circuits', ...named, quantity: 30, price: '500.00' };
const sms = { kind: 'metered', code: 'sms', name: 'SMS', meter: 'sms', price: '0.05', free: 100 };

/** One of each kind. */
const WHOLE = {
  items: [
    { kind: 'once', code: 'set-up', ...named, on: '2026-01-05', price: '12000' },
    circuits,
    { kind: 'seats', code: 'seats', ...named, basis: 'concurrent', contracted: 80, price: '280', overage: '350' },
    sms,
    { kind: 'metered', code: 'mails', ...named, meter: 'emails', model: 'package', price: '12', size: 1000 },
    { kind: 'metered', code: 'hours', ...named, meter: 'agent_hours', model: 'graduated', tiers: [{ up_to: 100, price: '0.5' }, { price: '0.4', flat: '3' }] },
    { kind: 'metered', code: 'calls', ...named, meter: 'calls_in', model: 'baseline', volume: 10_000, fee: '8000', dead_band: 10, arc: [{ up_to_percent: 30, price: '1.2' }, { price: '1.5' }] },
    { kind: 'bundle', code: 'minutes', ...named, direction: 'outbound', prefixes: ['+86'], minutes: 1000, price: '150', roll_over_months: 3 },
  ],
  discounts: [{ code: 'loyal', name: 'Loyalty', percent: '5', of: ['seats', 'usage'] }],
  commitment: '10000',
  credits: [{ below: '85', percent: '5' }],
  bonuses: [{ from: '95.5', percent: '0.5' }],
  tax: { name: 'VAT', percent: '6' },
  payment_days: 15,
};

it('reads one of each', () => {
  const reading = readContract(WHOLE);
  expect(reading).toMatchObject({
    ok: true,
    terms: {
      items: [
        { kind: 'once', code: 'set-up', on: '2026-01-05', quantity: 1, priceMicro: money('12000') },
        { kind: 'monthly', code: 'circuits', name: 'Circuits', nameZh: '中继', quantity: 30, priceMicro: money('500') },
        { basis: 'concurrent', contracted: 80, priceMicro: money('280'), overageMicro: money('350') },
        { name: 'SMS', nameZh: 'SMS', meter: 'sms', price: { model: 'unit', priceMicro: money('0.05'), free: 100 } },
        { price: { model: 'package', priceMicro: money('12'), size: 1000, free: 0 } },
        { price: { model: 'graduated', tiers: [{ upTo: 100, priceMicro: money('0.5'), flatMicro: 0n }, { upTo: null, priceMicro: money('0.4'), flatMicro: money('3') }] } },
        { price: { model: 'baseline', volume: 10_000, feeMicro: money('8000'), deadBand: 10, arc: [{ upToPercent: 30, priceMicro: money('1.2') }, { upToPercent: null, priceMicro: money('1.5') }], rrc: [] } },
        { direction: 'outbound', prefixes: ['+86'], minutes: 1000, priceMicro: money('150'), rollOverMonths: 3 },
      ],
      discounts: [{ code: 'loyal', percent: money('5'), of: ['seats', 'usage'] }],
      commitmentMicro: money('10000'),
      credits: [{ level: money('85'), percent: money('5') }],
      bonuses: [{ level: money('95.5'), percent: money('0.5') }],
      tax: { name: 'VAT', percent: money('6') },
      paymentDays: 15,
    },
  });
});

it('an empty one promises nothing, and is paid within 30 days', () => {
  const nothing = { items: [], discounts: [], commitmentMicro: null, credits: [], bonuses: [], tax: null, paymentDays: 30, billTo: null };
  expect(readContract({})).toEqual({ ok: true, terms: nothing });
});

const items = (...list: object[]) => ({ items: list });
const tiered = (...tiers: object[]) => items({ kind: 'metered', code: 'sms', ...named, meter: 'sms', model: 'graduated', tiers });

it.each<[string, unknown, string[]]>([
  ['no object', [], ['/contract must be an object']],
  ['a field that is none', { itmes: [] }, ['/contract/itmes is not a known field']],
  ['a kind that is none', items({ ...circuits, kind: 'yearly' }), ['/contract/items/0/kind must be one of once, monthly, seats, metered, bundle']],
  ['a float', items({ ...circuits, price: 500 }), ['/contract/items/0/price must be a text']],
  ['seven decimals', items({ ...circuits, price: '0.1234567' }), ['/contract/items/0/price must be an amount such as "1200" or "0.15", with 6 decimals at the most']],
  ['less than nothing', items({ ...circuits, price: '-1' }), ['/contract/items/0/price must not be negative']],
  ['none of them', items({ ...circuits, quantity: 0 }), ['/contract/items/0/quantity must be a whole number from 1 to 1000000']],
  ["another kind's field", items({ ...circuits, minutes: 5 }), ['/contract/items/0/minutes is not a known field']],
  ['a code twice', items(circuits, circuits), ['/contract/items/1/code names an item or a discount already']],
  ['a day that is none', items({ kind: 'once', code: 'x', ...named, price: '1', on: '2026-02-30' }), ['/contract/items/0/on must be a date that exists, YYYY-MM-DD']],
  ['a discount of nothing', { discounts: [{ code: 'd', name: 'D', percent: '5', of: ['seats'] }] }, ['/contract/discounts/0/of/0 must be the code of an item, or one of platform, seat, number, usage']],
  ['more than all', { tax: { name: 'VAT', percent: '101' } }, ['/contract/tax/percent must be 100 at the most']],
  ['no tiers', tiered(), ['/contract/items/0/tiers must have 1 to 50 items']],
  ['tiers that end', tiered({ up_to: 5, price: '1' }), ['/contract/items/0/tiers/0/up_to must be left out of the last one, which goes on']],
  ['tiers that end early', tiered({ price: '1' }, { price: '1' }), ['/contract/items/0/tiers/0/up_to must be given on all but the last one']],
  ['tiers that fall', tiered({ up_to: 5, price: '1' }, { up_to: 5, price: '1' }, { price: '1' }), ['/contract/items/0/tiers/1/up_to must be more than 5']],
  ['a band within the dead band', items({ kind: 'metered', code: 'calls', ...named, meter: 'calls_in', model: 'baseline', volume: 1, fee: '1', dead_band: 10, arc: [{ up_to_percent: 10, price: '1' }, { price: '2' }] }),
    ['/contract/items/0/arc/0/up_to_percent must be more than 10']],
])('refuses %s', (_what, document, problems) => {
  const reading = readContract(document, '/contract');
  expect(reading.ok ? [] : reading.problems.map(({ pointer, rule }) => `${pointer} ${rule}`)).toEqual(problems);
});
