import { channelCap, reservation } from './channel-cap';

const share = (concurrentCalls: number, reservedChannels: number) => ({ concurrentCalls, reservedChannels });

it.each([
  ['nobody reserves: the contract', share(30, 0), [], 1000, 30],
  ['the node is smaller than the contract', share(300, 0), [], 100, 100],
  ['what others reserve is left to them', share(300, 0), [share(50, 20), share(50, 30)], 100, 50],
  ["one's own reservation bounds nothing", share(300, 40), [share(50, 20)], 100, 80],
  ['a contract below what is left', share(10, 0), [share(50, 20)], 100, 10],
  ['a reservation counts up to its contract', share(300, 0), [share(5, 50)], 100, 95],
  ['more reserved than there is: the own reservation', share(50, 30), [share(80, 80)], 100, 30],
  ['more reserved than there is: one call', share(50, 0), [share(120, 120)], 100, 1],
])('%s', (_what, tenant, others, capacity, cap) => {
  const all = [tenant, ...others].reduce((sum, each) => sum + reservation(each), 0);
  expect(channelCap(tenant, all, capacity)).toBe(cap);
});

it('leaves a tenant its reservation, however many calls any other one has', () => {
  const tenants = [share(300, 20), share(200, 0), share(50, 30), share(10, 10)];
  const all = tenants.reduce((sum, each) => sum + reservation(each), 0);
  const capacity = 100;
  for (const flooding of tenants) {
    for (const other of tenants.filter((each) => each !== flooding)) {
      expect(capacity - channelCap(flooding, all, capacity)).toBeGreaterThanOrEqual(reservation(other));
    }
  }
});
