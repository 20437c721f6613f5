import type { KnownCall } from '../../src/features/calls/domain/call-numbers-columns';
import { CdrRejects, type ReadReject } from '../../src/features/calls/cdr-rejects';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { Metrics } from '../../src/platform/health/metrics';
import { WorkerModule } from '../../src/worker.module';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { openedCalls } from '../factories/opened';
import { eventually, postCdr, recordedCdrs } from '../factories/switch';

let api: TestApi;
let database: ProviderDatabase;

beforeAll(async () => {
  api = await startTestApi(WorkerModule);
  database = api.app.get(ProviderDatabase);
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
});
afterAll(() => api.stop());

const callsFrom = async (from: string) => (await openedCalls(database)).filter(({ fromNumber }) => fromNumber === from);

async function settledCall(from: string): Promise<KnownCall & { tenant: string }> {
  return eventually(async () => {
    const call = (await callsFrom(from)).find(({ settled }) => settled);
    if (!call) return undefined;
    const [tenant] = await database.sql<{ slug: string }>('SELECT slug FROM tenants WHERE id = ?', [call.tenantId]);
    return { ...call, tenant: tenant?.slug ?? '' };
  });
}

// what is true of each recorded call: test/fixtures/transcripts/README.md
it.each([
  ['answered-caller-hangs-up', '13800138001', 'pharma', 'care', '1001', 'answered', 'caller', 2, 7],
  ['answered-agent-hangs-up', '13800138002', 'pharma', 'care', '1001', 'answered', 'agent', 2, 4],
  ['abandoned-waiting', '13800138003', 'pharma', 'care', null, 'abandoned', 'caller', 4, 0],
  ['no-answer-then-next-agent', '13800138004', 'pharma', 'care', '1001', 'answered', 'caller', 9, null],
  ['queue-timeout', '13800138005', 'insurance', 'claims', null, 'timeout', 'system', 12, 0],
  ['agent-busy-until-timeout', '13800138007', 'insurance', 'claims', null, 'timeout', 'system', 12, 0],
  ['hostile-display-name', '13800138011', 'pharma', 'care', '1001', 'answered', 'caller', null, null],
])('makes the call of %s from its CDRs alone', async (name, from, tenant, queue, agent, outcome, endedBy, wait, talk) => {
  for (const cdr of recordedCdrs(name)) expect(await postCdr(api, cdr)).toBe(200);
  const call = await settledCall(from);
  expect(call).toMatchObject({ tenant, queue, agent, outcome, endedBy });
  if (wait !== null) expect(call.waitSeconds).toBe(wait);
  if (talk !== null) expect(await eventually(async () => (await settledCall(from)).talkSeconds === talk)).toBe(true);
});

it('keeps the calls of two tenants apart', async () => {
  for (const cdr of recordedCdrs('two-tenants-at-once')) await postCdr(api, cdr);
  expect(await settledCall('13800138008')).toMatchObject({ tenant: 'pharma', agent: '1001' });
  expect(await settledCall('13900139009')).toMatchObject({ tenant: 'insurance', agent: '2001' });
});

it('stores each leg once, however often and in whatever order it comes', async () => {
  const before = await database.sql('SELECT uuid FROM call_legs');
  const cdrs = recordedCdrs('answered-caller-hangs-up');
  await Promise.all([...cdrs, ...cdrs.reverse(), ...cdrs].map((cdr) => postCdr(api, cdr)));
  expect(await database.sql('SELECT uuid FROM call_legs')).toEqual(before);
  expect(await callsFrom('13800138001')).toHaveLength(1);
});

it.each([
  ['not JSON', '{"variables": '],
  ['an array', '[]'],
  ['nothing', ''],
  ['binary', Buffer.from([0, 255, 254, 10])],
  ['a CDR without a uuid', JSON.stringify({ switchname: 'sw1', variables: { direction: 'inbound' } })],
])('keeps %s aside with the reason, once, and takes it in', async (_what, body) => {
  const count = async () => Number((await database.sql<{ n: number }>('SELECT COUNT(*) AS n FROM cdr_rejects'))[0]?.n);
  const before = await count();
  expect(await postCdr(api, body)).toBe(200);
  expect(await postCdr(api, body)).toBe(200);
  expect(await count()).toBe(before + 1);
  const last = (await rejects()).at(-1);
  expect(last?.reason).not.toBe('');
  expect(last?.body).toEqual(Buffer.from(body));
});

/** As a person reads them. */
async function rejects(): Promise<ReadReject[]> {
  const all: ReadReject[] = [];
  for await (const reject of api.app.get(CdrRejects, { strict: false }).all()) all.push(reject);
  return all;
}

/** The leg of a tenant that is unknown here. */
function foreignCdr(start: string, variables: Record<string, string> = {}): string {
  const [cdr = ''] = recordedCdrs('queue-timeout');
  const foreign = cdr
    .replaceAll('insurance.seatline.test', 'nobody.seatline.test')
    .replace(/"uuid": ?"[^"]{4}/g, `"uuid":"${start}`);
  const document = JSON.parse(foreign) as { variables: Record<string, string> };
  return JSON.stringify({ ...document, variables: { ...document.variables, ...variables } });
}

async function counted(result: string): Promise<number> {
  const pattern = new RegExp(`^seatline_cdrs_total\\{result="${result}"\\} (\\d+)$`, 'm');
  const line = pattern.exec(await api.app.get(Metrics).render());
  return Number(line?.[1] ?? 0);
}

it('keeps CDRs of no known tenant aside whole, each once, and counts them as such', async () => {
  const [noTenant, stored] = [await counted('no-tenant'), await counted('stored')];
  const cdrs = ['0000', '0001', '0002'].map((start) => foreignCdr(start));
  const [own = ''] = recordedCdrs('queue-timeout');
  expect(await Promise.all([...cdrs, own, ...cdrs].map((cdr) => postCdr(api, cdr)))).toEqual(Array(7).fill(200));
  const rows = (await rejects()).filter(({ reason }) => reason === 'belongs to no tenant');
  expect(rows.map(({ body }) => body.toString()).sort()).toEqual([...cdrs].sort());
  expect(await counted('no-tenant')).toBe(noTenant + 6);
  expect(await counted('stored')).toBe(stored + 1);
});

it('knows a tenant as soon as there is one', async () => {
  const [cdr = ''] = recordedCdrs('queue-timeout');
  const late = cdr
    .replaceAll('insurance.seatline.test', 'hotline.seatline.test')
    .replace(/"uuid": ?"[^"]{4}/g, '"uuid":"0004');
  await applyTenant(api.app, 'emergency-hotline');
  const stored = await counted('stored');
  expect(await postCdr(api, late)).toBe(200);
  expect(await counted('stored')).toBe(stored + 1);
});

it('only counts what our dialplan refused because nobody owns the number', async () => {
  const count = async () => Number((await database.sql<{ n: number }>('SELECT COUNT(*) AS n FROM cdr_rejects'))[0]?.n);
  const [before, refused] = [await count(), await counted('nobodys-number')];
  expect(await postCdr(api, foreignCdr('0003', { seatline_outcome: 'nobodys-number' }))).toBe(200);
  expect(await count()).toBe(before);
  expect(await counted('nobodys-number')).toBe(refused + 1);
});

it('lets nobody in without the secret', async () => {
  const [cdr = ''] = recordedCdrs('queue-timeout');
  expect(await postCdr(api, cdr, '')).toBe(404);
  expect(await postCdr(api, cdr, `Basic ${Buffer.from('switch:wrong').toString('base64')}`)).toBe(404);
});
