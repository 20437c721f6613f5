import type { Tariff } from '../../tariffs/domain/tariff';
import { rateUsage } from './rate-usage';
import { type LegFacts, usageOfCall } from './usage-of-call';

const AT = new Date('2026-10-01T02:00:00Z');

function leg(over: Partial<LegFacts>): LegFacts {
  return { id: 'node1/a', trunk: 'in', number: '4008001001', billsec: 9, answeredAt: AT, ...over };
}

const seat = leg({ id: 'node1/b', trunk: null, number: '1001', billsec: 7 });

test.each<[string, LegFacts[], object[]]>([
  // A real call: the caller waits 2 s, talks 7 s. All 9 s of the caller's leg count, the agent's 7 s do not.
  ['answered by an agent', [seat, leg({})],
    [{ source: 'cdr', sourceId: 'node1/a', kind: 'inbound', number: '4008001001', seconds: 9, startedAt: AT }]],
  ['abandoned while waiting: the switch had answered', [leg({ billsec: 5 })], [{ kind: 'inbound', seconds: 5 }]],
  ['never answered by the switch', [leg({ billsec: 0, answeredAt: null })], []],
  ['answered for less than a second', [leg({ billsec: 0 })], []],
  ['between two seats', [seat, leg({ id: 'node1/c', trunk: null })], []],
  ['click to dial: the far leg from its answer', [seat, leg({ id: 'node1/c', trunk: 'out', number: '+8613800138001' })],
    [{ kind: 'outbound', sourceId: 'node1/c', number: '+8613800138001', seconds: 9 }]],
  ['click to dial, far end busy', [seat, leg({ id: 'node1/c', trunk: 'out', billsec: 0, answeredAt: null })], []],
  ['sent on outside: both trunk legs run',
    [leg({ billsec: 60 }), seat, leg({ id: 'node1/c', trunk: 'out', billsec: 40 })],
    [{ kind: 'inbound', seconds: 60 }, { kind: 'transfer', sourceId: 'node1/c', seconds: 40 }]],
  ['no legs', [], []],
])('%s', (_name, legs, expected) => {
  const usage = usageOfCall(legs);
  expect(usage).toHaveLength(expected.length);
  expect(usage).toMatchObject(expected);
});

describe('rateUsage', () => {
  const tariff: Tariff = {
    id: 'trf_1', currency: 'CNY', timezone: 'Asia/Shanghai', validFrom: '2026-01-01',
    seatMonthlyMicro: 0n, numberMonthlyMicro: 0n, platformMonthlyMicro: 0n,
    rates: [{
      direction: 'inbound', prefix: '400', connectFeeMicro: 0n, priceMicro: 100_000n, unitSeconds: 60,
      incrementSeconds: 6, fromSecond: 0,
    }],
  };

  test('adds the price and its grounds to the usage', () => {
    const [usage] = usageOfCall([leg({})]);
    // 9 s bill 12 s: 0.10 × 12/60
    expect(usage && rateUsage(usage, tariff)).toEqual({
      ...usage, tariffId: 'trf_1', currency: 'CNY', pricedAs: 'inbound', prefix: '400', billedSeconds: 12,
      amountMicro: 20_000n,
      steps: [{ step: 'duration', fromSecond: 0, seconds: 9, incrementSeconds: 6, billedSeconds: 12,
        priceMicro: 100_000n, unitSeconds: 60 }],
    });
  });

  test('passes a refusal on', () => {
    const [usage] = usageOfCall([leg({ number: '95003' })]);
    expect(usage && rateUsage(usage, tariff)).toMatchObject({ outcome: 'refused', reason: 'no-rate' });
  });
});
