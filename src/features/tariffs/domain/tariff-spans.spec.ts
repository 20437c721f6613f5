import type { Tariff } from './tariff';
import { tariffAt, tariffSpans } from './tariff-spans';

const tariff = (id: string, validFrom: string): Tariff => ({
  id, validFrom, currency: 'CNY', timezone: 'Asia/Shanghai', seatMonthlyMicro: 0n, numberMonthlyMicro: 0n,
  platformMonthlyMicro: 0n, rates: [],
});

/** Three versions, one of them corrected on the same day, in no order. */
const spans = tariffSpans([
  tariff('tar_2', '2026-10-01'), tariff('tar_4', '2026-11-01'), tariff('tar_1', '2026-09-01'),
  tariff('tar_3', '2026-10-01'),
]);

test.each([
  ['before the first', '2026-08-31T23:59:59.999+08:00', undefined],
  ['from the first moment of its day in the zone', '2026-09-01T00:00:00+08:00', 'tar_1'],
  ['until the last moment before the next', '2026-09-30T23:59:59.999+08:00', 'tar_1'],
  ['of two for one day the one made last', '2026-10-01T00:00:00+08:00', 'tar_3'],
  ['and it alone', '2026-10-31T23:59:59.999+08:00', 'tar_3'],
  ['the last goes on', '2036-01-01T00:00:00+08:00', 'tar_4'],
])('%s', (_name, at, id) => {
  expect(tariffAt(spans, new Date(at))?.id).toBe(id);
});

test('no versions, no spans', () => {
  expect(tariffSpans([])).toEqual([]);
});
