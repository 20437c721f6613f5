import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileSimulator } from '../../../freeswitch/simulator/test/compile-simulator';
import { simulator } from '../conformance/switch-under-test';
import { runShippedScripts } from './run-shipped-scripts';

const directory = mkdtempSync(join(tmpdir(), 'shipped-scripts-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

it('leads every caller of the shipped tenants where he must get to, whatever he does and whatever fails', async () => {
  expect((await runShippedScripts(simulator(compileSimulator(directory)))).problems).toEqual([]);
});
