import type { LeaseLine, UsageLine } from './invoice';
import { lineDetails } from './line-details';
import { usageOfLine } from './usage-of-line';

const LEASE: LeaseLine = {
  kind: 'seat', key: 'seat:2026-10-01:2026-10-31', quantity: 2, firstDay: '2026-10-01', lastDay: '2026-10-31', days: 31,
  periodDays: 31, unitPriceMicro: 280_000_000n, amountMicro: 560_000_000n, covers: ['1001', '1002'],
};
const USAGE: UsageLine = {
  kind: 'usage', key: 'usage:2026-09:outbound:+86:tar_1', direction: 'outbound', prefix: '+86', tariffId: 'tar_1',
  usagePeriod: '2026-09', late: true, quantity: 2, billedSeconds: 120, unitPriceMicro: null, unitSeconds: null,
  amountMicro: 500_000n, covers: ['cdr:sw1/a', 'cdr:sw1/b'],
};

test('a lease line keeps what it covers, its money as text', () => {
  const { kind: _, amountMicro: __, ...kept } = LEASE;
  expect(lineDetails(LEASE)).toEqual({ ...kept, unitPriceMicro: '280000000' });
  expect(usageOfLine(lineDetails(LEASE), 'Asia/Shanghai')).toBeNull();
});

test('a usage line keeps what its records have in common instead of naming them', () => {
  const details = lineDetails(USAGE);
  expect(details).not.toHaveProperty('covers');
  expect(usageOfLine(details, 'Asia/Shanghai')).toEqual({
    startedWithin: [new Date('2026-08-31T16:00:00Z'), new Date('2026-09-30T16:00:00Z')],
    pricedAs: 'outbound', ratePrefix: '+86', tariffId: 'tar_1',
  });
});
