import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import IoRedis from 'ioredis';
import { createConnection } from 'mysql2/promise';
import { MIGRATIONS } from '../../migrations/migrations';
import { migrate } from '../../src/platform/database/migrate';
import { configurationChannel } from '../../src/platform/tenancy/configuration';
import { type BuiltScripts, buildScripts } from '../factories/built-scripts';
import { eventually } from '../factories/switch';
import { testDatabase } from '../setup/database';
import { testRedis } from '../setup/redis';

const folder = mkdtempSync(join(tmpdir(), 'tenant-cli-'));
const shipped = (name: string) => join(__dirname, '../../tenants', `${name}.yaml`);

let scripts: BuiltScripts;
let database: Awaited<ReturnType<typeof testDatabase>>;
let redis: Awaited<ReturnType<typeof testRedis>>;

beforeAll(async () => {
  scripts = buildScripts();
  database = await testDatabase();
  redis = await testRedis();
  await migrate(database.url, MIGRATIONS);
});
afterAll(async () => {
  scripts.remove();
  rmSync(folder, { recursive: true });
  await database.drop();
  await redis.drop();
});

interface Ended {
  code: number;
  out: string;
  err: string;
}

/** As a person types it, but with nobody to ask. */
function tenant(...args: string[]): Promise<Ended> {
  const MASTER_KEY = Buffer.alloc(32).toString('base64');
  const env = { PATH: process.env['PATH'], DATABASE_URL: database.url, REDIS_URL: redis.url, MASTER_KEY };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [scripts.path('tenant'), ...args], { env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
    child.stdin?.end();
  });
}

/** A shipped file with some of its text replaced. */
function fileLike(name: string, ...changes: [from: string, to: string][]): string {
  const path = join(folder, `${name}-${Math.random().toString(36).slice(2)}.yaml`);
  const text = changes.reduce((before, [from, to]) => before.replace(from, to), readFileSync(shipped(name), 'utf8'));
  writeFileSync(path, text);
  return path;
}

const exported = async (slug: string) => (await tenant('export', slug)).out;

it('plans, applies once, exports what it has, and removes', async () => {
  const planned = await tenant('plan', shipped('insurance'));
  expect(planned).toMatchObject({ code: 0, err: '' });
  expect(planned.out).toMatch(/\+ claims .*\n(.*\n)*tenant insurance: \d+ to add, 0 to change, 0 to remove\n$/);
  expect((await tenant('export', 'insurance')).err).toBe('There is no tenant "insurance".\n');

  const applied = await tenant('apply', shipped('insurance'));
  expect(applied).toEqual({ ...planned, out: `${planned.out}applied\n` });
  expect(await tenant('apply', shipped('insurance'))).toEqual({ code: 0, out: 'tenant insurance: no changes\n', err: '' });

  const path = join(folder, 'exported.yaml');
  writeFileSync(path, await exported('insurance'));
  expect((await tenant('plan', path)).out).toBe('tenant insurance: no changes\n');
  expect(await tenant('export', shipped('insurance'))).toMatchObject({ code: 0, out: readFileSync(path, 'utf8') });

  expect(await tenant('remove', 'insurance')).toMatchObject({ code: 2, out: '' });
  expect(await exported('insurance')).toBe(readFileSync(path, 'utf8'));
  const removed = await tenant('remove', 'insurance', '--yes');
  expect(removed).toMatchObject({ code: 0, err: '' });
  expect(removed.out).toMatch(/0 to add, 0 to change, \d+ to remove\nremoved\n$/);
  expect(await tenant('export', 'insurance')).toMatchObject({ code: 1, out: '' });
});

it('shows a change like a diff', async () => {
  await tenant('apply', shipped('pharma'));
  const { out } = await tenant('plan', fileLike('pharma', ['max_wait_time: 60', 'max_wait_time: 90'], ['"1001..1010"', '"1001..1011"']));
  expect(out).toBe(
    'seats\n  + 1011\n\nqueues\n  ~ care  max_wait_time: 60 → 90\n\ntenant pharma: 1 to add, 1 to change, 0 to remove\n',
  );
});

it('names file, line, column, path and rule of everything that is wrong, and changes nothing', async () => {
  await tenant('apply', shipped('insurance'));
  const before = await exported('insurance');
  const path = fileLike(
    'insurance',
    ['concurrent_calls: 20', 'concurrent_calls: 21'],
    ['greeting: welcome', 'greeting: welcom'],
    ['strategy: top-down', 'strategy: ring-progressively'],
    ['reject_delay: 5', 'reject_delay: 0'],
  );
  const { code, out, err } = await tenant('apply', path);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  const lines = readFileSync(path, 'utf8').split('\n');
  const lineOf = (text: string) => lines.findIndex((line) => line.includes(text)) + 1;
  const problems = err.trimEnd().split('\n');
  expect(problems).toEqual([
    expect.stringMatching(`^${path}:${lineOf('greeting: welcom')}:15 numbers\\[0\\].greeting: must be a sound of the locale en`),
    expect.stringMatching(`^${path}:${lineOf('strategy: ring-progressively')}:15 queues\\[0\\].strategy: is not allowed: `),
    expect.stringMatching(`^${path}:${lineOf('reject_delay: 0')}:19 queues\\[0\\].reject_delay: must be a whole number from 1 `),
  ]);
  expect(await exported('insurance')).toBe(before);
});

it.each(['plan', 'apply'])("refuses another tenant's number: %s", async (verb) => {
  await tenant('apply', shipped('pharma'));
  const path = fileLike('emergency-hotline', ['"4008003003"', '"4008001001"']);
  expect(await tenant(verb, path)).toEqual({
    code: 1,
    out: '',
    err: 'The number 4008001001 belongs to another tenant. Nothing was changed.\n',
  });
  expect(await tenant('export', 'emergency-hotline')).toMatchObject({ code: 1 });
});

it.each(['plan', 'apply'])('refuses another domain and currency than the tenant has: %s', async (verb) => {
  await tenant('apply', shipped('pharma'));
  const path = fileLike('pharma', ['domain: pharma.', 'domain: drugs.']);
  expect(await tenant(verb, path)).toEqual({
    code: 1,
    out: '',
    err:
      'A tenant keeps its domain and currency for good: domain: must stay pharma.seatline.test, ' +
      'not drugs.seatline.test. Nothing was changed.\n',
  });
});

it('tells the switch process of the tenant', async () => {
  const listener = new IoRedis(redis.url);
  const heard: string[] = [];
  listener.on('message', (_channel, message: string) => heard.push(message));
  await listener.subscribe(configurationChannel(listener));
  await tenant('apply', shipped('pharma'));
  await tenant('apply', fileLike('pharma', ['name: Drug maker', 'name: Another drug maker']));
  const connection = await createConnection(database.url);
  const [rows] = await connection.query("SELECT id FROM tenants WHERE slug = 'pharma'");
  await connection.end();
  expect(await eventually(async () => heard.includes((rows as { id: string }[])[0]?.id ?? ''))).toBe(true);
  listener.disconnect();
});

it('explains itself when it does not understand', async () => {
  const { code, out, err } = await tenant('frobnicate', 'pharma');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^frobnicate: no such command\nusage: npm run tenant -- plan/);
});

it.each([
  ['plan', 'there/is/none.yaml', 'there/is/none.yaml: there is no such file'],
  ['apply', tmpdir(), `${tmpdir()}: it is a folder, not a file`],
  ['export', 'nobody', 'There is no tenant "nobody".'],
])('refuses to %s %s', async (verb, target, reason) => {
  expect(await tenant(verb, target)).toEqual({ code: 1, out: '', err: `${reason}\n` });
});
