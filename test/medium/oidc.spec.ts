import { generateKeyPairSync } from 'node:crypto';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { applyTenant, startTestApi, startTestApiWith, type TestApi } from '../factories/api';
import { type Answer, type ApiClient, ApiClients, type Wire } from '../factories/api-client';
import { CLIENT, type Falsehoods, TestIdentityProvider } from '../factories/identity-provider';

const PATH = '/v1/identity-provider';
const EMAIL = 'admin@pharma.seatline.test';
/** Of a user whom nothing links to the provider. */
const FRESH = 'viewer@pharma.seatline.test';
const FAILED = [401, 'Signing in by the identity provider failed: begin anew.'];

let api: TestApi;
let clients: ApiClients;
let admin: ApiClient;
let provider: TestIdentityProvider;

beforeAll(async () => {
  provider = new TestIdentityProvider();
  await provider.start();
  api = await startTestApi();
  clients = new ApiClients(api);
  for (const tenant of ['pharma', 'insurance']) await applyTenant(api.app, tenant);
  admin = await clients.user('pharma', 'tenant_admin');
  expect((await admin.put(PATH, settings())).status).toBe(200);
});
afterEach(() => void (provider.falsehoods = {}));
afterAll(async () => {
  await api.stop();
  await provider.stop();
});

function settings(over: object = {}) {
  return { issuer: provider.issuer, client_id: CLIENT.id, client_secret: CLIENT.secret, email_domains: ['pharma.seatline.test'], ...over };
}

async function begin(tenant = 'pharma'): Promise<{ url: string; signIn: string }> {
  const { status, body } = await clients.anonymous().post('/v1/sign-in/oidc/begin', { tenant });
  expect(status).toBe(200);
  return { url: String(body['authorization_url']), signIn: String(body['sign_in']) };
}

const complete = (signIn: string, query: string) => clients.anonymous().post('/v1/sign-in/oidc/complete', { sign_in: signIn, query });

const verified = (email: string) => ({ email, email_verified: true });

async function signIn(claims: object = verified(EMAIL), tenant = 'pharma'): Promise<Answer> {
  const begun = await begin(tenant);
  return complete(begun.signIn, provider.authorize(begun.url, claims));
}

async function me({ body }: Answer): Promise<Wire> {
  return (await clients.bearer(String(body['access_token'])).get('/v1/me')).body;
}

async function linksOf(email: string): Promise<string[]> {
  const rows = await api.app.get(ProviderDatabase).sql<{ subject: string }>(
    'SELECT l.subject FROM identity_links l JOIN users u ON u.tenant_id = l.tenant_id AND u.id = l.person_id WHERE u.email = ?',
    [email],
  );
  return rows.map(({ subject }) => subject);
}

const told = ({ status, body }: Answer) => [status, body['detail']];

describe('signing in by the provider', () => {
  it('opens a session of the user whose address it vouches for', async () => {
    const answer = await signIn(verified(EMAIL.toUpperCase()));
    expect(answer.status).toBe(200);
    const person = await me(answer);
    expect(person).toMatchObject({ kind: 'user', role: 'tenant_admin', duties: [] });
    const again = await clients.anonymous().post('/v1/sign-in/refresh', { refresh_token: answer.body['refresh_token'] });
    expect(again.status).toBe(200);
    const [row] = await api.app.get(ProviderDatabase).sql<{ method: string }>('SELECT method FROM sessions WHERE id = ?', [person['session_id']]);
    expect(row?.method).toBe('oidc');
  });

  it('asks with PKCE, state and nonce of its own each time, and reads the description once', async () => {
    await begin();
    const before = provider.described;
    const asked = [new URL((await begin()).url).searchParams, new URL((await begin()).url).searchParams] as const;
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(asked[0].get(name)).toMatch(/^[\w-]{43}$/);
      expect(asked[0].get(name)).not.toBe(asked[1].get(name));
    }
    expect(asked[0].get('redirect_uri')).toBe('http://127.0.0.1:8080/sign-in/oidc');
    expect(provider.described).toBe(before);
  });

  it.each<[string, object]>([
    ['nobody here', verified('nobody@pharma.seatline.test')],
    ['a user, of a domain that is not the provider\'s', verified('admin@insurance.seatline.test')],
    ['an address that the provider has not checked', { email: FRESH, email_verified: false }],
    ['an address of which the provider does not say whether it has checked it', { email: FRESH }],
    ['an address that was checked, it says, but not quite so', { email: FRESH, email_verified: 'true' }],
    ['no address', { email_verified: true }],
    ['an address that is none', { email: ['x'], email_verified: true }],
    ['an address that ends as the right one', verified(`${FRESH}@evil.test`)],
    ['an empty subject', { ...verified(FRESH), sub: '' }],
    ['a subject that nobody can be known by', { ...verified(FRESH), sub: 'x'.repeat(256) }],
  ])('is refused for %s', async (_who, claims) => {
    expect(told(await signIn(claims))).toEqual(FAILED);
    expect(await linksOf(FRESH)).toEqual([]);
  });

  it.each<[string, Falsehoods]>([
    ['another nonce', { claims: { nonce: 'another' } }],
    ['another audience', { claims: { aud: 'somebody else' } }],
    ['another issuer', { claims: { iss: 'https://evil.test' } }],
    ['an end that is over', { claims: { exp: Math.floor(Date.now() / 1000) - 3600 } }],
    ['a signature by another key', { signedBy: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey }],
    ['no signature', { algorithm: 'none' }],
  ])('is refused for a token with %s', async (_what, falsehoods) => {
    provider.falsehoods = falsehoods;
    expect(told(await signIn())).toEqual(FAILED);
  });

  it('is completed once, by the browser that began it, with what came back to it', async () => {
    const [mine, other] = [await begin(), await begin()];
    const query = provider.authorize(mine.url, verified(EMAIL));
    expect(told(await complete(other.signIn, query))).toEqual(FAILED);
    expect(told(await complete('x'.repeat(32), query))).toEqual(FAILED);
    expect((await complete(mine.signIn, query)).status).toBe(200);
    expect(told(await complete(mine.signIn, query))).toEqual(FAILED);
    for (const spoil of [(text: string) => text.replace(/state=[^&]*/, 'state=x'), (text: string) => text.replace(/code=[^&]*/, 'code=x'), () => 'error=access_denied', () => '?']) {
      const begun = await begin();
      expect(told(await complete(begun.signIn, spoil(provider.authorize(begun.url, verified(EMAIL)))))).toEqual(FAILED);
    }
  });

  it('is refused to who was switched off', async () => {
    const database = api.app.get(ProviderDatabase);
    await database.sql('UPDATE users SET active = 0 WHERE email = ?', ['supervisor@pharma.seatline.test']);
    expect(told(await signIn(verified('supervisor@pharma.seatline.test')))).toEqual(FAILED);
    await database.sql('UPDATE users SET active = 1 WHERE email = ?', ['supervisor@pharma.seatline.test']);
    expect((await signIn(verified('supervisor@pharma.seatline.test'))).status).toBe(200);
    await database.sql('UPDATE users SET active = 0 WHERE email = ?', ['supervisor@pharma.seatline.test']);
    expect(told(await signIn(verified('supervisor@pharma.seatline.test')))).toEqual(FAILED);
    await database.sql('UPDATE users SET active = 1 WHERE email = ?', ['supervisor@pharma.seatline.test']);
  });

  it('does not begin for a tenant without a provider, and tells none from no tenant', async () => {
    const answers = await Promise.all(['insurance', 'nobody'].map((tenant) => clients.anonymous().post('/v1/sign-in/oidc/begin', { tenant })));
    expect(new Set(answers.map((each) => JSON.stringify(told(each))))).toEqual(new Set([JSON.stringify([404, 'There is no such tenant, or it has no identity provider.'])]));
  });
});

describe('who somebody is', () => {
  const AGENT = 'agent1001@pharma.seatline.test';
  const entries = async (type: string, id: unknown) => (await admin.get(`/v1/audit-entries?object_type=${type}&object_id=${String(id)}`)).body.data;

  it('is told by the subject from the first sign-in on, whatever the address is then', async () => {
    const first = await me(await signIn(verified(AGENT)));
    expect(await linksOf(AGENT)).toEqual([`subject of ${AGENT}`]);
    for (const claims of [verified('renamed@pharma.seatline.test'), verified(EMAIL), { email: AGENT, email_verified: false }, {}]) {
      expect((await me(await signIn({ ...claims, sub: `subject of ${AGENT}` }))).id).toBe(first.id);
    }
    expect(await linksOf(AGENT)).toHaveLength(1);
    const [link] = (await admin.get('/v1/audit-entries?object_type=identity_links&limit=1')).body.data;
    expect(link).toMatchObject({ action: 'created', actor_id: first.id, address: '127.0.0.1' });
  });

  it('is refused to another subject with the same address, which the log tells, until an administrator ends the link', async () => {
    const first = await me(await signIn(verified(AGENT)));
    const other = () => signIn({ ...verified(AGENT), sub: 'another' });
    const refused = await other();
    expect([refused.status, refused.body.code]).toEqual([409, 'conflict']);
    expect(refused.body['detail']).toMatch('Somebody else of the identity provider signs in as the user of this e-mail address');
    const [entry] = await entries('users', first.id);
    expect(entry).toMatchObject({ action: 'sign_in_refused', detail: { wrong: 'subject', address: '127.0.0.1' } });
    const session = await signIn(verified(AGENT));
    expect((await admin.delete(`/v1/users/${first.id}/identity-links`)).status).toBe(204);
    expect((await clients.bearer(String(session.body['access_token'])).get('/v1/me')).status).toBe(401);
    expect((await me(await other())).id).toBe(first.id);
    expect((await signIn(verified(AGENT))).status).toBe(409);
    expect((await admin.delete(`/v1/users/${first.id}/identity-links`)).status).toBe(204);
  });

  it('is one link, however many first sign-ins come at once', async () => {
    const begun = await Promise.all(Array.from({ length: 6 }, () => begin()));
    const answers = await Promise.all(begun.map(({ url, signIn: name }) => complete(name, provider.authorize(url, verified(AGENT)))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await linksOf(AGENT)).toEqual([`subject of ${AGENT}`]);
  });

  it("is each tenant's own affair: the same subject is another user there", async () => {
    const elsewhere = await clients.user('insurance', 'tenant_admin');
    expect((await elsewhere.put(PATH, settings({ email_domains: ['insurance.seatline.test'] }))).status).toBe(200);
    const [here, there] = [await me(await signIn()), await me(await signIn({ ...verified('admin@insurance.seatline.test'), sub: `subject of ${EMAIL}` }, 'insurance'))];
    expect(there['tenant_id']).not.toBe(here['tenant_id']);
    expect((await admin.delete(`/v1/users/${there.id}/identity-links`)).status).toBe(404);
    expect((await elsewhere.delete(PATH)).status).toBe(204);
  });
});

describe('somebody whom the tenant has not made', () => {
  const creation = (over: object = {}) => ({
    role_claim: 'groups',
    roles: [{ value: 'floor', role: 'supervisor' }, { value: 'seats', role: 'agent' }],
    default_role: null,
    ...over,
  });
  const set = async (createUsers: object | null) =>
    expect((await admin.put(PATH, settings({ create_users: createUsers }))).status).toBe(200);
  afterAll(() => set(null));
  const users = async (email: string) => (await admin.get('/v1/users?limit=100')).body.data.filter((user) => user['email'] === email);

  it('is made with the role that the map gives the claim, once', async () => {
    await set(creation());
    const email = 'li.wei@pharma.seatline.test';
    const begun = await Promise.all([begin(), begin(), begin()]);
    const claims = { ...verified(email), name: 'Li Wei', groups: ['others', 'floor'] };
    const answers = await Promise.all(begun.map(({ url, signIn: name }) => complete(name, provider.authorize(url, claims))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await users(email)).toMatchObject([{ name: 'Li Wei', role: 'supervisor', active: true }]);
    expect(new URL((await begin()).url).searchParams.get('scope')).toBe('openid email profile');
    const byPassword = await clients.anonymous().post('/v1/sign-in', { tenant: 'pharma', email, password: 'correct horse battery staple' });
    expect(byPassword.status).toBe(401);
    // the claim counts once: what an administrator changes afterwards stays
    expect((await me(await signIn({ ...claims, groups: ['seats'] })))['role']).toBe('supervisor');
  });

  it.each<[string, object | null, object]>([
    ['where nobody is to be made', null, { groups: ['floor'] }],
    ['where no role is meant for his groups', creation(), { groups: ['others'] }],
    ['where the provider says nothing of groups', creation(), {}],
    ['where his address is not checked', creation(), { groups: ['floor'], email_verified: false }],
    ['where his address is of another domain', creation(), { groups: ['floor'], email: 'new@evil.test' }],
    ['where his address is none that a user may have', creation(), { groups: ['floor'], email: "o'new@pharma.seatline.test" }],
  ])('is refused %s', async (_where, createUsers, claims) => {
    await set(createUsers);
    const all = { ...verified('new@pharma.seatline.test'), ...claims };
    expect(told(await signIn(all))).toEqual(FAILED);
    expect(await users('new@pharma.seatline.test')).toEqual([]);
  });

  it('is no user whose address only looks like his', async () => {
    await set(null);
    const email = (await admin.get('/v1/me')).body['name'] as string;
    const alike = email.replace(/^a/, '\u00e1');
    expect(alike).not.toBe(email);
    expect(told(await signIn({ ...verified(alike), sub: 'looks-alike' }))).toEqual(FAILED);
    expect(await linksOf(email)).not.toContain('looks-alike');
  });

  it('gets the usual role where one is set', async () => {
    await set(creation({ default_role: 'viewer' }));
    expect((await me(await signIn(verified('guest@pharma.seatline.test'))))['role']).toBe('viewer');
  });

  it.each(['provider_admin', 'finance', 'owner'])('can be given no role that is not a tenant\'s: %s', async (role) => {
    const refused = await admin.put(PATH, settings({ create_users: creation({ roles: [{ value: 'x', role }] }) }));
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([422, '/create_users/roles/0/role']);
    const usual = await admin.put(PATH, settings({ create_users: creation({ default_role: role }) }));
    expect([usual.status, usual.body.errors[0]?.pointer]).toEqual([422, '/create_users/default_role']);
  });
});

describe("a tenant's provider", () => {
  it('is read without its secret, which is kept sealed', async () => {
    const read = await admin.get(PATH);
    expect(read.body).toMatchObject({ issuer: provider.issuer, client_id: CLIENT.id, email_domains: ['pharma.seatline.test'] });
    const rows = await api.app.get(ProviderDatabase).sql('SELECT * FROM identity_providers');
    const log = await api.app.get(ProviderDatabase).sql('SELECT * FROM audit_entries');
    expect(JSON.stringify([read.body, rows, log])).not.toContain(CLIENT.secret);
  });

  it("is each tenant's own, and an administrator's affair", async () => {
    expect((await (await clients.user('insurance', 'tenant_admin')).get(PATH)).status).toBe(404);
    expect((await (await clients.user('pharma', 'supervisor')).get(PATH)).status).toBe(403);
    expect((await (await clients.user('pharma', 'supervisor')).put(PATH, settings())).status).toBe(403);
  });

  it.each([
    ['no description there', () => ({ issuer: `${provider.issuer}/elsewhere` }), '/issuer'],
    ['no address', () => ({ issuer: 'nonsense' }), '/issuer'],
    ['a private address', () => ({ issuer: 'https://10.0.0.1' }), '/issuer'],
    ['a domain that is none', () => ({ email_domains: ['*'] }), '/email_domains'],
    ['no secret', () => ({ client_secret: '' }), '/client_secret'],
  ])('is refused with %s, and the one before stays', async (_what, over, pointer) => {
    const refused = await admin.put(PATH, settings(over()));
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([422, pointer]);
    expect((await admin.get(PATH)).body['issuer']).toBe(provider.issuer);
  });

  it('ends sign-ins that were begun by the one before', async () => {
    const begun = await begin();
    const query = provider.authorize(begun.url, verified(EMAIL));
    expect((await admin.put(PATH, settings())).status).toBe(200);
    expect(told(await complete(begun.signIn, query))).toEqual(FAILED);
    expect((await signIn()).status).toBe(200);
    expect((await admin.delete(PATH)).status).toBe(204);
    expect((await admin.get(PATH)).status).toBe(404);
    expect((await clients.anonymous().post('/v1/sign-in/oidc/begin', { tenant: 'pharma' })).status).toBe(404);
    expect((await admin.put(PATH, settings())).status).toBe(200);
  });
});

it('reaches no machine of ours where loopback is not allowed', async () => {
  const strict = await startTestApiWith({ OUTGOING_LOOPBACK: 'false' });
  try {
    await applyTenant(strict.app, 'pharma');
    const client = await new ApiClients(strict).user('pharma', 'tenant_admin');
    const before = provider.described;
    const refused = await client.put(PATH, settings());
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([422, '/issuer']);
    expect(provider.described).toBe(before);
  } finally {
    await strict.stop();
  }
});
