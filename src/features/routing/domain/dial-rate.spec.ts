import { DEFAULT_CALLING_PLAN } from '../../calling-plan/domain/calling-plan';
import { judgeDialRate } from './dial-rate';

const plan = { ...DEFAULT_CALLING_PLAN, seatCallsPerMinute: 20, callsPerMinute: 100 };

it.each([
  [1, 1, 'within'],
  [20, 100, 'within'],
  [21, 21, 'seat-exceeds'],
  [20, 101, 'tenant-exceeds'],
  // a seat that floods is the cause, not its tenant
  [21, 101, 'seat-exceeds'],
])('%i of the seat, %i of the tenant: %s', (seat, tenant, rate) => {
  expect(judgeDialRate({ seat, tenant }, plan)).toBe(rate);
});

it('cuts a seat that dials 220 times a minute within 10 s', () => {
  const msPerCall = 60_000 / 220;
  const cutAtCall = DEFAULT_CALLING_PLAN.seatCallsPerMinute + 1;
  expect(judgeDialRate({ seat: cutAtCall, tenant: cutAtCall }, DEFAULT_CALLING_PLAN)).toBe('seat-exceeds');
  expect((cutAtCall - 1) * msPerCall).toBeLessThan(6_000);
});
