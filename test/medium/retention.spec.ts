import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RecordingsSweepModule } from '../../src/features/recordings/recordings-sweep.module';
import { RecordingsSweeper } from '../../src/features/recordings/recordings.sweeper';
import { RetentionSchedule } from '../../src/features/retention/retention.schedule';
import { RetentionScheduleModule } from '../../src/features/retention/retention-schedule.module';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { Redis } from '../../src/platform/redis/redis';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients, type Wire } from '../factories/api-client';
import { book, inboundLeg, outboundLegs, tenantIdOf, timeMachine } from '../factories/books';
import { openedLegs } from '../factories/opened';
import { wavFile } from '../factories/wav';

const BEGAN = '2026-01-10T02:00:00.000Z';
const CALLER = '13800138001';
const CALLED = '+8613900139002';

let api: TestApi;
let clients: ApiClients;
let admin: ApiClient;
let other: ApiClient;
let tenantId: string;
let travel: (at: string) => void;

beforeAll(async () => {
  api = await startTestApi(RecordingsSweepModule, RetentionScheduleModule);
  travel = timeMachine(api.app);
  travel('2025-12-01T00:00:00.000Z');
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  clients = new ApiClients(api);
  [admin, other] = [await clients.user('pharma', 'tenant_admin'), await clients.user('insurance', 'tenant_admin')];
  tenantId = await tenantIdOf(api.app, 'pharma');
});
afterAll(() => api.stop());

const sql = <T>(statement: string, parameters: unknown[] = []) =>
  api.app.get(ProviderDatabase).sql<T>(statement, parameters);
const at = (days: number) => new Date(Date.parse(BEGAN) + days * 86_400_000).toISOString();

/** Nobody stays signed in for so long. */
async function arrive(days: number): Promise<void> {
  travel(at(days));
  [admin, other] = [await clients.user('pharma', 'tenant_admin'), await clients.user('insurance', 'tenant_admin')];
}

/** A night, so many days after the calls. */
async function night(days: number): Promise<void> {
  await arrive(days);
  await api.app.get(RetentionSchedule).run();
}

async function lastRun(client = admin): Promise<Wire | undefined> {
  return (await client.get('/v1/retention-runs')).body.data[0];
}

/** The recording of a call that began then, taken in. */
async function recorded(): Promise<{ id: string; file: string }> {
  const leg = inboundLeg(tenantId, BEGAN, 2, { from: CALLER });
  await book(api.app, leg);
  const path = join(api.environment['RECORDING_SPOOL'] ?? '', tenantId, `${leg.uuid}.wav`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, wavFile(1));
  await api.app.get(RecordingsSweeper).sweep();
  await sql('UPDATE recordings SET started_at = ? WHERE call_uuid = ?', [new Date(BEGAN), leg.uuid]);
  const [row] = await sql<{ id: string }>('SELECT id FROM recordings WHERE call_uuid = ?', [leg.uuid]);
  return { id: row?.id ?? '', file: join(api.environment['RECORDINGS_DIR'] ?? '', tenantId, `sw1_${leg.uuid}.sealed`) };
}

describe('the policy', () => {
  it('is the usual one until the tenant chooses, within bounds, and each tenant for itself', async () => {
    const usual = await admin.get('/v1/retention-policy');
    expect([usual.body, usual.etag]).toEqual([{ recording_days: 180, number_days: 730 }, '"0"']);
    const terms = { recording_days: 90, number_days: 365 };
    expect((await admin.put('/v1/retention-policy', terms)).status).toBe(428);
    const set = await admin.put('/v1/retention-policy', terms, { 'if-match': usual.etag });
    expect([set.body, set.etag]).toEqual([terms, '"1"']);
    expect((await admin.put('/v1/retention-policy', terms, { 'if-match': usual.etag })).status).toBe(412);
    expect((await admin.put('/v1/retention-policy', terms, { 'if-match': set.etag })).etag).toBe('"2"');
    expect((await other.get('/v1/retention-policy')).body).toEqual(usual.body);
  });

  it.each([
    ['recording_days', 29],
    ['recording_days', 3651],
    ['number_days', 89],
    ['number_days', 3651],
    ['number_days', 90.5],
    ['recording_days', null],
  ])('refuses %s of %p', async (field, value) => {
    const { etag } = await admin.get('/v1/retention-policy');
    const terms = { recording_days: 90, number_days: 365, [field]: value };
    const { status, body } = await admin.put('/v1/retention-policy', terms, { 'if-match': etag });
    expect([status, ...new Set(body.errors.map(({ pointer }) => pointer))]).toEqual([422, `/${field}`]);
  });

  it('is set by administrators alone', async () => {
    const supervisor = await clients.user('pharma', 'supervisor');
    const terms = { recording_days: 90, number_days: 365 };
    expect((await supervisor.put('/v1/retention-policy', terms, { 'if-match': '"1"' })).status).toBe(403);
  });

  it('is chosen once, however many choose at once', async () => {
    const terms = { recording_days: 100, number_days: 400 };
    const puts = Array.from({ length: 4 }, () => other.put('/v1/retention-policy', terms, { 'if-match': '"0"' }));
    const statuses = (await Promise.all(puts)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    for (const status of statuses) expect([200, 409, 412]).toContain(status);
  });
});

describe('a run', () => {
  it('deletes recordings when their time is over, but for those on hold, and reports it', async () => {
    const [gone, held] = [await recorded(), await recorded()];
    await admin.patch(`/v1/recordings/${held.id}`, { legal_hold: true });
    await night(89);
    expect(await lastRun()).toMatchObject({ recordings_deleted: 0, recordings_held: 0, failures: 0 });
    expect(existsSync(gone.file)).toBe(true);
    await night(91);
    expect(await lastRun()).toMatchObject({
      recording_days: 90, number_days: 365, recordings_deleted: 1, recordings_held: 1, failures: 0, problem: null, ended_at: at(91),
    });
    expect([existsSync(gone.file), existsSync(held.file)]).toEqual([false, true]);
    expect((await admin.get(`/v1/recordings/${gone.id}`)).body).toMatchObject({ deleted_because: 'retention', deleted_at: at(91) });
    await admin.patch(`/v1/recordings/${held.id}`, { legal_hold: false });
    await night(92);
    expect(await lastRun()).toMatchObject({ recordings_deleted: 1, recordings_held: 0 });
  });

  it('reports what it could not delete, and does it the next day', async () => {
    const { id, file } = await recorded();
    rmSync(file);
    // a folder in its place is not removed
    mkdirSync(file);
    await night(93);
    const failed = await lastRun();
    expect(failed).toMatchObject({ recordings_deleted: 0, failures: 1, problem: expect.stringMatching(/directory|EISDIR/i) as string });
    expect((await admin.get(`/v1/recordings/${id}`)).body['deleted_at']).toBeNull();
    rmSync(file, { recursive: true });
    await night(94);
    expect(await lastRun()).toMatchObject({ recordings_deleted: 1, failures: 0 });
  });

  it('forgets whose calls they were, and leaves every figure as it was', async () => {
    await book(api.app, ...outboundLegs(tenantId, BEGAN, 61, CALLED));
    await arrive(60);
    const finance = await clients.staff('provider_admin');
    await finance.post('/v1/invoices/close', { period: '2026-01' });
    const [before] = (await admin.get('/v1/usage?kind=outbound')).body.data;
    const invoices = (await admin.get('/v1/invoices')).body.data;
    const calls = (await admin.get('/v1/calls?limit=100')).body.data;
    expect(JSON.stringify([before, calls])).toMatch(/13800138001.*|8613900139002/);
    await night(364);
    expect(await lastRun()).toMatchObject({ calls_blanked: 0, legs_blanked: 0, usage_blanked: 0 });
    await night(366);
    expect(await lastRun()).toMatchObject({ calls_blanked: calls.length, legs_blanked: calls.length + 1, usage_blanked: 1, failures: 0 });
    const legs = await openedLegs({ sql });
    expect([legs.length, JSON.stringify(legs)]).toEqual([calls.length + 1, expect.not.stringMatching(/13800138001|13900139002/)]);
    const withoutNumbers = calls.map((call) =>
      call['direction'] === 'inbound' ? { ...call, from_number: null } : { ...call, to_number: null },
    );
    expect((await admin.get('/v1/calls?limit=100')).body.data).toEqual(withoutNumbers);
    expect((await admin.get('/v1/usage?kind=outbound')).body.data).toEqual([{ ...before, number: null }]);
    expect((await admin.get('/v1/invoices')).body.data).toEqual(invoices);
    await night(367);
    expect(await lastRun()).toMatchObject({ calls_blanked: 0, legs_blanked: 0, usage_blanked: 0, failures: 0 });
  });

  it('keeps the number of what is not billed yet', async () => {
    await book(api.app, ...outboundLegs(tenantId, BEGAN, 61, '+8613900139003'));
    await night(368);
    expect(await lastRun()).toMatchObject({ calls_blanked: 1, usage_blanked: 0 });
    const [open] = (await admin.get('/v1/usage?kind=outbound')).body.data;
    expect(open).toMatchObject({ number: '+8613900139003', invoice_id: null });
  });

  it('is made once a night, by one of all workers, for each tenant', async () => {
    await arrive(370);
    const schedule = api.app.get(RetentionSchedule);
    await Promise.all([schedule.run(), schedule.run(), schedule.run()]);
    const nights = async (client: ApiClient) =>
      (await client.get('/v1/retention-runs?limit=100')).body.data.filter((run) => run['created_at'] === at(370));
    expect([(await nights(admin)).length, (await nights(other)).length]).toEqual([1, 1]);
    expect(await api.app.get(Redis).keys(`retention:${tenantId}:*`)).not.toEqual([]);
  });
});
