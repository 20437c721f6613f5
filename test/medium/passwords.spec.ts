import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type Answer, type ApiClient, ApiClients, PASSWORD } from '../factories/api-client';
import { timeMachine } from '../factories/books';

const FIRST = 'chosen by somebody else';
const DAY = 86_400_000;

let api: TestApi;
let clients: ApiClients;
let admin: ApiClient;
let count = 0;

beforeAll(async () => {
  api = await startTestApi();
  clients = new ApiClients(api);
  for (const tenant of ['pharma', 'insurance']) await applyTenant(api.app, tenant);
  admin = await clients.user('pharma', 'tenant_admin');
});
afterAll(() => api.stop());

const signIn = (email: unknown, password: string) => clients.anonymous().post('/v1/sign-in', { tenant: 'pharma', email, password });

/** A new user with a password that the administrator chose. */
async function newcomer(role = 'supervisor'): Promise<{ id: string; email: string; client: ApiClient }> {
  const email = `newcomer-${(count += 1)}@pharma.seatline.test`;
  const created = await admin.post('/v1/users', { email, name: 'Newcomer', role, password: FIRST });
  expect(created.status).toBe(201);
  return { id: created.body.id, email, client: await clients.signIn({ tenant: 'pharma', email, password: FIRST }) };
}

const change = (client: ApiClient, from: string, to: string) => client.post('/v1/me/password', { old_password: from, password: to });
const told = ({ status, body }: Answer) => [status, body.errors?.[0]?.pointer, body.errors?.[0]?.rule];

describe('a password that somebody else chose', () => {
  it('is good for choosing another one, and for nothing else', async () => {
    const { client, email } = await newcomer();
    expect((await client.get('/v1/me')).body).toMatchObject({ duties: ['change_password'], role: 'supervisor' });
    const refused = await client.get('/v1/queues');
    expect([refused.status, refused.body['detail']]).toEqual([403, 'Choose a password of your own first (POST /v1/me/password).']);
    expect(told(await change(client, FIRST, FIRST))).toEqual([422, '/password', 'must not be one of your last 5']);
    expect((await change(client, FIRST, PASSWORD)).status).toBe(204);
    expect((await client.get('/v1/me')).body['duties']).toEqual([]);
    expect((await client.get('/v1/queues')).status).toBe(200);
    expect([(await signIn(email, FIRST)).status, (await signIn(email, PASSWORD)).status]).toEqual([401, 200]);
  });

  it('takes the place of one that the user chose, and ends his sessions', async () => {
    const { id, email, client } = await newcomer();
    await change(client, FIRST, PASSWORD);
    expect((await admin.post(`/v1/users/${id}/password`, { password: 'chosen again by somebody' })).status).toBe(204);
    expect((await client.get('/v1/me')).status).toBe(401);
    const again = await clients.signIn({ tenant: 'pharma', email, password: 'chosen again by somebody' });
    expect((await again.get('/v1/me')).body['duties']).toEqual(['change_password']);
  });
});

describe('a new password', () => {
  it.each([
    ['fourteen chars', /longer than or equal to 15/],
    ['x'.repeat(201), /shorter than or equal to 200/],
    ['password1234567', /common/],
    ['newcomer of the year', /"newcomer"/],
    ['we are the pharma people', /"pharma"/],
    ['always on the seatline', /"seatline"/],
  ])('is refused when it is "%s", by whoever sets it', async (password, rule) => {
    const { client, id } = await newcomer();
    const answers = [await change(client, FIRST, password), await admin.post(`/v1/users/${id}/password`, { password })];
    for (const answer of answers) expect(told(answer)).toEqual([422, '/password', expect.stringMatching(rule)]);
    const named = { email: `newcomer-${(count += 1)}@pharma.seatline.test`, name: 'N', role: 'viewer', password };
    expect(told(await admin.post('/v1/users', named))).toEqual([422, '/password', expect.stringMatching(rule)]);
    expect((await client.get('/v1/me')).body['duties']).toEqual(['change_password']);
  });

  it('is none of the last five, and may be the sixth', async () => {
    const { client } = await newcomer();
    const chosen = [FIRST, ...['one', 'two', 'three', 'four', 'five'].map((each) => `some long phrase, number ${each}`)];
    for (let at = 1; at < chosen.length; at += 1) {
      expect((await change(client, chosen[at - 1] ?? '', chosen[at] ?? '')).status).toBe(204);
    }
    for (const former of chosen.slice(1)) {
      expect(told(await change(client, 'some long phrase, number five', former))).toEqual([422, '/password', 'must not be one of your last 5']);
    }
    expect((await change(client, 'some long phrase, number five', FIRST)).status).toBe(204);
  });

  it('is the same from every keyboard', async () => {
    const { client, email } = await newcomer();
    expect((await change(client, FIRST, 'der Ba\u0308r fa\u0308hrt nach Norden')).status).toBe(204);
    expect((await signIn(email, 'der B\u00e4r f\u00e4hrt nach Norden')).status).toBe(200);
  });
});

it('slows down who guesses the password in use from a session of somebody else', async () => {
  const { client } = await newcomer();
  const statuses: number[] = [];
  for (let turn = 0; turn < 6; turn += 1) statuses.push((await change(client, `guess ${turn}`, PASSWORD)).status);
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
});

it("is changed by the provider's people as well", async () => {
  const staff = await clients.staff('finance');
  expect(told(await change(staff, PASSWORD, 'the finance department'))).toEqual([422, '/password', 'must not contain "finance"']);
  expect((await change(staff, PASSWORD, 'a phrase for the books')).status).toBe(204);
  const staffSignIn = (password: string) => clients.anonymous().post('/v1/sign-in', { email: 'finance@seatline.test', password });
  expect([(await staffSignIn(PASSWORD)).status, (await staffSignIn('a phrase for the books')).status]).toEqual([401, 200]);
});

it('keeps no password and shows no digest', async () => {
  const { client, id } = await newcomer();
  await change(client, FIRST, 'some long phrase of mine');
  const rows = await api.app.get(ProviderDatabase).sql('SELECT * FROM users WHERE id = ?', [id]);
  const log = (await admin.get('/v1/audit-entries?limit=100')).body;
  expect(JSON.stringify([rows, log])).not.toMatch(/some long phrase of mine|chosen by somebody else/);
  expect(JSON.stringify([await admin.get(`/v1/users/${id}`), log])).not.toMatch(/argon2/);
});

describe("the tenant's policy", () => {
  const path = '/v1/sign-in-policy';

  it('is read and changed with its version, by an administrator', async () => {
    const first = await admin.get(path);
    const { oidc_redirect_url: address, ...none } = first.body;
    expect([none, first.etag]).toEqual([{ password_max_age_days: null, second_factor_roles: [] }, '"0"']);
    // the installation's, which no tenant changes
    expect(address).toBe('http://127.0.0.1:8080/sign-in/oidc');
    const foreign = { oidc_redirect_url: 'https://elsewhere.example' };
    expect(told(await admin.patch(path, foreign, { 'if-match': first.etag }))[1]).toBe('/oidc_redirect_url');
    expect((await admin.patch(path, { password_max_age_days: 90 })).status).toBe(428);
    const set = await admin.patch(path, { password_max_age_days: 90 }, { 'if-match': first.etag });
    expect([set.body, set.etag]).toEqual([{ password_max_age_days: 90, second_factor_roles: [], oidc_redirect_url: address }, '"1"']);
    expect((await admin.patch(path, { password_max_age_days: 30 }, { 'if-match': first.etag })).status).toBe(412);
    const unset = await admin.patch(path, { password_max_age_days: null }, { 'if-match': set.etag });
    expect(unset.body['password_max_age_days']).toBeNull();
    expect(told(await admin.patch(path, { password_max_age_days: 0 }, { 'if-match': unset.etag }))[1]).toBe('/password_max_age_days');
    expect((await (await clients.user('pharma', 'supervisor')).get(path)).status).toBe(403);
    expect((await (await clients.user('insurance', 'tenant_admin')).get(path)).body['password_max_age_days']).toBeNull();
  });

  it('makes an old password good for choosing another one only, also in open sessions', async () => {
    const { client, email } = await newcomer();
    await change(client, FIRST, 'some long phrase of mine');
    const travel = timeMachine(api.app);
    const begin = Date.now();
    const { etag } = await admin.get(path);
    await admin.patch(path, { password_max_age_days: 30 }, { 'if-match': etag });
    expect((await client.get('/v1/queues')).status).toBe(200);
    travel(new Date(begin + 31 * DAY).toISOString());
    const later = await clients.signIn({ tenant: 'pharma', email, password: 'some long phrase of mine' });
    expect((await later.get('/v1/me')).body['duties']).toEqual(['change_password']);
    expect((await later.get('/v1/queues')).status).toBe(403);
    expect((await change(later, 'some long phrase of mine', 'another phrase of mine')).status).toBe(204);
    expect((await later.get('/v1/queues')).status).toBe(200);
    const staff = await clients.staff('account_manager');
    expect((await staff.get('/v1/me')).body['duties']).toEqual([]);
    travel(new Date(begin).toISOString());
  });
});
