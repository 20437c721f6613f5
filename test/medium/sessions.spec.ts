import { once } from 'node:events';
import WebSocket from 'ws';
import { LIVE_PATH, LiveGateway } from '../../src/features/live/live.gateway';
import { SessionsSchedule } from '../../src/features/sign-in/sessions.schedule';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { WorkerModule } from '../../src/worker.module';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type Answer, type ApiClient, ApiClients, PASSWORD, type Wire } from '../factories/api-client';
import { timeMachine } from '../factories/books';

const MINUTE = 60;
const HOUR = 3600;

let api: TestApi;
let clients: ApiClients;
let setTime: (at: string) => void;
let now = Date.parse('2026-03-01T00:00:00Z');
const open: WebSocket[] = [];

beforeAll(async () => {
  api = await startTestApi(WorkerModule);
  clients = new ApiClients(api);
  for (const tenant of ['pharma', 'insurance']) await applyTenant(api.app, tenant);
  setTime = timeMachine(api.app);
  pass(0);
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.terminate();
});
afterAll(() => api.stop());

function pass(seconds: number): void {
  now += seconds * 1000;
  setTime(new Date(now).toISOString());
}

interface SignedIn {
  client: ApiClient;
  access: string;
  refresh: string;
}

const read = ({ body }: Answer): SignedIn => {
  const access = String(body['access_token']);
  return { client: clients.bearer(access), access, refresh: String(body['refresh_token']) };
};

/** Signs in; the first of a role has got his password by `clients`. */
async function signIn(role: 'tenant_admin' | 'supervisor' | 'viewer' = 'supervisor', tenant = 'pharma', agent = 'test'): Promise<SignedIn> {
  await clients.user(tenant, role);
  const [row] = await sql<{ email: string }>(
    'SELECT u.email FROM users u JOIN tenants t ON t.id = u.tenant_id WHERE t.slug = ? AND u.role = ? ORDER BY u.id LIMIT 1',
    [tenant, role],
  );
  const body = { tenant, email: row?.email, password: PASSWORD };
  const answer = await clients.anonymous().post('/v1/sign-in', body, { 'user-agent': agent });
  expect(answer.status).toBe(200);
  return read(answer);
}

async function signInStaff(): Promise<SignedIn> {
  await clients.staff('finance');
  return read(await clients.anonymous().post('/v1/sign-in', { email: 'finance@seatline.test', password: PASSWORD }));
}

const refresh = (token: string) => clients.anonymous().post('/v1/sign-in/refresh', { refresh_token: token });
const statusOf = async (client: ApiClient) => (await client.get('/v1/me')).status;

function sql<T>(statement: string, parameters: unknown[] = []): Promise<T[]> {
  return api.app.get(ProviderDatabase).sql<T>(statement, parameters);
}

/** Why sessions ended, the newest first. */
async function ends(table = 'sessions'): Promise<(string | null)[]> {
  return (await sql<{ because: string | null }>(`SELECT ended_because AS because FROM ${table} ORDER BY id DESC`)).map(({ because }) => because);
}

async function listen(token: string): Promise<{ socket: WebSocket; closed: Promise<number> }> {
  const headers = { authorization: `Bearer ${token}` };
  const socket = new WebSocket(`${api.url.replace('http', 'ws')}${LIVE_PATH}`, [], { headers });
  open.push(socket);
  await once(socket, 'message');
  return { socket, closed: once(socket, 'close').then(([code]) => code as number) };
}

describe.each([
  ["a tenant's user", () => signIn(), 'sessions'],
  ["one of the provider's people", () => signInStaff(), 'staff_sessions'],
])('a refresh token of %s', (_who, begin, table) => {
  it('is exchanged for a new pair, again and again', async () => {
    let { refresh: token } = await begin();
    const seen = new Set([token]);
    for (let turn = 0; turn < 3; turn += 1) {
      pass(10 * MINUTE);
      const next = read(await refresh(token));
      expect(await statusOf(next.client)).toBe(200);
      seen.add((token = next.refresh));
    }
    expect(seen.size).toBe(4);
    expect(JSON.stringify(await sql(`SELECT * FROM ${table}`))).not.toContain(token.slice(37));
  });

  it('gets the same successor again for a minute, for an answer that was lost', async () => {
    const first = await begin();
    const next = read(await refresh(first.refresh));
    pass(59);
    const again = read(await refresh(first.refresh));
    expect(again.refresh).toBe(next.refresh);
    expect(await statusOf(again.client)).toBe(200);
    expect((await refresh(again.refresh)).status).toBe(200);
  });

  it('gives two tabs that ask at once the same successor', async () => {
    const first = await begin();
    const answers = await Promise.all(Array.from({ length: 6 }, () => refresh(first.refresh)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    const [successor, ...others] = new Set(answers.map((answer) => read(answer).refresh));
    expect(others).toEqual([]);
    expect((await refresh(String(successor))).status).toBe(200);
  });

  it.each([
    ['the one before, a minute later', 1, MINUTE],
    ['an older one, at once', 2, 0],
    ['one of hours ago', 4, 0],
  ])('ends the session when it is used twice: %s', async (_what, rotations, later) => {
    const first = await begin();
    let last = first;
    for (let turn = 0; turn < rotations; turn += 1) last = read(await refresh(last.refresh));
    pass(later);
    const reused = await refresh(first.refresh);
    expect([reused.status, reused.body.code]).toEqual([401, 'unauthenticated']);
    expect([await statusOf(last.client), (await refresh(last.refresh)).status]).toEqual([401, 401]);
    expect((await ends(table))[0]).toBe('reused');
  });
});

it('stands in the audit log: of a user in the tenant\'s, of the provider\'s people in the provider\'s', async () => {
  const [user, staff] = [await signIn(), await signInStaff()];
  const logged = async ({ client }: SignedIn) => {
    const { id: person, session_id: session } = (await client.get('/v1/me')).body;
    const statement = 'SELECT tenant_id AS chain, actor_id AS actor, address, action FROM audit_entries WHERE object_id = ?';
    const rows = await sql<{ chain: string; actor: string }>(statement, [session]);
    return rows.map((row) => ({ ...row, actor: row.actor === person, chain: row.chain.slice(0, 4) }));
  };
  const entry = { actor: true, address: '127.0.0.1', action: 'created' };
  expect(await logged(user)).toEqual([{ ...entry, chain: 'ten_' }]);
  expect(await logged(staff)).toEqual([{ ...entry, chain: 'prov' }]);
});

it('answers every refresh token that does not count in the same words, and ends nothing for a forged one', async () => {
  const { client, refresh: token } = await signIn();
  const [family, secret] = token.split('.') as [string, string];
  const forged = [
    '', 'nonsense', `${family}.`, `rtu_${'A'.repeat(32)}.${secret}`, token.replace('rtu_', 'rts_'), `${token}A`,
  ];
  const answers = await Promise.all(forged.slice(1).map(refresh));
  const told = new Set(answers.map(({ status, body }) => `${status} ${body.code} ${String(body['detail'])}`));
  expect(told).toEqual(new Set(['401 unauthenticated The session is over: sign in again.']));
  expect((await refresh('')).status).toBe(422);
  expect([await statusOf(client), (await refresh(token)).status]).toEqual([200, 200]);
});

it('ends at its last hour however busy, and earlier when nothing is asked', async () => {
  const busy = await signIn();
  const idle = await signIn();
  let last = busy;
  for (let spent = 0; spent < 24 * HOUR - 30 * MINUTE; spent += 30 * MINUTE) {
    pass(30 * MINUTE);
    expect(await statusOf(last.client)).toBe(200);
    last = read(await refresh(last.refresh));
  }
  expect([await statusOf(idle.client), (await refresh(idle.refresh)).status]).toEqual([401, 401]);
  pass(30 * MINUTE - 1);
  expect(await statusOf(last.client)).toBe(200);
  pass(1);
  expect([await statusOf(last.client), (await refresh(last.refresh)).status]).toEqual([401, 401]);
  const resting = await signIn();
  pass(HOUR - 1);
  expect(await statusOf(resting.client)).toBe(200);
  pass(HOUR);
  expect(await statusOf(resting.client)).toBe(401);
});

it('shows people their sessions, and lets them end one or all others', async () => {
  await sql('DELETE FROM sessions');
  const [here, phone, lost] = [await signIn('viewer', 'pharma', 'desk'), await signIn('viewer', 'pharma', 'phone'), await signIn('viewer', 'pharma', 'lost')];
  await signIn('supervisor');
  const listed = (await here.client.get('/v1/me/sessions')).body.data;
  const seen = listed.filter((each) => each['user_agent'] !== 'node');
  expect(seen.map((each) => [each['user_agent'], each['current'], each['address']])).toEqual([
    ['lost', false, '127.0.0.1'], ['phone', false, '127.0.0.1'], ['desk', true, '127.0.0.1'],
  ]);
  expect(JSON.stringify(listed)).not.toMatch(/hash|successor/);
  expect((await here.client.delete(`/v1/me/sessions/${seen[0]?.id}`)).status).toBe(204);
  expect([await statusOf(lost.client), await statusOf(phone.client)]).toEqual([401, 200]);
  expect((await here.client.delete('/v1/me/sessions')).status).toBe(204);
  expect([await statusOf(phone.client), await statusOf(here.client), (await refresh(phone.refresh)).status]).toEqual([401, 200, 401]);
  expect((await here.client.get('/v1/me/sessions')).body.data).toHaveLength(1);
  expect((await here.client.post('/v1/sign-out')).status).toBe(204);
  expect([await statusOf(here.client), (await refresh(here.refresh)).status]).toEqual([401, 401]);
});

it('lets nobody end a session that is not his, and an API key none', async () => {
  const [mine, theirs, foreign] = [await signIn('viewer'), await signIn('supervisor'), await signIn('viewer', 'insurance')];
  const idOf = async ({ client }: SignedIn) => (await client.get('/v1/me/sessions')).body.data.find((each) => each['current'])?.id;
  for (const other of [theirs, foreign, await signInStaff()]) {
    expect((await mine.client.delete(`/v1/me/sessions/${await idOf(other)}`)).status).toBe(404);
    expect(await statusOf(other.client)).toBe(200);
  }
  const admin = await signIn('tenant_admin');
  const key = clients.bearer((await admin.client.post('/v1/api-keys', { name: 'crm', role: 'tenant_admin' })).body.secret);
  expect([(await key.get('/v1/me/sessions')).status, (await key.delete('/v1/me/sessions')).status]).toEqual([404, 404]);
});

it("lets an administrator list and end his users' sessions, and no other tenant's", async () => {
  const admin = await signIn('tenant_admin');
  const [one, two] = [await signIn('viewer'), await signIn('viewer')];
  const userId = (await one.client.get('/v1/me')).body.id;
  const path = `/v1/users/${userId}/sessions`;
  const [newest] = (await admin.client.get(path)).body.data as [Wire];
  const foreign = await signIn('tenant_admin', 'insurance');
  expect((await foreign.client.get(path)).status).toBe(404);
  expect((await foreign.client.delete(`${path}/${newest.id}`)).status).toBe(404);
  expect((await foreign.client.delete(path)).status).toBe(404);
  expect((await one.client.get(path)).status).toBe(403);
  expect((await admin.client.delete(`${path}/${newest.id}`)).status).toBe(204);
  expect([await statusOf(two.client), await statusOf(one.client)]).toEqual([401, 200]);
  expect((await admin.client.delete(path)).status).toBe(204);
  expect(await statusOf(one.client)).toBe(401);
});

describe('what changes a person acts at once', () => {
  // without the periodic look nothing but the announcement can close a stream
  beforeAll(() => jest.spyOn(api.app.get(LiveGateway, { strict: false }) as unknown as { ping(): void }, 'ping').mockReturnValue());
  afterAll(() => jest.restoreAllMocks());

  it.each([
    ['signing out', async (user: SignedIn) => user.client.post('/v1/sign-out')],
    ['an administrator who ends the sessions', async (_user: SignedIn, admin: ApiClient, id: string) => admin.delete(`/v1/users/${id}/sessions`)],
    ['a password that an administrator sets', async (_user: SignedIn, admin: ApiClient, id: string) => admin.post(`/v1/users/${id}/password`, { password: PASSWORD })],
    ['being switched off', async (_user: SignedIn, admin: ApiClient, id: string) => change(admin, id, { active: false })],
    ['a reused refresh token', async (user: SignedIn) => {
      await refresh(read(await refresh(user.refresh)).refresh);
      await refresh(user.refresh);
      return { status: 204 };
    }],
  ])('%s: HTTP and the open stream', async (_what, act) => {
    const admin = await signIn('tenant_admin');
    const user = await signIn('viewer');
    const id = (await user.client.get('/v1/me')).body.id;
    const { closed } = await listen(user.access);
    expect((await act(user, admin.client, id)).status).toBeLessThan(300);
    expect(await statusOf(user.client)).toBe(401);
    expect(await closed).toBe(1008);
    await sql('UPDATE users SET active = 1 WHERE id = ?', [id]);
  });
  it('another role: the session goes on with its rights, the stream ends when they do not suffice', async () => {
    const admin = await signIn('tenant_admin');
    const user = await signIn('viewer');
    const id = (await user.client.get('/v1/me')).body.id;
    const { socket, closed } = await listen(user.access);
    expect((await change(admin.client, id, { role: 'supervisor' })).status).toBe(200);
    expect((await user.client.get('/v1/me')).body['role']).toBe('supervisor');
    expect((await change(admin.client, id, { role: 'viewer' })).status).toBe(200);
    expect(socket.readyState).toBe(WebSocket.OPEN);
    expect((await change(admin.client, id, { active: false })).status).toBe(200);
    expect(await closed).toBe(1008);
    await sql('UPDATE users SET active = 1 WHERE id = ?', [id]);
    expect(await statusOf(user.client)).toBe(401);
  });

  it('my own new password: all other sessions end, this one stays', async () => {
    const [here, there] = [await signIn('supervisor'), await signIn('supervisor')];
    const body = { old_password: PASSWORD, password: 'an entirely new one of mine' };
    expect((await here.client.post('/v1/me/password', body)).status).toBe(204);
    expect([await statusOf(here.client), await statusOf(there.client), (await refresh(there.refresh)).status]).toEqual([200, 401, 401]);
  });

  it('a revoked API key: its stream ends', async () => {
    const admin = (await signIn('tenant_admin')).client;
    const { id, secret } = (await admin.post('/v1/api-keys', { name: 'wallboard', role: 'viewer' })).body;
    const { closed } = await listen(secret);
    expect((await admin.delete(`/v1/api-keys/${id}`)).status).toBe(204);
    expect(await closed).toBe(1008);
  });

  it("an ended access of the provider's people: the stream of a key that they made ends too", async () => {
    const admin = (await signIn('tenant_admin')).client;
    const [tenant] = await sql<{ id: string }>("SELECT id FROM tenants WHERE slug = 'pharma'");
    const manager = await (await clients.staff('account_manager')).enter(tenant?.id ?? '');
    const { secret, access_grant_id: grant } = (await manager.post('/v1/api-keys', { name: 'theirs', role: 'viewer' })).body;
    const { closed } = await listen(secret);
    expect((await admin.delete(`/v1/access-grants/${String(grant)}`)).status).toBe(204);
    expect(await closed).toBe(1008);
  });

  it('a removed user: its sessions go with it', async () => {
    const admin = (await signIn('tenant_admin')).client;
    const person = { email: 'gone@pharma.seatline.test', name: 'Gone', role: 'viewer', password: PASSWORD };
    const { body, etag } = await admin.post('/v1/users', person);
    const user = read(await clients.anonymous().post('/v1/sign-in', { tenant: 'pharma', email: person.email, password: PASSWORD }));
    expect((await admin.delete(`/v1/users/${body.id}`, undefined, { 'if-match': etag })).status).toBe(204);
    expect([await statusOf(user.client), (await refresh(user.refresh)).status]).toEqual([401, 401]);
    expect(await sql('SELECT id FROM sessions WHERE person_id = ?', [body.id])).toEqual([]);
  });
});

async function change(admin: ApiClient, id: string, patch: object): Promise<Answer> {
  const { etag } = await admin.get(`/v1/users/${id}`);
  return admin.patch(`/v1/users/${id}`, patch, { 'if-match': etag });
}

it('forgets sessions 90 days after they were over', async () => {
  await signIn();
  await signInStaff();
  const count = async () => (await sql<{ n: string }>('SELECT (SELECT COUNT(*) FROM sessions) + (SELECT COUNT(*) FROM staff_sessions) AS n')).map(({ n }) => Number(n))[0];
  pass(90 * 24 * HOUR);
  await api.app.get(SessionsSchedule).run();
  expect(await count()).toBeGreaterThanOrEqual(2);
  pass(24 * HOUR + 1);
  await api.app.get(SessionsSchedule).run();
  expect(await count()).toBe(0);
});
