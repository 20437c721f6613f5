import { generateKeyPairSync } from 'node:crypto';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { applyTenant, startTestApi, startTestApiWith, type TestApi } from '../factories/api';
import { type Answer, type ApiClient, ApiClients } from '../factories/api-client';
import { CLIENT, type Falsehoods, TestIdentityProvider } from '../factories/identity-provider';

const PATH = '/v1/identity-provider';
const EMAIL = 'admin@pharma.seatline.test';
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

async function signIn(claims: object = { email: EMAIL }, tenant = 'pharma'): Promise<Answer> {
  const begun = await begin(tenant);
  return complete(begun.signIn, provider.authorize(begun.url, claims));
}

const told = ({ status, body }: Answer) => [status, body['detail']];

describe('signing in by the provider', () => {
  it('opens a session of the user whose address it vouches for', async () => {
    const answer = await signIn({ email: EMAIL.toUpperCase(), email_verified: true });
    expect(answer.status).toBe(200);
    const me = (await clients.bearer(String(answer.body['access_token'])).get('/v1/me')).body;
    expect(me).toMatchObject({ kind: 'user', role: 'tenant_admin', duties: [] });
    const again = await clients.anonymous().post('/v1/sign-in/refresh', { refresh_token: answer.body['refresh_token'] });
    expect(again.status).toBe(200);
    const [row] = await api.app.get(ProviderDatabase).sql<{ method: string }>('SELECT method FROM sessions WHERE id = ?', [me['session_id']]);
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
    ['nobody here', { email: 'nobody@pharma.seatline.test' }],
    ['a user, of a domain that is not the provider\'s', { email: 'admin@insurance.seatline.test' }],
    ['an address that the provider has not checked', { email: EMAIL, email_verified: false }],
    ['no address', {}],
    ['an address that is none', { email: ['x'] }],
    ['an address that ends as the right one', { email: `${EMAIL}@evil.test` }],
  ])('is refused for %s', async (_who, claims) => {
    expect(told(await signIn(claims))).toEqual(FAILED);
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
    const query = provider.authorize(mine.url, { email: EMAIL });
    expect(told(await complete(other.signIn, query))).toEqual(FAILED);
    expect(told(await complete('x'.repeat(32), query))).toEqual(FAILED);
    expect((await complete(mine.signIn, query)).status).toBe(200);
    expect(told(await complete(mine.signIn, query))).toEqual(FAILED);
    for (const spoil of [(text: string) => text.replace(/state=[^&]*/, 'state=x'), (text: string) => text.replace(/code=[^&]*/, 'code=x'), () => 'error=access_denied', () => '?']) {
      const begun = await begin();
      expect(told(await complete(begun.signIn, spoil(provider.authorize(begun.url, { email: EMAIL }))))).toEqual(FAILED);
    }
  });

  it('is refused to who was switched off', async () => {
    const database = api.app.get(ProviderDatabase);
    await database.sql('UPDATE users SET active = 0 WHERE email = ?', ['supervisor@pharma.seatline.test']);
    expect(told(await signIn({ email: 'supervisor@pharma.seatline.test' }))).toEqual(FAILED);
    await database.sql('UPDATE users SET active = 1 WHERE email = ?', ['supervisor@pharma.seatline.test']);
    expect((await signIn({ email: 'supervisor@pharma.seatline.test' })).status).toBe(200);
  });

  it('does not begin for a tenant without a provider, and tells none from no tenant', async () => {
    const answers = await Promise.all(['insurance', 'nobody'].map((tenant) => clients.anonymous().post('/v1/sign-in/oidc/begin', { tenant })));
    expect(new Set(answers.map((each) => JSON.stringify(told(each))))).toEqual(new Set([JSON.stringify([404, 'There is no such tenant, or it has no identity provider.'])]));
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
    const query = provider.authorize(begun.url, { email: EMAIL });
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
