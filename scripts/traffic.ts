import { resolve } from 'node:path';
import { repositoryRoot } from './services/repository-root';
import { ServiceError } from './services/service-error';
import { startServices } from './services/services';
import { ApiClient } from './start/api-client';
import { castOf } from './start/cast';
import { openDatabase } from './start/database';
import { installationSecrets } from './start/installation-secrets';
import { findRunningInstance } from './start/running-instance';
import { administratorToken } from './start/sign-ins';
import { phonesOf } from './start/switch-under-us';
import { tenantFiles } from './start/tenants';
import { Callers } from './traffic/callers';

const DATA_DIR = resolve(repositoryRoot(__dirname), '.data');
const USAGE = 'usage: npm run traffic [-- AGENTS]   callers for the Seatline that "npm start" serves, until Ctrl-C or for an hour; AGENTS (1 to 50, default 6) a tenant';
const CALLED = ['insurance', 'pharma'];
/** Less than the administrator's token is good for. */
const LONGEST_MS = 55 * 60_000;

async function main(args: string[]): Promise<void> {
  const [agents = '6', ...more] = args;
  if (more.length > 0 || !/^([1-9]|[1-4]\d|50)$/.test(agents)) throw new ServiceError(USAGE);
  const instance = await findRunningInstance(DATA_DIR);
  if (!instance) throw new ServiceError(`No Seatline serves from this checkout: run npm start beside this.\n${USAGE}`);
  const services = await startServices({ dataDir: DATA_DIR, durable: true, log: say });
  const database = await openDatabase(services.databaseUrl);
  const token = await administratorToken(database, installationSecrets(DATA_DIR, process.env).JWT_SECRET);
  const api = new ApiClient(instance.apiUrl, token);
  const phones = phonesOf(instance.switch);
  const specs = tenantFiles().filter(({ tenant }) => CALLED.includes(tenant));
  const casts = await Promise.all(specs.map((spec) => castOf(spec, api, Number(agents))));
  const callers = casts.map((cast, nth) => new Callers(cast, phones, `1390013${nth}`));
  try {
    await Promise.all(callers.map((each) => each.start()));
    say(`${casts.map(({ spec, agents: { length } }) => `${spec.tenant}: ${length} agents`).join(', ')}; calls come until Ctrl-C.`);
    await untilAskedToStop();
  } finally {
    await Promise.all(callers.map((each) => each.stop()));
    await phones.stop();
    await database.close();
    await services.stop();
    say(`${callers.reduce((sum, { placed }) => sum + placed, 0)} calls were placed.`);
  }
}

async function untilAskedToStop(): Promise<void> {
  await new Promise<void>((done) => {
    setTimeout(done, LONGEST_MS);
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    say(error instanceof ServiceError ? error.message : String((error as Error).stack ?? error));
    process.exit(1);
  },
);
