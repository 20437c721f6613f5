import { SIMULATOR } from '../resilience/run-survival';
import { runCallbackStorm } from './run-callback-storm';

it('calls two hundred back, each once and in their order, though two processes are killed meanwhile', async () => {
  const { problems, promised } = await runCallbackStorm(SIMULATOR);
  expect(problems).toEqual([]);
  // who called while the engine was down came into the queue instead
  expect(promised).toBeGreaterThan(150);
});
