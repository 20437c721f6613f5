import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { LiveStore } from '../../src/features/live/live-store';
import { applyTenant, startTestApiWith, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';
import { tenantIdOf } from '../factories/books';

let api: TestApi;
let manager: ApiClient;
let admin: ApiClient;
let pharma: string;

beforeAll(async () => {
  api = await startTestApiWith({ SWITCH_CAPACITY: '500', TENANT_REQUESTS_PER_SECOND: '8' });
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  pharma = await tenantIdOf(api.app, 'pharma');
  await api.app.get(ProviderDatabase).sql("UPDATE tenants SET requests_per_second = 1 WHERE slug = 'insurance'");
  const clients = new ApiClients(api);
  manager = await clients.staff('account_manager');
  admin = await clients.user('pharma', 'tenant_admin');
});
afterAll(() => api.stop());

const of = async (name: string) => {
  const { body } = await manager.get('/v1/capacity');
  return (body['tenants'] as { slug: string; [field: string]: unknown }[]).find(({ slug }) => slug === name);
};

it('tells what each tenant has leased and uses of what its contract allows', async () => {
  const ringing = { direction: 'inbound', state: 'ringing', from: '1', to: '2', queue: null, agent: null, offeredTo: null, caller: null, seats: [] };
  const times = { startedAt: new Date().toISOString(), waitingSince: null, answeredAt: null, talkingSince: null };
  api.app.get(LiveStore).putCall(pharma, 'sw1', { uuid: 'a', ...ringing, ...times });
  const database = api.app.get(ProviderDatabase);
  await database.sql("UPDATE agents SET status = 'on_break' WHERE tenant_id = ? ORDER BY number LIMIT 2", [pharma]);
  await database.sql('UPDATE seats SET leased_until = NOW() WHERE tenant_id = ? ORDER BY extension LIMIT 1', [pharma]);
  await database.sql('UPDATE calling_plans SET reserved_channels = 12 WHERE tenant_id = ?', [pharma]);

  const { body } = await manager.get('/v1/capacity');
  expect([body['node_channels'], body['reserved_channels'], body['calls']]).toEqual([500, 12, 1]);
  expect(await of('pharma')).toMatchObject({
    // the file's 10 seats less the one whose lease ended
    ...{ id: pharma, name: 'Drug maker', seats: 9, seat_limit: 20, numbers: 4, agents: 8, agents_signed_in: 2 },
    ...{ calls: 1, call_limit: 30, reserved_channels: 12 },
  });
});

it('tells how much of its requests a tenant has used up', async () => {
  // one for two of its 20 seats, which is more than the usual 8
  expect(await of('pharma')).toMatchObject({ requests_per_second: 10, requests_spent_percent: 0 });
  // of the 10 that may come at once it has asked 4, and gets one back a second
  const other = await new ApiClients(api).user('insurance', 'tenant_admin');
  await Promise.all([1, 2, 3, 4].map(() => other.get('/v1/tenant')));
  const { requests_per_second: perSecond, requests_spent_percent: spent } = (await of('insurance'))!;
  expect(perSecond).toBe(1);
  expect(spent).toBeGreaterThan(0);
  expect(spent).toBeLessThanOrEqual(40);
});

it("is the provider's to see", async () => {
  expect((await admin.get('/v1/capacity')).status).toBe(403);
  expect((await (await new ApiClients(api).staff('finance')).get('/v1/capacity')).status).toBe(200);
});
