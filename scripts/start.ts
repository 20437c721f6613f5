import { createServer } from 'node:net';
import { resolve } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { MIGRATIONS } from '../migrations/migrations';
import { ConfigError } from '../src/platform/config/config';
import { migrate } from '../src/platform/database/migrate';
import { billingPeriodAt } from '../src/platform/time/billing-period';
import { repositoryRoot } from './services/repository-root';
import { ensureProgram, ESPEAK, SOX } from './services/ensure-program';
import { ServiceError } from './services/service-error';
import { startServices, type Services } from './services/services';
import { ApiClient } from './start/api-client';
import { type Environment, startApplication } from './start/application';
import { openDatabase } from './start/database';
import { placeDemonstrationCalls, untilRated } from './start/demonstration';
import { tenantFigures, type TenantFigures } from './start/figures';
import { InsurersCrm } from './start/insurers-crm';
import { installationSecrets } from './start/installation-secrets';
import { readOptions, type StartOptions } from './start/options';
import { step } from './start/progress';
import { findRunningInstance, recordInstance, type RunningInstance } from './start/running-instance';
import { administratorToken, ensureSignIns, type SignIn } from './start/sign-ins';
import { SmsGatewayStandIn } from './start/sms-gateway-stand-in';
import { phoneSettings, phonesOf, recordingsDirOf, spoolDirOf, startSwitch, type SwitchUnderUs } from './start/switch-under-us';
import { figuresTable, signInsTable } from './start/table';
import { applyTenants, tenantFiles } from './start/tenants';

const DATA_DIR = resolve(repositoryRoot(__dirname), '.data');
const PREFERRED_PORT = 8080;
const NODE = 'sw1';
/** The tenants that the demonstration calls; both answer at any hour. */
const DEMONSTRATED = ['insurance', 'pharma'];

/** Everything that serves; stopped in the opposite order. */
interface Serving {
  instance: Omit<RunningInstance, 'identity'>;
  signIns: SignIn[];
  stop(): Promise<void>;
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const services = await step('Database and Redis', () => startServices({ dataDir: DATA_DIR, durable: true, log: note }));
  await step('Programs for sounds', ensureSoundPrograms);
  const secrets = installationSecrets(DATA_DIR, process.env);
  const running = await findRunningInstance(DATA_DIR);
  if (running) note(`Seatline serves already at ${running.apiUrl}; demonstrating on it`);
  const serving = running ? null : await serve(services, secrets);
  try {
    const instance = serving?.instance ?? (running as RunningInstance);
    const figures = await demonstrate(services, instance, secrets.JWT_SECRET);
    show(options, instance, figures, serving?.signIns ?? []);
    if (serving && !options.once) await untilAskedToStop();
  } finally {
    await serving?.stop();
    await services.stop();
  }
  return 0;
}

/** Without them everything else works: uploading sounds and having texts spoken is refused in so many words. */
async function ensureSoundPrograms(): Promise<void> {
  for (const program of [SOX, ESPEAK]) {
    await ensureProgram(program, note).catch((error: unknown) => {
      if (!(error instanceof ServiceError)) throw error;
      note(error.message);
    });
  }
}

async function serve(services: Services, secrets: ReturnType<typeof installationSecrets>): Promise<Serving> {
  await step('Schema', () => migrate(services.databaseUrl, MIGRATIONS, process.env), (ran) => `${ran.length} migrations ran`);
  const httpPort = Number(process.env['HTTP_PORT'] || (await freePort(PREFERRED_PORT)));
  const eslPort = Number(process.env['ESL_PORT'] || (await freePort(0)));
  const websocketPort = await freePort(0);
  const apiUrl = `http://127.0.0.1:${httpPort}`;
  const [crm, gateway] = [await InsurersCrm.start(), await SmsGatewayStandIn.start()];
  const environment: Environment = {
    LOG_LEVEL: 'warn',
    OUTGOING_STAND_INS: crm.standIn,
    SMS_URL: gateway.url,
    ...phoneSettings(websocketPort),
    OIDC_REDIRECT_URL: `${apiUrl}/sign-in/oidc`,
    PASSWORD_RESET_URL: `${apiUrl}/password-reset`,
    ...(process.env as Environment),
    DATABASE_URL: services.databaseUrl,
    REDIS_URL: services.redisUrl,
    HTTP_PORT: String(httpPort),
    SWITCH_NODE: NODE,
    CDR_SPOOL: spoolDirOf(DATA_DIR),
    RECORDING_SPOOL: recordingsDirOf(DATA_DIR),
    RECORDINGS_DIR: resolve(DATA_DIR, 'recordings'),
    TENANT_SOUNDS_DIR: resolve(DATA_DIR, 'sounds'),
    SOUNDS_DIR: resolve(repositoryRoot(__dirname), 'freeswitch/sounds'),
    ESL_PORT: String(eslPort),
    IVR_PORT: String(process.env['IVR_PORT'] || (await freePort(0))),
    ...secrets,
  };
  const app = await step('Application', () => startApplication(environment));
  await step('Tenants of tenants/*.yaml', () => applyTenants(app), describeChanges);
  const signIns = await ensureSignIns(app, DATA_DIR);
  const sw = await step(
    'Switch',
    () => startSwitch({ dataDir: DATA_DIR, apiUrl, switchSecret: secrets.SWITCH_SECRET, eslPassword: secrets.ESL_PASSWORD, node: NODE, eventSocketPort: eslPort, websocketPort }),
    ({ address }) => (address.kind === 'freeswitch' ? 'a real FreeSWITCH' : 'the simulator (neither FREESWITCH nor the PATH names a FreeSWITCH)'),
  );
  const instance = { apiUrl, switch: sw.address };
  recordInstance(DATA_DIR, instance);
  return { instance, signIns, stop: () => stop(app, sw, [crm, gateway]) };
}

async function stop(app: INestApplication, sw: SwitchUnderUs, standIns: { stop(): Promise<void> }[]): Promise<void> {
  await step('Stopping', async () => {
    await sw.stop();
    await app.close();
    for (const each of standIns) await each.stop();
  });
}

async function demonstrate(services: Services, instance: Omit<RunningInstance, 'identity'>, jwtSecret: string): Promise<TenantFigures[]> {
  const database = await openDatabase(services.databaseUrl);
  const phones = phonesOf(instance.switch);
  try {
    const api = new ApiClient(instance.apiUrl, await administratorToken(database, jwtSecret));
    const specs = tenantFiles().filter(({ tenant }) => DEMONSTRATED.includes(tenant));
    const before = await countCalls(database);
    const placed = await step(
      'Demonstration calls',
      () => placeDemonstrationCalls(specs, api, phones),
      (count) => `${count} calls for ${DEMONSTRATED.join(' and ')}`,
    );
    await step('CDRs and rating', () =>
      untilRated(async () => {
        const now = await countCalls(database);
        return { settled: now.settled - before.settled, rated: now.rated - before.rated };
      }, placed),
    );
    const period = billingPeriodAt(new Date(), 'Asia/Shanghai').key;
    await step(`Closing ${period}`, () => api.post('/v1/invoices/close', { period }));
    return await tenantFigures(database, period);
  } finally {
    await phones.stop();
    await database.close();
  }
}

async function countCalls(database: { sql<T>(statement: string): Promise<T[]> }): Promise<{ settled: number; rated: number }> {
  const [row] = await database.sql<{ settled: string; rated: string }>(
    `SELECT (SELECT COUNT(*) FROM calls WHERE settled = 1) AS settled,
            (SELECT COUNT(DISTINCT call_id) FROM usage_records WHERE problem IS NULL) AS rated`,
  );
  return { settled: Number(row?.settled), rated: Number(row?.rated) };
}

function show(options: StartOptions, { apiUrl, switch: sw }: Omit<RunningInstance, 'identity'>, figures: TenantFigures[], signIns: SignIn[]): void {
  const addresses = { portal: apiUrl, api: `${apiUrl}/v1`, docs: `${apiUrl}/docs`, metrics: `${apiUrl}/metrics` };
  const lines = [
    '',
    figuresTable(figures),
    '',
    'A draft is the month so far; it becomes the invoice when the month is over.',
    '',
    ...Object.entries(addresses).map(([name, url]) => `${name.padEnd(8)} ${url}`),
    '',
    ...(signIns.length > 0 ? [signInsTable(signIns), ''] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (options.json) process.stdout.write(`${JSON.stringify({ switch: sw.kind, addresses, tenants: figures })}\n`);
}

function describeChanges(changes: Map<string, number>): string {
  return [...changes].map(([tenant, count]) => `${tenant} ${count === 0 ? 'unchanged' : `${count} changes`}`).join(', ');
}

async function untilAskedToStop(): Promise<void> {
  note('Serving; Ctrl-C stops.');
  await new Promise<void>((done) => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });
}

/** The preferred port, or a free one when another program has it. */
async function freePort(preferred: number): Promise<number> {
  const tryPort = (port: number) =>
    new Promise<number | null>((done) => {
      const server = createServer();
      server.once('error', () => done(null));
      server.listen(port, '127.0.0.1', () => {
        const { port: got } = server.address() as { port: number };
        server.close(() => done(got));
      });
    });
  const port = (await tryPort(preferred)) ?? (await tryPort(0));
  if (port === null) throw new Error('no free port on 127.0.0.1');
  return port;
}

function note(text: string): void {
  process.stderr.write(`  ${text}\n`);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const known = error instanceof ServiceError || error instanceof ConfigError;
    process.stderr.write(`\n${known ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
