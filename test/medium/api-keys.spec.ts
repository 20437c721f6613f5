import { newId } from '../../src/platform/database/ids';
import { ROLE_PERMISSIONS } from '../../src/platform/auth/permissions';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type Answer, type ApiClient, ApiClients } from '../factories/api-client';
import { administratorToken, timeMachine } from '../factories/books';

const DAY = 86_400_000;
const BEGIN = Date.parse('2026-03-01T00:00:00Z');

let api: TestApi;
let clients: ApiClients;
let admin: ApiClient;
let stranger: ApiClient;
let setTime: (at: string) => void;

beforeAll(async () => {
  api = await startTestApi();
  clients = new ApiClients(api);
  for (const tenant of ['pharma', 'insurance']) await applyTenant(api.app, tenant);
  setTime = timeMachine(api.app);
  // sessions that last whatever the time
  admin = clients.bearer(await administratorToken(api.app, 'pharma'));
  stranger = clients.bearer(await administratorToken(api.app, 'insurance'));
});
afterAll(() => api.stop());
beforeEach(() => travel(0));

const iso = (ms: number) => new Date(BEGIN + ms).toISOString();
const travel = (ms: number) => setTime(iso(ms));
const statusOf = async (secret: string, path = '/v1/me') => (await clients.bearer(secret).get(path)).status;
const told = ({ status, body }: Answer) => [status, body.errors?.[0]?.pointer ?? body.code];

async function create(body: object = {}): Promise<{ id: string; secret: string; path: string }> {
  const created = await admin.post('/v1/api-keys', { name: 'crm', role: 'supervisor', ...body });
  expect(created.status).toBe(201);
  const { id, secret } = created.body;
  return { id, secret, path: `/v1/api-keys/${id}` };
}

describe('scopes', () => {
  it('confine a key to some of its role, and say so', async () => {
    const { path, secret } = await create({ scopes: ['queues:read', 'live:read'] });
    expect((await admin.get(path)).body['scopes']).toEqual(['queues:read', 'live:read']);
    expect(await statusOf(secret, '/v1/queues')).toBe(200);
    expect([await statusOf(secret, '/v1/seats'), await statusOf(secret, '/v1/calls')]).toEqual([403, 403]);
  });

  it('may be none, and are all of the role where none are named', async () => {
    const [nothing, all] = [await create({ scopes: [] }), await create()];
    expect([await statusOf(nothing.secret), await statusOf(nothing.secret, '/v1/queues')]).toEqual([200, 403]);
    expect(await statusOf(all.secret, '/v1/queues')).toBe(200);
    expect((await admin.get(all.path)).body['scopes']).toBeNull();
  });

  it.each([
    [{ scopes: ['queues:write'] }, '/scopes'],
    [{ scopes: ['everything'] }, '/scopes'],
    [{ scopes: ['queues:read', 'queues:read'] }, '/scopes'],
    [{ scopes: 'queues:read' }, '/scopes'],
  ])('are refused as %j', async (body, pointer) => {
    expect(told(await admin.post('/v1/api-keys', { name: 'crm', role: 'viewer', ...body }))).toEqual([422, pointer]);
  });

  it('go no further than whoever creates the key, or gives it a new secret', async () => {
    const powerful = await create({ role: 'tenant_admin' });
    const { secret } = await create({ role: 'tenant_admin', scopes: ['api-keys:write', 'queues:read', 'agents:read'] });
    const maker = clients.bearer(secret);
    expect(told(await maker.post('/v1/api-keys', { name: 'more', role: 'tenant_admin' }))).toEqual([422, '/role']);
    expect(told(await maker.post('/v1/api-keys', { name: 'more', role: 'tenant_admin', scopes: ['users:write'] }))).toEqual([422, '/scopes']);
    const less = await maker.post('/v1/api-keys', { name: 'less', role: 'viewer', scopes: ['queues:read'] });
    expect(less.status).toBe(201);
    expect(told(await maker.post(`${powerful.path}/rotate`, {}))).toEqual([403, 'forbidden']);
    expect((await maker.post(`/v1/api-keys/${less.body.id}/rotate`, {})).status).toBe(200);
    expect(await statusOf(powerful.secret)).toBe(200);
  });

  it("follow the role when that may less than before, and never beyond them", async () => {
    const { id, secret } = await create({ role: 'tenant_admin', scopes: ['users:read', 'queues:read'] });
    expect(await statusOf(secret, '/v1/users')).toBe(200);
    await api.app.get(ProviderDatabase).sql("UPDATE api_keys SET role = 'viewer' WHERE id = ?", [id]);
    expect(ROLE_PERMISSIONS.viewer).not.toContain('users:read');
    expect([await statusOf(secret, '/v1/users'), await statusOf(secret, '/v1/queues'), await statusOf(secret, '/v1/seats')]).toEqual([403, 200, 403]);
  });
});

describe('rotation', () => {
  it('lets the former secret live until the time that is named, a day unless told', async () => {
    const { path, secret } = await create();
    const rotated = await admin.post(`${path}/rotate`, {});
    expect([rotated.status, rotated.body['former_until']]).toEqual([200, iso(DAY)]);
    expect(rotated.body.secret).not.toBe(secret);
    travel(DAY - 1);
    expect([await statusOf(secret), await statusOf(rotated.body.secret)]).toEqual([200, 200]);
    travel(DAY);
    expect([await statusOf(secret), await statusOf(rotated.body.secret)]).toEqual([401, 200]);
  });

  it('keeps two secrets at most', async () => {
    const { path, secret } = await create();
    const second = (await admin.post(`${path}/rotate`, { former_until: iso(7 * DAY) })).body.secret;
    expect([await statusOf(secret), await statusOf(second)]).toEqual([200, 200]);
    const third = (await admin.post(`${path}/rotate`, { former_until: iso(7 * DAY) })).body.secret;
    expect([await statusOf(secret), await statusOf(second), await statusOf(third)]).toEqual([401, 200, 200]);
  });

  it('leaves two good secrets when it is asked twice at once', async () => {
    const { path } = await create();
    const answers = await Promise.all([admin.post(`${path}/rotate`, {}), admin.post(`${path}/rotate`, {})]);
    expect(await Promise.all(answers.map(({ body }) => statusOf(body.secret)))).toEqual([200, 200]);
  });

  it('ends the former one by hand, or at once', async () => {
    const { path, secret } = await create();
    const second = (await admin.post(`${path}/rotate`, {})).body.secret;
    expect((await admin.delete(`${path}/former-secret`)).status).toBe(204);
    expect([await statusOf(secret), await statusOf(second)]).toEqual([401, 200]);
    const third = (await admin.post(`${path}/rotate`, { former_until: iso(-DAY) })).body.secret;
    expect([await statusOf(second), await statusOf(third)]).toEqual([401, 200]);
    expect((await admin.delete(`${path}/former-secret`)).status).toBe(204);
    expect(await statusOf(third)).toBe(200);
  });

  it('gives both up with the key', async () => {
    const { path, secret } = await create();
    const second = (await admin.post(`${path}/rotate`, {})).body.secret;
    await admin.delete(path);
    expect([await statusOf(secret), await statusOf(second)]).toEqual([401, 401]);
    expect(told(await admin.post(`${path}/rotate`, {}))).toEqual([409, 'conflict']);
    const expiring = await create({ expires_at: iso(DAY) });
    travel(DAY);
    expect(told(await admin.post(`${expiring.path}/rotate`, {}))).toEqual([409, 'conflict']);
  });

  it('is refused for longer than seven days, and for a key that is not there', async () => {
    const { path, id } = await create();
    expect(told(await admin.post(`${path}/rotate`, { former_until: iso(7 * DAY + 1) }))).toEqual([422, '/former_until']);
    expect(told(await admin.post(`${path}/rotate`, { former_until: 'tomorrow' }))).toEqual([422, '/former_until']);
    for (const [client, each] of [[stranger, id], [admin, newId('apiKey')]] as const) {
      expect((await client.post(`/v1/api-keys/${each}/rotate`, {})).status).toBe(404);
      expect((await client.delete(`/v1/api-keys/${each}/former-secret`)).status).toBe(404);
    }
  });
});

it('tell when they were last used, by either secret', async () => {
  const { path, secret } = await create();
  const usedAt = async () => (await admin.get(path)).body['last_used_at'];
  expect(await usedAt()).toBeNull();
  await statusOf(secret);
  expect(await usedAt()).toBe(iso(0));
  await admin.post(`${path}/rotate`, {});
  travel(3_600_000);
  await statusOf(secret);
  expect(await usedAt()).toBe(iso(3_600_000));
});
