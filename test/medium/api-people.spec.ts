import { newId } from '../../src/platform/database/ids';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients, PASSWORD } from '../factories/api-client';

const NEW_PASSWORD = 'another battery staple';

let api: TestApi;
let clients: ApiClients;
let admin: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  await applyTenant(api.app, 'pharma');
  await applyTenant(api.app, 'insurance');
  clients = new ApiClients(api);
  admin = await clients.user('pharma', 'tenant_admin');
});
afterAll(() => api.stop());

const person = (email: string, role = 'viewer') => ({ email: `${email}@pharma.seatline.test`, name: 'Somebody', role });
const match = (etag: string) => ({ 'if-match': etag });

describe('users', () => {
  it('are created, read, changed and removed', async () => {
    const created = await admin.post('/v1/users', person('New.One'));
    expect(created.body).toMatchObject({ email: 'new.one@pharma.seatline.test', role: 'viewer', active: true });
    expect(JSON.stringify(created.body)).not.toContain('password');
    const path = `/v1/users/${created.body.id}`;
    const changed = await admin.patch(path, { name: 'Someone', role: 'supervisor' }, match(created.etag));
    expect(changed.body).toMatchObject({ name: 'Someone', role: 'supervisor', email: 'new.one@pharma.seatline.test' });
    expect((await admin.get(path)).body).toEqual(changed.body);
    expect((await admin.get('/v1/users?limit=1')).body.data).toEqual([changed.body]);
    expect((await admin.delete(path, undefined, match(created.etag))).status).toBe(412);
    expect((await admin.delete(path, undefined, match(changed.etag))).status).toBe(204);
    expect((await admin.get(path)).status).toBe(404);
  });

  it('see what each role may do: what their own session says of it', async () => {
    const viewer = await clients.user('pharma', 'viewer');
    const roles = (await viewer.get('/v1/roles')).body['roles'] as { role: string; permissions: string[] }[];
    expect(roles.map(({ role }) => role)).toEqual(['tenant_admin', 'supervisor', 'agent', 'viewer']);
    expect(roles[3]?.permissions).toEqual((await viewer.get('/v1/me')).body['permissions']);
  });

  it('have an e-mail address that no other user of the tenant has', async () => {
    expect((await admin.post('/v1/users', person('twice'))).status).toBe(201);
    const again = await admin.post('/v1/users', person('TWICE'));
    expect([again.status, again.body.code]).toEqual([409, 'conflict']);
    const elsewhere = await clients.user('insurance', 'tenant_admin');
    expect((await elsewhere.post('/v1/users', person('twice'))).status).toBe(201);
  });

  it.each([
    [{ ...person('short'), password: 'fourteen chars' }, '/password'],
    [{ ...person('braces'), name: '${expansion}' }, '/name'],
    [{ ...person('x'), email: 'no address' }, '/email'],
    [{ ...person('staff'), role: 'provider_admin' }, '/role'],
    [{ ...person('extra'), active: false }, '/active'],
  ])('are refused as %j', async (body, pointer) => {
    const answer = await admin.post('/v1/users', body);
    expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([422, pointer]);
  });

  it('sign in once they have a password, with the newest only', async () => {
    const { body } = await admin.post('/v1/users', person('signs-in'));
    const credentials = { tenant: 'pharma', email: 'signs-in@pharma.seatline.test', password: PASSWORD };
    const signIn = (password: string) => clients.anonymous().post('/v1/sign-in', { ...credentials, password });
    expect((await signIn(PASSWORD)).status).toBe(401);
    expect((await admin.post(`/v1/users/${body.id}/password`, { password: PASSWORD })).status).toBe(204);
    const user = await clients.signIn(credentials);
    const wrong = await user.post('/v1/me/password', { old_password: 'not it', password: NEW_PASSWORD });
    expect([wrong.status, wrong.body.errors[0]?.pointer]).toEqual([422, '/old_password']);
    const short = await user.post('/v1/me/password', { old_password: PASSWORD, password: 'fourteen chars' });
    expect([short.status, short.body.errors[0]?.pointer]).toEqual([422, '/password']);
    const changed = await user.post('/v1/me/password', { old_password: PASSWORD, password: NEW_PASSWORD });
    expect(changed.status).toBe(204);
    expect([(await signIn(PASSWORD)).status, (await signIn(NEW_PASSWORD)).status]).toEqual([401, 200]);
  });

  it('lose their rights at once when they are switched off or given a lower role', async () => {
    const created = await admin.post('/v1/users', { ...person('leaver', 'tenant_admin'), password: NEW_PASSWORD });
    const leaver = await clients.firstSignIn({ tenant: 'pharma', email: created.body['email'], password: NEW_PASSWORD });
    expect((await leaver.get('/v1/users')).status).toBe(200);
    const path = `/v1/users/${created.body.id}`;
    const lowered = await admin.patch(path, { role: 'viewer' }, match(created.etag));
    expect((await leaver.get('/v1/users')).status).toBe(403);
    expect((await leaver.get('/v1/queues')).status).toBe(200);
    await admin.patch(path, { active: false }, match(lowered.etag));
    expect((await leaver.get('/v1/queues')).status).toBe(401);
  });

  it('always leave one active administrator, even when two leave at once', async () => {
    const first = (await admin.get('/v1/users?limit=100')).body.data.find(({ role }) => role === 'tenant_admin')!;
    const read = await admin.get(`/v1/users/${first.id}`);
    for (const change of [{ role: 'viewer' }, { active: false }]) {
      const refused = await admin.patch(`/v1/users/${first.id}`, change, match(read.etag));
      expect([refused.status, refused.body.code]).toEqual([409, 'conflict']);
    }
    expect((await admin.delete(`/v1/users/${first.id}`, undefined, match(read.etag))).status).toBe(409);
    const second = await admin.post('/v1/users', { ...person('second-admin', 'tenant_admin'), password: NEW_PASSWORD });
    expect((await admin.patch(`/v1/users/${first.id}`, { role: 'viewer' }, match(read.etag))).status).toBe(409);
    await clients.firstSignIn({ tenant: 'pharma', email: second.body['email'], password: NEW_PASSWORD });
    const leave = [
      admin.patch(`/v1/users/${first.id}`, { role: 'viewer' }, match(read.etag)),
      admin.patch(`/v1/users/${second.body.id}`, { role: 'viewer' }, match(second.etag)),
    ];
    const statuses = (await Promise.all(leave)).map(({ status }) => status).sort();
    // whoever is second is the last, or is no administrator any more and may not ask
    expect([[200, 409], [200, 403]]).toContainEqual(statuses);
    const sql = "SELECT id FROM users WHERE role = 'tenant_admin' AND active = 1 AND email LIKE '%pharma%'";
    expect(await api.app.get(ProviderDatabase).sql(sql)).toHaveLength(1);
    const table = `UPDATE users SET role = 'tenant_admin' WHERE id = ?`;
    await api.app.get(ProviderDatabase).sql(table, [first.id]);
  });

  it('stay while an agent signs in as them', async () => {
    const { body, etag } = await admin.post('/v1/users', person('agent-user', 'agent'));
    expect((await admin.post('/v1/agents', { number: '1950', name: 'Agent 1950', user_id: body.id })).status).toBe(201);
    const refused = await admin.delete(`/v1/users/${body.id}`, undefined, match(etag));
    expect([refused.status, refused.body.code]).toEqual([409, 'conflict']);
  });
});

describe('API keys', () => {
  it('ask in the place of a user of their role, until they are revoked', async () => {
    const created = await admin.post('/v1/api-keys', { name: 'CRM', role: 'viewer' });
    expect(created.body.secret).toMatch(/^sk_/);
    const crm = clients.bearer(created.body.secret);
    expect((await crm.get('/v1/me')).body).toMatchObject({ kind: 'api_key', id: created.body.id, role: 'viewer' });
    expect((await crm.get('/v1/queues')).status).toBe(200);
    expect((await crm.post('/v1/queues', { name: 'forbidden' })).status).toBe(403);
    expect((await crm.post('/v1/me/password', { old_password: PASSWORD, password: NEW_PASSWORD })).status).toBe(404);
    expect((await admin.delete(`/v1/api-keys/${created.body.id}`)).status).toBe(204);
    const refused = await crm.get('/v1/queues');
    expect([refused.status, refused.body.code]).toEqual([401, 'unauthenticated']);
    const revoked = (await admin.get(`/v1/api-keys/${created.body.id}`)).body;
    expect(revoked['revoked_at']).not.toBeNull();
    expect((await admin.delete(`/v1/api-keys/${created.body.id}`)).status).toBe(204);
    expect((await admin.get(`/v1/api-keys/${created.body.id}`)).body).toEqual(revoked);
  });

  it('show their secret once and keep its digest alone', async () => {
    const { id, secret } = (await admin.post('/v1/api-keys', { name: 'Secret', role: 'viewer' })).body;
    const read = JSON.stringify([await admin.get(`/v1/api-keys/${id}`), await admin.get('/v1/api-keys')]);
    expect(read).not.toContain(secret);
    expect(read).not.toContain('hash');
    const rows = await api.app.get(ProviderDatabase).sql('SELECT * FROM api_keys WHERE id = ?', [id]);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('expire', async () => {
    const past = await admin.post('/v1/api-keys', { name: 'Past', role: 'viewer', expires_at: '2020-01-01T00:00:00Z' });
    expect([past.status, past.body.errors[0]?.pointer]).toEqual([422, '/expires_at']);
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const { body } = await admin.post('/v1/api-keys', { name: 'Soon', role: 'viewer', expires_at: expiresAt });
    expect(body['expires_at']).toBe(expiresAt);
    const key = clients.bearer(body.secret);
    expect((await key.get('/v1/me')).status).toBe(200);
    const ago = 'UPDATE api_keys SET expires_at = NOW(3) - INTERVAL 1 DAY WHERE id = ?';
    await api.app.get(ProviderDatabase).sql(ago, [body.id]);
    expect((await key.get('/v1/me')).status).toBe(401);
  });

  it.each([
    [{ name: 'Too much', role: 'finance' }, '/role'],
    [{ name: 'Local time', role: 'viewer', expires_at: '2099-01-01T00:00:00' }, '/expires_at'],
    [{ role: 'viewer' }, '/name'],
  ])('are refused as %j', async (body, pointer) => {
    const answer = await admin.post('/v1/api-keys', body);
    expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([422, pointer]);
  });

  it.each(['sk_unknown', 'sk_', 'nonsense', ''])('are nothing when they are "%s"', async (secret) => {
    expect((await clients.bearer(secret).get('/v1/me')).status).toBe(401);
  });

  it("are each tenant's own", async () => {
    const other = await clients.user('insurance', 'tenant_admin');
    const { id, secret } = (await other.post('/v1/api-keys', { name: 'Theirs', role: 'tenant_admin' })).body;
    for (const strange of [id, newId('apiKey')]) {
      expect((await admin.get(`/v1/api-keys/${strange}`)).status).toBe(404);
      expect((await admin.delete(`/v1/api-keys/${strange}`)).status).toBe(404);
    }
    expect((await clients.bearer(secret).get('/v1/tenant')).body).toMatchObject({ slug: 'insurance' });
  });
});

it("lists the provider's people", async () => {
  await clients.staff('finance');
  const listed = (await (await clients.staff('provider_admin')).get('/v1/staff')).body.data;
  expect(listed.map(({ role }) => role).sort()).toEqual(['finance', 'provider_admin']);
});
