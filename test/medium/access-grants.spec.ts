import { WebSocket } from 'ws';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { newId } from '../../src/platform/database/ids';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients, PASSWORD } from '../factories/api-client';
import { tenantIdOf } from '../factories/books';

let api: TestApi;
let admin: ApiClient;
let manager: ApiClient;
let clients: ApiClients;
let tenantId: string;

beforeAll(async () => {
  api = await startTestApi();
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  clients = new ApiClients(api);
  admin = await clients.user('pharma', 'tenant_admin');
  manager = await clients.staff('account_manager');
  tenantId = await tenantIdOf(api.app, 'pharma');
});
afterAll(() => api.stop());

const wish = { reason: 'Sets up the autumn campaign', hours: 8 };

async function enter(): Promise<string> {
  return (await manager.post(`/v1/tenants/${tenantId}/access-grants`, wish)).body.id;
}

/** Whether the grants that tests before left are gone. */
async function endAll(): Promise<void> {
  await api.app.get(ProviderDatabase).sql('UPDATE access_grants SET ended_at = NOW() WHERE ended_at IS NULL');
}
beforeEach(endAll);

it("keeps the provider's people out of a tenant until they say why they come", async () => {
  const without = await manager.forTenant(tenantId).get('/v1/calls');
  expect([without.status, without.body.code]).toEqual([403, 'grant_required']);
  const grant = await manager.post(`/v1/tenants/${tenantId}/access-grants`, wish);
  expect([grant.status, grant.body['reason'], grant.body['staff_name']]).toEqual([
    201,
    wish.reason,
    'account_manager@seatline.test',
  ]);
  expect((await manager.forTenant(tenantId).get('/v1/calls')).status).toBe(200);
});

it('opens one tenant only, and for the one who asked only', async () => {
  await enter();
  const elsewhere = await manager.forTenant(await tenantIdOf(api.app, 'insurance')).get('/v1/calls');
  const somebody = await (await clients.staff('finance')).forTenant(tenantId).get('/v1/calls');
  expect([elsewhere.body.code, somebody.body.code]).toEqual(['grant_required', 'grant_required']);
});

it('shows the tenant who, why and until when, and lets it end that at once', async () => {
  const id = await enter();
  const { data } = (await admin.get('/v1/access-grants')).body;
  const shown = data.find((grant) => grant.id === id);
  const eightHours = Date.parse(String(shown?.['created_at'])) + 8 * 3_600_000;
  expect(shown).toMatchObject({ reason: wish.reason, ended_at: null, expires_at: new Date(eightHours).toISOString() });
  expect((await admin.delete(`/v1/access-grants/${id}`)).status).toBe(204);
  expect((await manager.forTenant(tenantId).get('/v1/calls')).body.code).toBe('grant_required');
  const again = await admin.delete(`/v1/access-grants/${id}`);
  expect(again.status).toBe(204);
  const ended = (await admin.get('/v1/access-grants')).body.data.find((grant) => grant.id === id);
  expect(ended).toMatchObject({ ended_by: 'admin@pharma.seatline.test', ended_at: expect.any(String) as string });
});

it("tells who came which tenants are open to him still, and nobody of others' grants", async () => {
  const id = await enter();
  const own = (await manager.get('/v1/me/access-grants')).body.data;
  expect(own.map((grant) => [grant.id, grant['tenant_id'], grant['reason']])).toEqual([[id, tenantId, wish.reason]]);
  expect((await (await clients.staff('finance')).get('/v1/me/access-grants')).body.data).toEqual([]);
  expect((await admin.get('/v1/me/access-grants')).status).toBe(403);
  await api.app.get(ProviderDatabase).sql('UPDATE access_grants SET expires_at = NOW() - INTERVAL 1 SECOND WHERE id = ?', [id]);
  await admin.delete(`/v1/access-grants/${await enter()}`);
  expect((await manager.get('/v1/me/access-grants')).body.data).toEqual([]);
});

it('ends when its time is over', async () => {
  const id = await enter();
  await api.app.get(ProviderDatabase).sql('UPDATE access_grants SET expires_at = NOW() - INTERVAL 1 SECOND WHERE id = ?', [id]);
  expect((await manager.forTenant(tenantId).get('/v1/calls')).body.code).toBe('grant_required');
});

it("marks what is done there as the provider's", async () => {
  const id = await enter();
  const made = await manager.forTenant(tenantId).post('/v1/queues', { name: 'autumn' });
  const [entry] = (await admin.get(`/v1/audit-entries?object_id=${made.body.id}`)).body.data;
  expect(entry).toMatchObject({ actor_kind: 'staff', actor_name: 'account_manager@seatline.test', grant_id: id });
  const [entered] = (await admin.get(`/v1/audit-entries?object_id=${id}`)).body.data;
  expect(entered).toMatchObject({ action: 'created', object_type: 'access_grants', actor_kind: 'staff' });
});

it.each([
  [{ ...wish, hours: 721 }, '/hours'],
  [{ ...wish, hours: 0 }, '/hours'],
  [{ hours: 8 }, '/reason'],
  [{ ...wish, reason: '  ' }, '/reason'],
])('refuses %j', async (body, pointer) => {
  const { status, body: problem } = await manager.post(`/v1/tenants/${tenantId}/access-grants`, body);
  expect([status, problem.errors[0]?.pointer]).toEqual([422, pointer]);
});

it('answers alike for a tenant and a grant that there are not, and to people who may not', async () => {
  expect((await manager.post(`/v1/tenants/${newId('tenant')}/access-grants`, wish)).status).toBe(404);
  expect((await admin.delete(`/v1/access-grants/${newId('accessGrant')}`)).status).toBe(404);
  expect((await admin.post(`/v1/tenants/${tenantId}/access-grants`, wish)).status).toBe(403);
});

it('lets no websocket in without a grant', async () => {
  const sign = { email: 'account_manager@seatline.test', password: PASSWORD };
  const token = String((await clients.anonymous().post('/v1/sign-in', sign)).body['access_token']);
  const opened = (): Promise<number> =>
    new Promise((resolve) => {
      const url = `${api.url.replace('http', 'ws')}/v1/live/stream?tenant=${tenantId}`;
      const socket = new WebSocket(url, ['seatline.live', `bearer.${token}`]);
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      socket.on('message', () => {
        socket.close();
        resolve(101);
      });
    });
  expect(await opened()).toBe(401);
  await enter();
  expect(await opened()).toBe(101);
});
