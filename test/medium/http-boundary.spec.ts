import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { serveApiDocs } from '../../src/platform/http/openapi';
import { applyTenant, startTestApiWith, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';

const PORTAL = 'https://portal.example.test';
const METRICS_SECRET = 'a-secret-of-the-monitoring';

let api: TestApi;
let admin: ApiClient;

beforeAll(async () => {
  api = await startTestApiWith({ CORS_ORIGINS: `${PORTAL},http://127.0.0.1:5173`, METRICS_SECRET });
  await applyTenant(api.app, 'pharma');
  admin = await new ApiClients(api).user('pharma', 'tenant_admin');
});
afterAll(() => api.stop());

const get = (path: string, headers: Record<string, string> = {}) => fetch(api.url + path, { headers });

it.each(['/v1/me', '/v1/queues', '/v1/nothing', '/health/live', '/switch/xml'])('tells browsers to do and to keep nothing with %s', async (path) => {
  const { headers } = await get(path);
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), payment=(), microphone=(self)',
  });
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('server')).toBeNull();
});

it.each([
  ['GET', '/v1/me'],
  ['POST', '/v1/sign-in'],
])('lets the named origins read the answer to %s %s, and no other', async (method, path) => {
  const asked = async (origin: string) => (await fetch(api.url + path, { method, headers: { origin } })).headers;
  const portal = await asked(PORTAL);
  expect(portal.get('access-control-allow-origin')).toBe(PORTAL);
  expect(portal.get('vary')).toContain('Origin');
  expect(portal.get('access-control-allow-credentials')).toBeNull();
  expect(portal.get('access-control-expose-headers')).toContain('ETag');
  for (const origin of ['https://evil.test', 'https://portal.example.test.evil.test', 'http://portal.example.test', 'null', 'https://PORTAL.example.test']) {
    expect((await asked(origin)).get('access-control-allow-origin')).toBeNull();
  }
});

it('answers the question before a request for the named origins alone', async () => {
  const asked = async (origin: string) => {
    const headers = { origin, 'access-control-request-method': 'PATCH', 'access-control-request-headers': 'authorization,if-match' };
    return (await fetch(`${api.url}/v1/queues/x`, { method: 'OPTIONS', headers })).headers;
  };
  const portal = await asked(PORTAL);
  expect(portal.get('access-control-allow-methods')).toContain('PATCH');
  expect(portal.get('access-control-allow-headers')).toContain('If-Match');
  expect((await asked('https://evil.test')).get('access-control-allow-origin')).toBeNull();
});

it('shows the metrics to who has the secret', async () => {
  expect((await get('/metrics')).status).toBe(404);
  expect((await get('/metrics', { authorization: 'Bearer wrong-wrong-wrong-wrong-wr' })).status).toBe(404);
  const answer = await get('/metrics', { authorization: `Bearer ${METRICS_SECRET}` });
  expect(await answer.text()).toMatch(/^seatline_http_request_seconds/m);
});

it.each([
  ['/v1/queues', 129 * 1024, 413],
  ['/v1/queues', 127 * 1024, 422],
  ['/v1/sign-in', 129 * 1024, 413],
])('reads of %s no more than it needs: %i bytes are answered %i', async (path, length, status) => {
  expect((await admin.post(path, { name: 'x'.repeat(length) })).status).toBe(status);
});

it('reads more where a list may be long', async () => {
  const tiers = Array.from({ length: 5000 }, () => ({ agent_id: `agt_${'0'.repeat(26)}`, level: 1, position: 1 }));
  const queue = (await admin.get('/v1/queues?limit=1')).body.data[0]!;
  const { etag } = await admin.get(`/v1/queues/${queue.id}`);
  const answer = await admin.put(`/v1/queues/${queue.id}/tiers`, { tiers }, { 'if-match': etag });
  expect([answer.status, answer.body.errors[0]?.pointer]).not.toContain(413);
  expect(answer.status).toBe(422);
});

it('tells nothing of its inside when something goes wrong there', async () => {
  const database = api.app.get(ProviderDatabase);
  await database.sql('RENAME TABLE calendars TO calendars_away');
  try {
    const answer = await admin.get('/v1/calendars');
    expect(answer.status).toBe(500);
    expect(Object.keys(answer.body).sort()).toEqual(['code', 'detail', 'status', 'title', 'trace_id', 'type']);
    expect(answer.body['detail']).toBe('Something went wrong on our side.');
    expect(JSON.stringify(answer.body)).not.toMatch(/calendars|SELECT|\.ts|at /);
  } finally {
    await database.sql('RENAME TABLE calendars_away TO calendars');
  }
});

describe('a problem', () => {
  const refused = async (language?: string) => {
    const { body, headers } = await admin.post('/v1/queues', { name: 'Care!' }, language === undefined ? {} : { 'accept-language': language });
    return [body['detail'], body.errors[0]?.rule, headers.get('content-language')];
  };
  const ENGLISH = ['The request breaks a rule; see errors.', 'must be a-z, 0-9 and -, beginning with a letter', 'en'];
  const CHINESE = ['请求不符合要求，详见 errors。', '只能包含 a-z、0-9 和 -，并以字母开头', 'zh-CN'];

  it.each([
    ['zh-CN', CHINESE],
    ['zh', CHINESE],
    ['zh-Hans-CN,zh;q=0.9,en;q=0.8', CHINESE],
    ['fr, zh;q=0.5, en;q=0.4', CHINESE],
    ['en', ENGLISH],
    ['en-GB,en;q=0.9,zh;q=0.8', ENGLISH],
    ['fr', ENGLISH],
    [',;q=x', ENGLISH],
    ['', ENGLISH],
  ])('is told to somebody who prefers "%s" in that language', async (language, told) => {
    expect(await refused(language)).toEqual(told);
  });

  it('is told in English to a program that names no language, also what cannot be read', async () => {
    const ask = (headers: Record<string, string>) =>
      fetch(`${api.url}/v1/sign-in`, { method: 'POST', body: '{', headers: { 'content-type': 'application/json', origin: PORTAL, ...headers } });
    const english = await ask({ 'accept-language': '*' });
    expect(english.headers.get('vary')).toBe('Origin, Accept-Language');
    expect(await english.json()).toMatchObject({ code: 'malformed_json', detail: expect.stringMatching(/^The request cannot be read: /) });
    const chinese = await ask({ 'accept-language': 'zh-CN' });
    expect(await chinese.json()).toMatchObject({ code: 'malformed_json', detail: expect.stringMatching(/^无法读取请求：/) });
  });
});

describe('the page of the documentation', () => {
  let docs: TestApi;
  beforeAll(async () => {
    docs = await startTestApiWith({});
    serveApiDocs(docs.app);
  });
  afterAll(() => docs.stop());

  it('may load what is here, and nothing else', async () => {
    const page = await fetch(`${docs.url}/docs`);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe-eval|https:|\*/);
    const html = await page.text();
    // a script inside the page would be refused by its own policy
    expect(html.match(/<script>[^<]*\S[^<]*<\/script>/)).toBeNull();
    const sources = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source ?? '');
    expect(sources.filter((source) => /^(https?:)?\/\//.test(source))).toEqual([]);
  });

  it('does without a secret show the metrics to this machine, and to nobody behind a proxy', async () => {
    expect((await fetch(`${docs.url}/metrics`)).status).toBe(200);
    expect((await fetch(`${docs.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.1' } })).status).toBe(404);
  });
});
