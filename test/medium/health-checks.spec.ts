import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { Health } from '../../src/platform/health/health';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';

let api: TestApi;
let manager: ApiClient;
let clients: ApiClients;

beforeAll(async () => {
  api = await startTestApi();
  await applyTenant(api.app, 'pharma');
  clients = new ApiClients(api);
  manager = await clients.staff('account_manager');
});
afterAll(() => api.stop());

async function check(id: string) {
  const { status, body } = await manager.get('/v1/health');
  expect(status).toBe(200);
  return (body['checks'] as { id: string; state: string; figures: Record<string, number | string> }[]).find((each) => each.id === id);
}

it('tells what the process stands on', async () => {
  expect(await check('ready')).toMatchObject({ state: 'good', figures: { missing: '' } });
  expect((await check('database'))?.figures['version']).toMatch(/^\d+\./);
  expect((await check('redis'))?.figures['version']).toMatch(/^\d+\./);
  expect((await check('disk'))?.figures['free_percent']).toEqual(expect.any(Number));
  expect(await check('mails')).toMatchObject({ state: 'off' });
});

it('tells what waits, and how long it has', async () => {
  const database = api.app.get(ProviderDatabase);
  await database.sql('DELETE FROM outbox');
  expect(await check('outbox')).toEqual({ id: 'outbox', state: 'good', figures: { waiting: 0, oldest_seconds: 0 } });
  // no worker runs here
  await database.sql(
    "INSERT INTO outbox (tenant_id, type, payload, created_at) SELECT id, 'call.settled', '{}', NOW() - INTERVAL 20 MINUTE FROM tenants",
  );
  const { state, figures } = (await check('outbox'))!;
  expect([state, figures['waiting']]).toEqual(['bad', 1]);
  expect(figures['oldest_seconds']).toBeGreaterThanOrEqual(1200);
  expect(await check('jobs')).toMatchObject({ state: 'good', figures: { waiting: 0, failed: 0 } });
});

it('counts the recordings that nobody took from the switch', async () => {
  const spool = String(api.environment['RECORDING_SPOOL']);
  expect(await check('recording_spool')).toMatchObject({ state: 'good', figures: { files: 0 } });
  for (let i = 0; i < 100; i += 1) writeFileSync(join(spool, `${i}.wav`), '');
  expect(await check('recording_spool')).toMatchObject({ state: 'warn', figures: { files: 100 } });
  expect(await check('cdr_spool')).toMatchObject({ state: 'off' });
});

it('names what a process misses, though it answers', async () => {
  api.app.get(Health).add('switch link', () => false);
  expect(await check('ready')).toMatchObject({ state: 'bad', figures: { missing: 'switch link' } });
});

it('is not for finance, nor for tenants', async () => {
  expect((await (await clients.staff('finance')).get('/v1/health')).status).toBe(403);
  expect((await (await clients.user('pharma', 'tenant_admin')).get('/v1/health')).status).toBe(403);
});
