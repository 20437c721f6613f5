import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MARIADB } from '../../../scripts/services/mariadb';
import { processesIn } from '../../../scripts/services/processes';
import { REDIS } from '../../../scripts/services/redis';
import { type ServiceOptions, startServices, stopServices } from '../../../scripts/services/services';
import { bookProblems, floorProblems, pictureProblems } from './audit';
import { Callers } from './callers';
import { Centre } from './centre';
import { untilRight } from './eventually';
import { SIMULATOR } from './run-survival';
import { TWO_TENANTS } from './tenant-yaml';

const DOWN_MS = 2000;

/** Servers of its own, and durable ones: those that the tests share keep nothing over a crash. */
const options: ServiceOptions = {
  dataDir: mkdtempSync(join(tmpdir(), 'seatline-servers-')),
  durable: true,
  environment: {},
  log: () => undefined,
};

afterAll(async () => {
  await stopServices(options);
  rmSync(options.dataDir, { recursive: true, force: true });
});

it('loses nothing when the database and Redis are killed under fifty calls', async () => {
  const servers = await startServices(options);
  const centre = await Centre.open(servers, SIMULATOR, TWO_TENANTS);
  const callers = new Callers(centre.phones, '1380');
  try {
    callers.start();
    await sleep(5000);
    await crash('mariadb', MARIADB.programs);
    await untilRight('the picture after the database', () => pictureProblems(centre));
    await crash('redis', REDIS.programs);
    await untilRight('the picture after Redis', () => pictureProblems(centre));
    await callers.close();
    await untilRight('the books', () => bookProblems(centre, callers.placed));
    await untilRight('an empty floor', () => floorProblems(centre));
    expect(Object.values(centre.processes).filter((each) => !each.runs)).toEqual([]);
  } finally {
    callers.abandon();
    await centre.close();
  }
});

async function crash(directory: string, names: string[]): Promise<void> {
  const found = processesIn(join(realpathSync(options.dataDir), directory), names);
  expect(found).toHaveLength(1);
  for (const { pid } of found) process.kill(pid, 'SIGKILL');
  await sleep(DOWN_MS);
  await startServices(options);
}
