import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RecordingsSweepModule } from '../../src/features/recordings/recordings-sweep.module';
import { RecordingsSweeper } from '../../src/features/recordings/recordings.sweeper';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients, type Wire } from '../factories/api-client';
import { book, inboundLeg, outboundLegs, tenantIdOf } from '../factories/books';
import { wavFile } from '../factories/wav';

const NUMBER = '13800138001';
const OTHERS = '13700137009';

let api: TestApi;
let admin: ApiClient;
let other: ApiClient;
let pharma: string;
let insurance: string;
const at = new Date(Date.now() - 120_000).toISOString();

beforeAll(async () => {
  api = await startTestApi(RecordingsSweepModule);
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  const clients = new ApiClients(api);
  [admin, other] = [await clients.user('pharma', 'tenant_admin'), await clients.user('insurance', 'tenant_admin')];
  [pharma, insurance] = [await tenantIdOf(api.app, 'pharma'), await tenantIdOf(api.app, 'insurance')];
});
afterAll(() => api.stop());

const erase = (number: unknown, client = admin) => client.post('/v1/erasures', { number });
const calls = async (client = admin) => (await client.get('/v1/calls?limit=100')).body.data;
const recordings = async () => (await admin.get('/v1/recordings?limit=100')).body.data;

async function recordedCall(from: string): Promise<void> {
  const leg = inboundLeg(pharma, at, 5, { from });
  await book(api.app, leg);
  const path = join(api.environment['RECORDING_SPOOL'] ?? '', pharma, `${leg.uuid}.wav`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, wavFile(1));
  await api.app.get(RecordingsSweeper).sweep();
}

it("deletes a person's recordings and forgets its number, and nobody else's", async () => {
  for (const from of [NUMBER, NUMBER, OTHERS]) await recordedCall(from);
  await book(api.app, ...outboundLegs(pharma, at, 30, NUMBER));
  await book(api.app, inboundLeg(insurance, at, 5, { from: NUMBER, to: '4006006001' }));
  const [before, theirs] = [await calls(), await calls(other)];
  const held = (await recordings()).find((row) => before.some(({ id, from_number }) => id === row['call_id'] && from_number === NUMBER));
  await admin.patch(`/v1/recordings/${held?.id ?? ''}`, { legal_hold: true });

  const { status, body } = await erase(NUMBER);
  expect([status, body]).toMatchObject([
    201,
    { calls: 1, calls_kept: 2, legs: 1, usage_records: 0, usage_kept: 1, recordings_deleted: 1, recordings_held: 1 },
  ]);
  const forgotten = (call: Wire) =>
    call['from_number'] === NUMBER && call.id !== held?.['call_id'] ? { ...call, from_number: null } : call;
  expect(await calls()).toEqual(before.map(forgotten));
  expect(await calls(other)).toEqual(theirs);
  expect((await recordings()).filter((row) => row['deleted_at'] === null)).toHaveLength(2);

  await admin.patch(`/v1/recordings/${held?.id ?? ''}`, { legal_hold: false });
  expect((await erase(NUMBER)).body).toMatchObject({ calls: 1, calls_kept: 1, recordings_deleted: 1, recordings_held: 0 });
  expect((await erase(NUMBER)).body).toMatchObject({ calls: 0, calls_kept: 1, usage_kept: 1, recordings_deleted: 0 });
  expect((await calls()).map((call) => call['from_number']).filter((number) => number === OTHERS)).toHaveLength(1);
  const reports = (await admin.get('/v1/erasures')).body;
  expect(reports.data).toHaveLength(3);
  for (const place of [reports, (await admin.get('/v1/audit-entries?object_type=erasures')).body]) {
    expect(JSON.stringify(place)).not.toContain(NUMBER);
  }
  expect((await other.get('/v1/erasures')).body.data).toEqual([]);
});

it('finds a person however the number is written', async () => {
  for (const from of ['+8613700137001', '13700137001', '008613700137001']) await book(api.app, inboundLeg(pharma, at, 5, { from }));
  expect((await erase('137 0013-7001')).body).toMatchObject({ calls: 3, legs: 3 });
});

it.each(['10086', '', null, 'x'.repeat(61)])('refuses %p', async (number) => {
  const { status, body } = await erase(number);
  expect([status, body.errors[0]?.pointer]).toEqual([422, '/number']);
});

it('is for administrators alone', async () => {
  const clients = new ApiClients(api);
  expect((await erase(NUMBER, await clients.user('pharma', 'supervisor'))).status).toBe(403);
  expect((await erase(NUMBER, await (await clients.staff('provider_admin')).enter(pharma))).status).toBe(403);
});
