import { readTenantFile } from '../../src/features/tenants/domain/tenant-file';
import { TenantFilesService } from '../../src/features/tenants/tenant-files.service';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type Answer, type ApiClient, ApiClients, PASSWORD } from '../factories/api-client';
import { tenantIdOf } from '../factories/books';

const CHOSEN = 'an entirely other staple';

let api: TestApi;
let clients: ApiClients;
let admin: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  clients = new ApiClients(api);
  admin = await clients.user('pharma', 'tenant_admin');
});
afterAll(() => api.stop());

const told = ({ status, body }: Answer) => [status, body.code];

async function idOf(role: string): Promise<string> {
  return (await admin.get('/v1/users?limit=100')).body.data.find((user) => user['role'] === role)?.id ?? '';
}

const someone = (email: string, role: string) => ({ email: `${email}@pharma.seatline.test`, name: 'Someone', role });

/** Each of them would make the asker somebody who may do more. */
async function waysUp(client: ApiClient): Promise<Record<string, unknown[]>> {
  const [anAdmin, viewer] = [await idOf('tenant_admin'), await idOf('viewer')];
  const { etag } = await admin.get(`/v1/users/${viewer}`);
  const provider = { issuer: 'https://login.evil.example', client_id: 'x', client_secret: 'x', email_domains: ['pharma.seatline.test'] };
  return {
    'makes one with a password': told(await client.post('/v1/users', { ...someone('other', 'tenant_admin'), password: CHOSEN })),
    "sets another's password": told(await client.post(`/v1/users/${anAdmin}/password`, { password: CHOSEN })),
    'gives a role': told(await client.patch(`/v1/users/${viewer}`, { role: 'tenant_admin' }, { 'if-match': etag })),
    'removes a second factor': told(await client.delete(`/v1/users/${anAdmin}/second-factor`)),
    'names who vouches for users': told(await client.put('/v1/identity-provider', provider)),
  };
}

const REFUSED = {
  'makes one with a password': [403, 'forbidden'],
  "sets another's password": [403, 'forbidden'],
  'gives a role': [403, 'forbidden'],
  'removes a second factor': [403, 'forbidden'],
  'names who vouches for users': [403, 'forbidden'],
};

it.each(['account_manager', 'provider_admin'] as const)("makes nobody of the provider's %ss a tenant's administrator", async (role) => {
  const staff = await (await clients.staff(role)).enter(await tenantIdOf(api.app, 'pharma'));
  expect(await waysUp(staff)).toEqual(REFUSED);
  // nor somebody who is one later, by the tenant's file
  expect(told(await staff.post('/v1/users', { ...someone('sleeper', 'viewer'), password: CHOSEN }))).toEqual([403, 'forbidden']);
});

it("gives the provider's people no key that outlives their grant", async () => {
  const staff = await (await clients.staff('account_manager')).enter(await tenantIdOf(api.app, 'pharma'));
  const { data } = (await admin.get('/v1/access-grants')).body;
  const until = String(data[0]?.['expires_at']);
  const key = (over: object) => staff.post('/v1/api-keys', { name: 'stays', role: 'viewer', ...over });
  const later = new Date(Date.parse(until) + 1000).toISOString();
  expect((await key({ expires_at: later })).body.errors).toEqual([{ pointer: '/expires_at', rule: 'must not lie after the end of your access' }]);
  const made = await key({});
  expect([made.status, made.body['expires_at']]).toEqual([201, until]);
  expect((await staff.post(`/v1/api-keys/${made.body.id}/rotate`, {})).status).toBe(200);
  const theirs = await admin.post('/v1/api-keys', { name: 'for good', role: 'viewer' });
  expect(told(await staff.post(`/v1/api-keys/${theirs.body.id}/rotate`, {}))).toEqual([403, 'forbidden']);
});

it("ends a key that the provider's people made, and what that key made, with their grant", async () => {
  const tenantId = await tenantIdOf(api.app, 'pharma');
  const manager = await clients.staff('account_manager');
  const enter = async () => (await manager.post(`/v1/tenants/${tenantId}/access-grants`, { reason: 'a test', hours: 700 })).body.id;
  const grant = await enter();
  const staff = manager.forTenant(tenantId);
  const create = async (client: ApiClient, scopes: string[]) => {
    const { status, body } = await client.post('/v1/api-keys', { name: 'theirs', role: 'tenant_admin', scopes });
    expect(status).toBe(201);
    return { id: body.id, client: clients.bearer(body.secret), expiresAt: body['expires_at'] };
  };
  const first = await create(staff, ['api-keys:read', 'api-keys:write']);
  const second = await create(first.client, ['api-keys:read']);
  expect([second.expiresAt, first.expiresAt]).toEqual([expect.any(String), second.expiresAt]);
  const [made] = (await admin.get(`/v1/audit-entries?object_id=${second.id}`)).body.data;
  expect(made).toMatchObject({ actor_kind: 'api_key', grant_id: grant });
  const employ = (active: number) => api.app.get(ProviderDatabase).sql("UPDATE staff SET active = ? WHERE role = 'account_manager'", [active]);
  await employ(0);
  expect((await first.client.get('/v1/api-keys')).status).toBe(401);
  await employ(1);
  expect((await first.client.get('/v1/api-keys')).status).toBe(200);
  expect((await admin.delete(`/v1/access-grants/${grant}`)).status).toBe(204);
  const asked = await Promise.all([first, second].map(({ client }) => client.get('/v1/api-keys')));
  expect(asked.map(told)).toEqual([[401, 'unauthenticated'], [401, 'unauthenticated']]);
  await enter();
  expect(told(await staff.post(`/v1/api-keys/${first.id}/rotate`, {}))).toEqual([403, 'forbidden']);
  expect((await admin.get(`/v1/api-keys/${first.id}`)).body).toMatchObject({ access_grant_id: grant, revoked_at: null });
});

it("gives the provider's people the secret of no key that was made without their grant", async () => {
  const staff = await (await clients.staff('account_manager')).enter(await tenantIdOf(api.app, 'pharma'));
  const soon = new Date(Date.now() + 60_000).toISOString();
  const theirs = await admin.post('/v1/api-keys', { name: 'for a minute', role: 'viewer', expires_at: soon });
  expect(told(await staff.post(`/v1/api-keys/${theirs.body.id}/rotate`, {}))).toEqual([403, 'forbidden']);
});

it('makes nobody who has found a key an administrator', async () => {
  const scopes = ['users:read', 'users:write', 'sign-in-policy:write'];
  const key = await admin.post('/v1/api-keys', { name: 'provisioning', role: 'tenant_admin', scopes });
  const client = clients.bearer(key.body.secret);
  expect(await waysUp(client)).toEqual(REFUSED);
  expect((await client.post('/v1/users', someone('plain', 'agent'))).status).toBe(201);
});

it('lets an administrator do all of it', async () => {
  const created = await admin.post('/v1/users', { ...someone('second', 'tenant_admin'), password: CHOSEN });
  expect(created.status).toBe(201);
  const path = `/v1/users/${created.body.id}`;
  expect((await admin.post(`${path}/password`, { password: PASSWORD })).status).toBe(204);
  expect((await admin.patch(path, { role: 'agent' }, { 'if-match': created.etag })).status).toBe(200);
  expect((await admin.delete(`${path}/second-factor`)).status).toBe(204);
});

it('lets the provider\'s people hand out first passwords until an administrator has one of his own', async () => {
  const staff = await (await clients.staff('account_manager')).enter(await tenantIdOf(api.app, 'insurance'));
  const users = (await staff.get('/v1/users?limit=100')).body.data;
  expect(users.length).toBeGreaterThan(2);
  for (const { id } of users) expect((await staff.post(`/v1/users/${id}/password`, { password: CHOSEN })).status).toBe(204);
  const [first] = users.filter((user) => user['role'] === 'tenant_admin');
  const theirs = await clients.signIn({ tenant: 'insurance', email: String(first?.['email']), password: CHOSEN });
  expect((await theirs.post('/v1/me/password', { old_password: CHOSEN, password: 'a phrase that is known to one' })).status).toBe(204);
  for (const { id } of users) expect(told(await staff.post(`/v1/users/${id}/password`, { password: CHOSEN }))).toEqual([403, 'forbidden']);
});

describe('once an administrator has a password of his own', () => {
  /** A file of the tenant as it is, with other users. */
  async function fileWith(change: (file: string) => string): Promise<object> {
    const manager = await clients.staff('account_manager');
    const { file } = (await manager.get(`/v1/tenants/${await tenantIdOf(api.app, 'pharma')}/file`)).body;
    return { file: change(String(file)) };
  }
  const withoutAdmins = (file: string) => file.replaceAll('role: tenant_admin', 'role: viewer');
  const withAnother = (file: string) => withoutAdmins(file).replace(/^users:\n/m, 'users:\n  - { email: new@pharma.seatline.test, name: New, role: tenant_admin }\n');

  it.each([
    ['none', withoutAdmins],
    ['another one, who has none yet', withAnother],
  ])("lets no file of the provider's people leave the tenant with %s", async (_what, change) => {
    const manager = await clients.staff('account_manager');
    const body = await fileWith(change);
    expect(JSON.stringify(body)).not.toEqual(JSON.stringify(await fileWith((file) => file)));
    for (const answer of [await manager.post('/v1/tenants/plan', body), await manager.put('/v1/tenants/file', body)]) {
      const rule = 'users: must keep a tenant_admin who signs in with a password of his own: it is for the tenant to replace him';
      expect([answer.status, answer.body.errors]).toEqual([422, [{ pointer: '/file', rule }]]);
    }
    expect((await admin.get('/v1/me')).body['role']).toBe('tenant_admin');
  });

  it("lets the provider's people add one and not take away the last who has one", async () => {
    const staff = await (await clients.staff('account_manager')).enter(await tenantIdOf(api.app, 'pharma'));
    expect((await staff.put('/v1/tenants/file', await fileWith(addSleeper))).status).toBe(200);
    const own = (await admin.get('/v1/me')).body.id;
    const { etag } = await staff.get(`/v1/users/${own}`);
    const ways = [
      await staff.delete(`/v1/users/${own}`, undefined, { 'if-match': etag }),
      await staff.patch(`/v1/users/${own}`, { active: false }, { 'if-match': etag }),
      await staff.patch(`/v1/users/${own}`, { role: 'viewer' }, { 'if-match': etag }),
    ];
    expect(ways.map(told)).toEqual(ways.map(() => [409, 'conflict']));
  });
  const addSleeper = (file: string) => file.replace(/^users:\n/m, 'users:\n  - { email: sleeping@pharma.seatline.test, name: New, role: tenant_admin }\n');

  it('lets the operator replace administrators who are all gone', async () => {
    const { file } = (await fileWith(withAnother)) as { file: string };
    const reading = readTenantFile(file);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    await api.app.get(TenantFilesService).apply(reading.spec);
    const staff = await (await clients.staff('account_manager')).enter(await tenantIdOf(api.app, 'pharma'));
    const replaced = (await staff.get('/v1/users?limit=100')).body.data.find(({ role }) => role === 'tenant_admin');
    expect(replaced?.['email']).toBe('new@pharma.seatline.test');
    expect((await staff.post(`/v1/users/${replaced?.id}/password`, { password: CHOSEN })).status).toBe(204);
  });
});
