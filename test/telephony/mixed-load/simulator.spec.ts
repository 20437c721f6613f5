import { SIMULATOR } from '../resilience/run-survival';
import { VIP_TARGET } from './mixed-house';
import { runMixedLoad } from './run-mixed-load';

it('answers VIPs in time while more call than can be answered, and lets nobody starve', async () => {
  const { problems, ordinary } = await runMixedLoad(SIMULATOR);
  expect(problems).toEqual([]);
  // there was a crowd: without their place before it the VIPs would not have been answered in time
  expect(ordinary.longest).toBeGreaterThan(VIP_TARGET);
});
