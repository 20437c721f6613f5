import { request as httpRequest } from 'node:http';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { WebSocket } from 'ws';
import { LIVE_PATH } from '../../src/features/live/live.gateway';
import { PrincipalSource } from '../../src/platform/auth/principal';
import { PROVIDER, ProviderDatabase } from '../../src/platform/database/provider-database';
import { Redis } from '../../src/platform/redis/redis';
import { applyTenant, startTestApiWith, SWITCH_SECRET, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';
import { tenantIdOf } from '../factories/books';
import { eventually } from '../factories/switch';

let api: TestApi;
let clients: ApiClients;
let database: ProviderDatabase;
let admin: ApiClient;
let supervisor: ApiClient;
let other: ApiClient;
let adminId: string;

beforeAll(async () => {
  api = await startTestApiWith({ STRANGER_REQUESTS_PER_SECOND: '3', TENANT_REQUESTS_PER_SECOND: '50', TRUSTED_PROXIES: '127.0.0.1' });
  clients = new ApiClients(api);
  database = api.app.get(ProviderDatabase);
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  await database.sql(`UPDATE tenants SET requests_per_second = 2 WHERE slug = 'pharma'`);
  admin = await clients.user('pharma', 'tenant_admin');
  adminId = (await admin.get('/v1/me')).body.id;
  supervisor = await clients.user('pharma', 'supervisor');
  other = await clients.user('insurance', 'tenant_admin');
});
afterAll(() => api.stop());
beforeEach(async () => {
  const redis = api.app.get(Redis);
  const keys = await redis.keys('rate:*');
  if (keys.length > 0) await redis.del(keys);
});

async function statuses(client: ApiClient, times: number, path = '/v1/me'): Promise<number[]> {
  const answers = await Promise.all(Array.from({ length: times }, () => client.get(path)));
  return answers.map(({ status }) => status);
}

/** Has a bucket refuse for so long, however slow the machine is: it will be full again a whole burst after that. */
async function exhaust(bucket: string, { perSecond, burst }: { perSecond: number; burst: number }, seconds: number): Promise<void> {
  const full = Date.now() + (seconds + burst / perSecond) * 1000;
  await api.app.get(Redis).set(`rate:${bucket}`, full.toFixed(3), 'PX', 120_000);
}

const count = (list: number[], status: number) => list.filter((each) => each === status).length;

/** Asks from an address of the caller's choosing, as a proxy would tell it. */
function from(address: string, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(api.url + path, { ...init, headers: { 'x-forwarded-for': address, ...init.headers } });
}

it('tells what is left, in the standard headers', async () => {
  const { headers } = await admin.get('/v1/me');
  expect(headers.get('ratelimit-policy')).toBe('"principal";q=10;w=10, "tenant";q=20;w=10');
  expect(headers.get('ratelimit')).toMatch(/^"principal";r=9;t=1, "tenant";r=19;t=1$/);
});

it("refuses one who asks too much, and leaves the others of the tenant their share", async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => admin.get('/v1/me')));
  const all = answers.map(({ status }) => status);
  expect(count(all, 200) + count(all, 429)).toBe(40);
  // the burst, and what came back meanwhile
  expect(count(all, 200)).toBeGreaterThanOrEqual(10);
  expect(count(all, 200)).toBeLessThan(40);
  const refused = answers.find(({ status }) => status === 429)!;
  expect(refused.body.code).toBe('rate_limited');
  expect(Number(refused.headers.get('retry-after'))).toBe(1);
  expect(refused.headers.get('ratelimit')).toMatch(/^"principal";r=0;t=(9|10), /);
  expect((await supervisor.get('/v1/me')).status).toBe(200);
});

it('refuses a tenant that asks too much by many, and leaves other tenants theirs', async () => {
  const all = [...(await Promise.all([statuses(admin, 15), statuses(supervisor, 15)]))].flat();
  expect(count(all, 200)).toBeGreaterThanOrEqual(20);
  const viewer = await clients.user('pharma', 'viewer');
  const [left] = (await viewer.get('/v1/me')).headers.get('ratelimit')!.split(', ');
  expect(left).toMatch(/^"tenant";r=[01];/);
  expect(await statuses(other, 30)).toEqual(Array.from({ length: 30 }, () => 200));
});

it('gives it back with time', async () => {
  await exhaust(`principal:${adminId}`, { perSecond: 1, burst: 10 }, 2);
  expect((await admin.get('/v1/me')).status).toBe(429);
  await eventually(async () => (await admin.get('/v1/me')).status === 200);
});

it('lets nobody dial faster than people talk', async () => {
  const dial = () => other.post('/v1/calls', { to: '+8613800138000' });
  const answers = await Promise.all(Array.from({ length: 14 }, dial));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(3);
  expect(refused[0]?.headers.get('ratelimit')).toMatch(/^"operation";r=0;/);
  expect((await other.get('/v1/me')).status).toBe(200);
});

it('counts strangers by their address, whichever way they knock, and blocks it for a while', async () => {
  const knock = [
    () => from('203.0.113.1', '/v1/me'),
    () => from('203.0.113.1', '/v1/me', { headers: { authorization: 'Bearer sk_wrong' } }),
    () => from('203.0.113.1', '/v1/me', { headers: { authorization: 'Bearer a.b.c' } }),
  ];
  const told = new Set<number>();
  for (let turn = 0; turn < 60; turn += 1) told.add((await knock[turn % 3]!()).status);
  expect(told).toEqual(new Set([401, 429]));
  expect((await from('203.0.113.2', '/v1/me')).status).toBe(401);
});

it('takes an address from a proxy alone that it knows', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, turn) => from(`203.0.113.${turn}, 203.0.113.250`, '/v1/me').then(({ status }) => status)),
  );
  expect(count(answers, 429)).toBeGreaterThan(0);
});

it('limits a stranger before it reads what he sends', async () => {
  await exhaust('address:203.0.113.7', { perSecond: 3, burst: 30 }, 60);
  const body = JSON.stringify({ tenant: 'pharma', email: 'a@b.test', password: 'x'.repeat(2_000_000) });
  const answer = await from('203.0.113.7', '/v1/sign-in', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect(answer.status).toBe(429);
});

/** Sends headers that announce a body, and no body: the status tells whether somebody waits for it. */
function announce(path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((told, failed) => {
    const sent = httpRequest(api.url + path, { method: 'POST', headers: { 'content-length': '1000000', ...headers }, agent: false });
    sent.on('response', (response) => {
      told(response.statusCode ?? 0);
      sent.destroy();
    });
    sent.on('error', failed);
    sent.flushHeaders();
  });
}

it.each([
  ['/switch/cdr', {}, 404],
  ['/switch/xml', { authorization: `Basic ${Buffer.from('switch:wrong').toString('base64')}` }, 404],
  ['/v1/queues', { 'content-type': 'application/json' }, 401],
  ['/v1/queues', { 'content-type': 'application/json', authorization: 'Bearer sk_wrong' }, 401],
])('answers who may not ask %s before the body has come', async (path, headers, status) => {
  expect(await announce(path, { 'x-forwarded-for': '203.0.113.77', ...headers })).toBe(status);
});

it('still reads the bodies of the switch', async () => {
  const authorization = `Basic ${Buffer.from(`switch:${SWITCH_SECRET}`).toString('base64')}`;
  const answer = await fetch(`${api.url}/switch/xml`, { method: 'POST', headers: { authorization }, body: 'section=configuration&key_value=callcenter.conf' });
  expect(await answer.text()).toContain('callcenter.conf');
});

it("keeps a tenant's slow requests from occupying the connections of all", async () => {
  const provider = api.app.get<DataSource>(getDataSourceToken(PROVIDER));
  const tenantId = await tenantIdOf(api.app, 'insurance');
  const runner = provider.createQueryRunner();
  await runner.startTransaction();
  await runner.query('SELECT * FROM tenant_revisions WHERE tenant_id = ? FOR UPDATE', [tenantId]);
  // each waits for the lock that is held here, with a connection of its own
  const slow = Array.from({ length: 40 }, (_, turn) => other.post('/v1/queues', { name: `slow-${turn}` }));
  const waiting = async () => {
    // who looks more often than each tenth of a second is shown the same again
    await new Promise((resolve) => setTimeout(resolve, 150));
    const [row] = await provider.query<{ number: string }[]>(
      `SELECT COUNT(*) AS number FROM information_schema.innodb_trx t
       JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
       WHERE t.trx_state = 'LOCK WAIT' AND p.db LIKE CONCAT(DATABASE(), '%')`,
    );
    return Number(row?.number);
  };
  await eventually(async () => (await waiting()) === 5);
  expect((await supervisor.get('/v1/queues')).status).toBe(200);
  expect(await waiting()).toBe(5);
  await runner.rollbackTransaction();
  await runner.release();
  const answers = await Promise.all(slow);
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 201));
});

it('lets those work on without Redis who are signed in, and signs in nobody', async () => {
  const redis = api.app.get(Redis);
  redis.disconnect();
  try {
    expect(await statuses(admin, 40)).toEqual(Array.from({ length: 40 }, () => 200));
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    const answer = await from('203.0.113.9', '/v1/sign-in', init);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
  } finally {
    await redis.connect();
  }
});

it('holds one who does not wait, without a look at the credential, and others meanwhile not', async () => {
  await exhaust(`principal:${adminId}`, { perSecond: 1, burst: 10 }, 60);
  expect((await admin.get('/v1/me')).status).toBe(429);
  const sources = jest.spyOn(api.app.get(PrincipalSource), 'ofToken');
  const impatient = await statuses(admin, 5);
  expect(impatient).toEqual([429, 429, 429, 429, 429]);
  expect(sources).not.toHaveBeenCalled();
  expect((await other.get('/v1/me')).status).toBe(200);
  sources.mockRestore();
});

describe("the websockets' door", () => {
  const open: WebSocket[] = [];
  afterEach(() => open.splice(0).forEach((socket) => socket.terminate()));

  /** @returns 101 where it was opened */
  function handshake(token: string, address: string): Promise<number> {
    const headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': address };
    const socket = new WebSocket(api.url.replace('http', 'ws') + LIVE_PATH, { headers });
    open.push(socket);
    return new Promise((resolve) => {
      socket.once('open', () => resolve(101));
      socket.once('unexpected-response', (_request, { statusCode = 0 }) => resolve(statusCode));
      socket.on('error', () => undefined);
    });
  }

  async function inTurn(times: number, token: string, address: string): Promise<number[]> {
    const found: number[] = [];
    for (let turn = 0; turn < times; turn += 1) found.push(await handshake(token, address));
    return found;
  }

  it('is shut for an address that guesses at keys, and open for others', async () => {
    const key = (await other.post('/v1/api-keys', { name: 'wallboard', role: 'viewer' })).body.secret;
    // three a second, thirty at once
    const guesses = await inTurn(60, `sk_${'x'.repeat(32)}`, '203.0.113.66');
    expect(guesses[0]).toBe(401);
    expect(guesses.at(-1)).toBe(429);
    expect(await handshake(key, '203.0.113.66')).toBe(429);
    expect(await handshake(key, '203.0.113.67')).toBe(101);
    expect((await from('203.0.113.66', '/v1/me')).status).toBe(429);
  });

  it('counts those of somebody known with his requests', async () => {
    const { id, secret } = (await other.post('/v1/api-keys', { name: 'floor', role: 'viewer' })).body;
    expect(await handshake(secret, '203.0.113.68')).toBe(101);
    await exhaust(`principal:${id}`, { perSecond: 25, burst: 250 }, 30);
    expect(await handshake(secret, '203.0.113.68')).toBe(429);
  });

  it('lets one person or key have fifty at once', async () => {
    const key = (await other.post('/v1/api-keys', { name: 'screens', role: 'viewer' })).body.secret;
    const answers = await inTurn(51, key, '203.0.113.69');
    expect([count(answers, 101), answers.at(-1)]).toEqual([50, 429]);
  });
});
