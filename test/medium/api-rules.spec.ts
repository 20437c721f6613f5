import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../../src/platform/database/ids';
import { METHODS } from '../../src/platform/http/openapi-document';
import { describeApi } from '../../src/platform/http/openapi';
import { PERMISSION_EXTENSION } from '../../src/platform/http/operation';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients, PASSWORD } from '../factories/api-client';

let api: TestApi;
let clients: ApiClients;
let admin: ApiClient;
let other: ApiClient;
let provider: ApiClient;
let tenantId: string;

beforeAll(async () => {
  api = await startTestApi();
  await applyTenant(api.app, 'pharma');
  await applyTenant(api.app, 'insurance');
  clients = new ApiClients(api);
  admin = await clients.user('pharma', 'tenant_admin');
  other = await clients.user('insurance', 'tenant_admin');
  provider = await clients.staff('provider_admin');
  tenantId = (await admin.get('/v1/tenant')).body.id;
});
afterAll(() => api.stop());

describe('who may ask', () => {
  it('answers nobody without a credential, but where the document says public', async () => {
    const open: string[] = [];
    for (const [path, item] of Object.entries(describeApi(api.app).paths)) {
      for (const method of METHODS.filter((each) => item[each])) {
        const filled = path.replace(/\{\w+\}/g, newId('queue'));
        const answer = await clients.anonymous()[method](filled, method === 'get' ? undefined : {});
        const permission = (item[method] as unknown as Record<string, unknown>)[PERMISSION_EXTENSION];
        if (permission === 'public') open.push(`${method} ${path}`);
        else expect([path, method, answer.status, answer.body.code]).toEqual([path, method, 401, 'unauthenticated']);
      }
    }
    expect(open).toEqual([
      'post /v1/password-resets',
      'post /v1/password-resets/complete',
      'post /v1/sign-in',
      'post /v1/sign-in/oidc/begin',
      'post /v1/sign-in/oidc/complete',
      'post /v1/sign-in/refresh',
      'post /v1/sign-in/second-factor',
    ]);
  });

  it('tells a wrong tenant, e-mail or password apart for nobody', async () => {
    const right = { tenant: 'pharma', email: 'admin@pharma.seatline.test', password: PASSWORD };
    const wrong = [
      { ...right, tenant: 'nobody' },
      { ...right, email: 'nobody@pharma.seatline.test' },
      { ...right, password: 'wrong' },
      { email: right.email, password: PASSWORD },
    ];
    expect((await clients.anonymous().post('/v1/sign-in', right)).status).toBe(200);
    const answers = await Promise.all(wrong.map((body) => clients.anonymous().post('/v1/sign-in', body)));
    const told = answers.map(({ status, body }) => `${status} ${body.code} ${String(body['detail'])}`);
    expect(new Set(told)).toEqual(new Set(['401 unauthenticated The tenant, e-mail or password is wrong.']));
  });

  it.each(['tenant_admin', 'supervisor', 'agent', 'viewer'] as const)('knows a %s', async (role) => {
    const me = (await (await clients.user('pharma', role)).get('/v1/me')).body;
    expect(me).toMatchObject({ kind: 'user', role, tenant_id: tenantId });
  });

  it.each(['provider_admin', 'account_manager', 'finance'] as const)('knows a %s', async (role) => {
    const me = (await (await clients.staff(role)).get('/v1/me')).body;
    expect(me).toMatchObject({ kind: 'staff', role, tenant_id: null });
  });

  it.each([
    ['viewer', 'post', '/v1/queues', { name: 'forbidden' }],
    ['viewer', 'get', '/v1/users', undefined],
    ['viewer', 'get', '/v1/api-keys', undefined],
    ['supervisor', 'post', '/v1/seats', { extension: '1900' }],
    ['supervisor', 'post', '/v1/users', {}],
    ['agent', 'get', '/v1/agents', undefined],
    ['agent', 'get', '/v1/calls', undefined],
    ['tenant_admin', 'get', '/v1/tenants', undefined],
    ['tenant_admin', 'get', '/v1/staff', undefined],
    ['tenant_admin', 'put', '/v1/tenants/file', { file: 'tenant: pharma' }],
  ] as const)('forbids a %s to %s %s', async (role, method, path, body) => {
    const answer = await (await clients.user('pharma', role))[method](path, body);
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
  });

  it('forbids finance to change and account managers to see the staff', async () => {
    const finance = await clients.staff('finance');
    expect((await finance.get('/v1/tenants')).status).toBe(200);
    expect((await finance.put('/v1/tenants/file', { file: 'x' })).status).toBe(403);
    expect((await (await clients.staff('account_manager')).get('/v1/staff')).status).toBe(403);
    expect((await provider.get('/v1/staff')).status).toBe(200);
  });

  it('lets the provider work on the tenant it names, and a tenant on itself alone', async () => {
    const unnamed = await provider.get('/v1/queues');
    expect([unnamed.status, unnamed.body.errors[0]?.pointer]).toEqual([422, '/seatline-tenant']);
    const named = await (await provider.enter(tenantId)).get('/v1/queues');
    expect(named.body.data).toEqual((await admin.get('/v1/queues')).body.data);
    expect((await provider.forTenant(newId('tenant')).get('/v1/queues')).status).toBe(404);
    expect((await admin.forTenant(tenantId).get('/v1/queues')).status).toBe(200);
    expect((await other.forTenant(tenantId).get('/v1/queues')).status).toBe(404);
  });
});

it.each([
  ['/v1/users', 'user'],
  ['/v1/seats', 'seat'],
  ['/v1/agents', 'agent'],
  ['/v1/queues', 'queue'],
  ['/v1/numbers', 'number'],
  ['/v1/calendars', 'calendar'],
] as const)("answers an unknown id under %s, another tenant's and nonsense alike", async (path, kind) => {
  const foreign = (await other.get(path)).body.data[0]!.id;
  const told = async (id: string) => {
    const requests = [
      admin.get(`${path}/${id}`),
      admin.delete(`${path}/${id}`, undefined, { 'if-match': '"1"' }),
      ...(kind === 'seat' ? [] : [admin.patch(`${path}/${id}`, {}, { 'if-match': '"1"' })]),
    ];
    return (await Promise.all(requests)).map(({ status, body }) => [status, body.code, body['detail']]);
  };
  const answers = await told(newId(kind));
  expect(new Set(answers.map(([status]) => status))).toEqual(new Set([404]));
  expect(await told(foreign)).toEqual(answers);
  expect(await told('nonsense')).toEqual(answers);
  expect((await other.get(`${path}/${foreign}`)).status).toBe(200);
});

describe('a wrong request', () => {
  it('is a problem that points at each wrong field', async () => {
    const body = { name: 'Bad Name', settings: { strategy: 'ring-progressively', max_wait_time: -1 }, surprise: 1 };
    const answer = await admin.post('/v1/queues', body);
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid_request']);
    const pointers = answer.body.errors.map(({ pointer }) => pointer);
    expect(new Set(pointers)).toEqual(new Set(['/name', '/settings/strategy', '/settings/max_wait_time', '/surprise']));
    expect(answer.body['trace_id']).toBe(answer.headers.get('trace-id'));
  });

  it.each([
    ['text that is not JSON', '{"name":', 400, 'malformed_json'],
    ['a list', '[]', 422, 'invalid_request'],
    ['nothing', undefined, 422, 'invalid_request'],
    ['more than is read', JSON.stringify({ name: 'x'.repeat(1_100_000) }), 413, 'payload_too_large'],
  ])('is refused when its body is %s', async (_, body, status, code) => {
    const answer = await admin.post('/v1/queues', body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('is refused when its body is packed in a way that nobody unpacks', async () => {
    const answer = await admin.post('/v1/queues', {}, { 'content-encoding': 'nonsense' });
    expect([answer.status, answer.body.code]).toEqual([415, 'unsupported_media_type']);
  });

  it('tells of long names shortly, and of a hundred at most', async () => {
    const fields = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`${'x'.repeat(500)}${index}`, 1]));
    const { errors } = (await admin.post('/v1/queues', fields)).body;
    expect(errors).toHaveLength(100);
    for (const { pointer } of errors) expect(pointer.length).toBeLessThanOrEqual(300);
  });

  it.each(['/v1/queues/é', '/v1/tenants/😀'])('is told that there is no %s', async (path) => {
    expect((await provider.forTenant(tenantId).get(path)).status).toBe(404);
  });

  it('is told that no tenant is called what no id can be', async () => {
    expect((await provider.forTenant('\u00e9').get('/v1/queues')).status).toBe(404);
    expect((await provider.forTenant('\u00e9').post('/v1/invoices/close', { period: '2026-10' })).status).toBe(404);
  });

  it('is told of a route that does not exist', async () => {
    expect((await admin.get('/v1/nothing')).status).toBe(404);
  });
});

describe('Idempotency-Key', () => {
  const key = (name: string) => ({ 'idempotency-key': name });

  it('gives the first answer again', async () => {
    const first = await admin.post('/v1/queues', { name: 'once' }, key('again'));
    const second = await admin.post('/v1/queues', { name: 'once' }, key('again'));
    expect([first.status, second.status]).toEqual([201, 201]);
    expect([second.body, second.etag]).toEqual([first.body, first.etag]);
    expect(second.headers.get('idempotent-replay')).toBe('true');
    expect((await admin.post('/v1/queues', { name: 'once' }, key('new'))).status).toBe(409);
  });

  it('refuses another body under the same key', async () => {
    await admin.post('/v1/queues', { name: 'one' }, key('body'));
    const answer = await admin.post('/v1/queues', { name: 'two' }, key('body'));
    expect([answer.status, answer.body.code]).toEqual([422, 'idempotency_mismatch']);
  });

  it('makes one object of many requests at once', async () => {
    const requests = Array.from({ length: 8 }, () => admin.post('/v1/queues', { name: 'rush' }, key('rush')));
    const answers = await Promise.all(requests);
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    for (const { body } of answers.filter(({ status }) => status !== 201)) expect(body.code).toBe('request_in_flight');
    const { data } = (await admin.get('/v1/queues?limit=100')).body;
    expect(data.filter((queue) => queue['name'] === 'rush')).toHaveLength(1);
  });

  it("is each asker's own, and for the provider's people each tenant's", async () => {
    const body = { name: 'mine' };
    expect((await admin.post('/v1/queues', body, key('shared'))).status).toBe(201);
    expect((await other.post('/v1/queues', body, key('shared'))).status).toBe(201);
    const theirs = (await other.get('/v1/tenant')).body.id;
    expect((await (await provider.enter(tenantId)).post('/v1/queues', { name: 'ours' }, key('p'))).status).toBe(201);
    const elsewhere = await (await provider.enter(theirs)).post('/v1/queues', { name: 'ours' }, key('p'));
    expect(elsewhere.body.code).toBe('idempotency_mismatch');
  });

  it('forgets a request that failed', async () => {
    expect((await admin.post('/v1/queues', { name: 'Bad' }, key('mend'))).status).toBe(422);
    expect((await admin.post('/v1/queues', { name: 'good' }, key('mend'))).status).toBe(201);
  });
});

describe('ETag and If-Match', () => {
  it('lets a change through from the state that was read, and from no other', async () => {
    const { body, etag } = await admin.post('/v1/queues', { name: 'versioned' });
    const path = `/v1/queues/${body.id}`;
    const change = { settings: { max_wait_time: 30 } };
    expect((await admin.get(path)).etag).toBe(etag);
    const unread = await admin.patch(path, change);
    expect([unread.status, unread.body.code]).toEqual([428, 'precondition_required']);
    const changed = await admin.patch(path, change, { 'if-match': etag });
    expect([changed.status, changed.etag !== etag]).toEqual([200, true]);
    for (const stale of [etag, '"999"', 'W/"1"', 'nonsense', '*']) {
      const answer = await admin.patch(path, change, { 'if-match': stale });
      expect([answer.status, answer.body.code]).toEqual([412, 'precondition_failed']);
    }
    expect((await admin.delete(path, undefined, { 'if-match': etag })).status).toBe(412);
    expect((await admin.delete(path, undefined, { 'if-match': changed.etag })).status).toBe(204);
    expect((await admin.get(path)).status).toBe(404);
  });

  it('changes only what is named', async () => {
    const settings = { max_wait_time: 30, record: true, moh_sound: 'calm' };
    const { body, etag } = await admin.post('/v1/queues', { name: 'partly', settings });
    const changed = await admin.patch(`/v1/queues/${body.id}`, { settings: { record: false } }, { 'if-match': etag });
    expect(changed.body['settings']).toMatchObject({ max_wait_time: 30, record: false, moh_sound: 'calm' });
  });

  it("goes with a queue's tiers too", async () => {
    const { body } = await admin.post('/v1/queues', { name: 'tiered' });
    const agent = (await admin.get('/v1/agents?limit=1')).body.data[0]!;
    const read = await admin.get(`/v1/queues/${body.id}/tiers`);
    const tiers = [{ agent_id: agent.id, level: 0, position: 1 }];
    const set = await admin.put(`/v1/queues/${body.id}/tiers`, { tiers }, { 'if-match': read.etag });
    expect([set.status, set.body['tiers']]).toEqual([200, [{ ...tiers[0], by_skill: false }]]);
    expect((await admin.put(`/v1/queues/${body.id}/tiers`, { tiers: [] }, { 'if-match': read.etag })).status).toBe(412);
    const foreign = (await other.get('/v1/agents?limit=1')).body.data[0]!;
    const wrong = { tiers: [{ agent_id: foreign.id, level: 0, position: 1 }] };
    const refused = await admin.put(`/v1/queues/${body.id}/tiers`, wrong, { 'if-match': set.etag });
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([422, '/tiers/0/agent_id']);
  });
});

describe('a list', () => {
  const idsOf = (answer: { body: { data: { id: string }[] } }) => answer.body.data.map(({ id }) => id);

  it('is read in pages, onwards and back, newest first', async () => {
    const all = idsOf(await admin.get('/v1/seats?limit=100'));
    expect(all.length).toBeGreaterThan(5);
    expect(all).toEqual([...all].sort().reverse());
    const first = await admin.get('/v1/seats?limit=3');
    expect([idsOf(first), first.body.has_more]).toEqual([all.slice(0, 3), true]);
    const second = await admin.get(`/v1/seats?limit=3&after=${all[2]}`);
    expect(idsOf(second)).toEqual(all.slice(3, 6));
    const back = await admin.get(`/v1/seats?limit=2&before=${all[4]}`);
    expect([idsOf(back), back.body.has_more]).toEqual([all.slice(2, 4), true]);
    const last = await admin.get(`/v1/seats?limit=100&after=${all[0]}`);
    expect([idsOf(last), last.body.has_more]).toEqual([all.slice(1), false]);
  });

  it.each([
    ['limit=0', '/limit'],
    ['limit=101', '/limit'],
    ['limit=many', '/limit'],
    ['limit=1&limit=2', '/limit'],
    ['after=a&before=b', '/before'],
    ['after=%C3%A9', '/after'],
    ['colour=red', '/colour'],
  ])('refuses ?%s', async (query, pointer) => {
    const answer = await admin.get(`/v1/seats?${query}`);
    expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([422, pointer]);
  });
});

describe('tenants as files', () => {
  const file = readFileSync(join(__dirname, '../../tenants/emergency-hotline.yaml'), 'utf8');

  it('are planned, applied, listed and read back', async () => {
    const manager = await clients.staff('account_manager');
    const planned = await manager.post('/v1/tenants/plan', { file });
    expect([planned.status, String(planned.body['text'])]).toEqual([200, expect.stringContaining('3001..3130')]);
    expect((await manager.get('/v1/tenants?slug=emergency-hotline')).body.data).toEqual([]);
    const applied = await manager.put('/v1/tenants/file', { file });
    expect(applied.body['changes']).toEqual(planned.body['changes']);
    expect((await manager.put('/v1/tenants/file', { file })).body['changes']).toEqual([]);
    const [tenant] = (await manager.get('/v1/tenants?slug=emergency-hotline')).body.data;
    expect(tenant).toMatchObject({ slug: 'emergency-hotline', seat_limit: 130, concurrent_calls: 200 });
    expect((await manager.get(`/v1/tenants/${tenant!.id}`)).body).toEqual(tenant);
    const exported = await manager.get(`/v1/tenants/${tenant!.id}/file`);
    expect((await manager.post('/v1/tenants/plan', exported.body)).body['changes']).toEqual([]);
    expect((await manager.get(`/v1/tenants/${newId('tenant')}/file`)).status).toBe(404);
  });

  it('are refused with the line, the path and the rule of each problem', async () => {
    const wrong = file
      .replace('strategy: longest-idle-agent', 'strategy: ring-progressively')
      .replace('seats: 130', 'seats: 12');
    const answer = await provider.post('/v1/tenants/plan', { file: wrong });
    const line = wrong.split('\n').findIndex((text) => text.includes('ring-progressively')) + 1;
    expect(answer.status).toBe(422);
    expect(new Set(answer.body.errors.map(({ pointer }) => pointer))).toEqual(new Set(['/file']));
    expect(answer.body.errors.map(({ rule }) => rule)).toContainEqual(
      expect.stringMatching(new RegExp(`^line ${line}, column \\d+, queues\\[0\\]\\.strategy: .*stalls? every tenant`)),
    );
    expect(answer.body.errors.some(({ rule }) => rule.includes('quotas.seats'))).toBe(true);
  });

  it('can be checked while they are written', async () => {
    const wrong = file.replace('seats: 130', 'seats: "many"');
    const line = wrong.split('\n').findIndex((text) => text.includes('"many"')) + 1;
    const { body } = await provider.post('/v1/tenants/check', { file: wrong });
    const rule = 'must be a whole number from 1 to 30000';
    expect((body['problems'] as unknown[])[0]).toEqual({ line, column: 10, path: 'quotas.seats', rule, value: '"many"' });
    expect((await provider.post('/v1/tenants/check', { file })).body).toEqual({ problems: [] });
    const broken = await provider.post('/v1/tenants/check', { file: 'tenant: [' });
    expect(broken.body['problems']).toContainEqual(expect.objectContaining({ line: 1, path: '' }));
  });

  it("are refused when they claim another tenant's number", async () => {
    const greedy = file
      .replace('4008003003', '4008001001')
      .replace('tenant: emergency-hotline', 'tenant: greedy')
      .replace('domain: hotline.', 'domain: greedy.');
    const answer = await provider.put('/v1/tenants/file', { file: greedy });
    expect([answer.status, answer.body.code]).toEqual([409, 'number_taken']);
    expect((await provider.get('/v1/tenants?slug=greedy')).body.data).toEqual([]);
  });

  it("show a tenant's own people its head", async () => {
    const mine = (await (await clients.user('pharma', 'agent')).get('/v1/tenant')).body;
    expect(mine).toMatchObject({ id: tenantId, slug: 'pharma', currency: 'CNY' });
  });
});
