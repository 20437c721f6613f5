import { runSurvival, SIMULATOR } from './run-survival';

it('loses nothing and forgets nobody when each process is killed, stopped and restarted under fifty calls', async () => {
  const { problems, calls, legs, exitCodes } = await runSurvival(SIMULATOR);
  expect(problems).toEqual([]);
  expect(exitCodes).toEqual({ api: 0, switch: 0, worker: 0 });
  // each of the fifty callers at least, and an agent's leg for most
  expect(calls).toBeGreaterThan(50);
  expect(legs).toBeGreaterThan(50);
});
