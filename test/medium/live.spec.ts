import { once } from 'node:events';
import { createConnection } from 'node:net';
import WebSocket from 'ws';
import type { LiveCall } from '../../src/features/live/domain/live-view';
import { LIVE_PATH } from '../../src/features/live/live.gateway';
import { LIVE_STREAM, LiveStore } from '../../src/features/live/live-store';
import { SeatSuspensions } from '../../src/features/seats/seat-suspensions';
import { json } from '../../src/platform/database/json-column';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { TenantDatabase } from '../../src/platform/database/tenant-database';
import { Outbox } from '../../src/platform/events/outbox';
import { Redis } from '../../src/platform/redis/redis';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { ApiClients } from '../factories/api-client';
import { administratorToken, ask, handleEvents, staffToken, tenantIdOf } from '../factories/books';
import { eventually } from '../factories/switch';

const NODE = 'sw1';

let api: TestApi;
let store: LiveStore;
let pharma: { id: string; token: string };
let insurance: { id: string; token: string };
const open: WebSocket[] = [];

beforeAll(async () => {
  api = await startTestApi();
  store = api.app.get(LiveStore, { strict: false });
  const tenant = async (slug: string) => {
    await applyTenant(api.app, slug);
    return { id: await tenantIdOf(api.app, slug), token: await administratorToken(api.app, slug) };
  };
  [pharma, insurance] = [await tenant('pharma'), await tenant('insurance')];
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.terminate();
});
afterAll(() => api.stop());

interface Message {
  type: string;
  cursor: string;
  call?: { uuid: string; state: string; offered_to: string | null };
  agent?: { number: string; state?: string; status?: string; since: string };
  alarm?: object;
  floor?: { alarms: object[]; calls: { uuid: string }[]; agents: { number: string }[]; queues: { name: string; waiting: number }[] };
}

interface Client {
  socket: WebSocket;
  /** All but the time. */
  messages: Message[];
  /** The calls that changes told of, in their order: `uuid state`. */
  calls(): string[];
}

async function connect(token: string, query = '', protocols: string[] = []): Promise<Client> {
  const headers = token === '' ? {} : { authorization: `Bearer ${token}` };
  const socket = new WebSocket(`${api.url.replace('http', 'ws')}${LIVE_PATH}${query}`, protocols, { headers });
  open.push(socket);
  const messages: Message[] = [];
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as Message;
    // the time comes each second, whatever happens
    if (message.type !== 'now') messages.push(message);
  });
  await once(socket, 'open');
  return { socket, messages, calls: () => messages.flatMap(({ call }) => (call ? [`${call.uuid} ${call.state}`] : [])) };
}

/** How the handshake was refused. */
async function refusal(token: string, query = ''): Promise<string> {
  const [error] = (await connect(token, query).then(
    () => [new Error('it was let in')],
    (thrown: Error) => [thrown],
  )) as [Error];
  return error.message;
}

function call(uuid: string, change: Partial<LiveCall> = {}): LiveCall {
  return {
    uuid, direction: 'inbound', state: 'waiting', from: '13800138001', to: '4008001001', queue: 'care', agent: null,
    offeredTo: null, caller: null, seats: [], startedAt: '2026-11-01T08:00:00.000Z', waitingSince: '2026-11-01T08:00:01.000Z',
    answeredAt: '2026-11-01T08:00:00.000Z', talkingSince: null, ...change,
  };
}

const snapshotOf = async (client: Client) => eventually(async () => client.messages.find(({ type }) => type === 'snapshot'));
const heard = (client: Client, what: string) => eventually(async () => client.calls().includes(what));

it('begins with a snapshot and goes on with every change', async () => {
  store.putCall(pharma.id, NODE, call('before'));
  await eventually(async () => (await store.calls(pharma.id)).length === 1);
  const client = await connect(pharma.token);
  const { floor } = await snapshotOf(client);
  expect(floor?.calls.map(({ uuid }) => uuid)).toEqual(['before']);
  expect(floor?.agents).toHaveLength(8);
  expect(floor?.queues.find(({ name }) => name === 'care')).toMatchObject({ waiting: 1 });

  store.putCall(pharma.id, NODE, call('before', { state: 'offered', offeredTo: '1001' }));
  store.putAgent(pharma.id, { number: '1001', state: 'Receiving', since: '2026-11-01T08:00:02.000Z' });
  store.putCall(pharma.id, NODE, call('before', { state: 'ended' }));
  await heard(client, 'before ended');
  const [, ...changes] = client.messages;
  expect(changes).toMatchObject([
    { type: 'call', call: { uuid: 'before', state: 'offered', offered_to: '1001' } },
    { type: 'agent', agent: { number: '1001', state: 'Receiving' } },
    { type: 'call', call: { uuid: 'before', state: 'ended' } },
  ]);
  expect((await snapshotOf(await connect(pharma.token))).floor?.calls).toEqual([]);
});

it('stands in the audit log once for each opening, and names the grant of whom the provider sends', async () => {
  const entries = () =>
    api.app.get(ProviderDatabase).sql(
      `SELECT actor_name AS who, grant_id AS grantId, address, action, object_id AS objectId FROM audit_entries
       WHERE tenant_id = ? AND object_type = 'live' ORDER BY seq`,
      [insurance.id],
    );
  const before = (await entries()).length;
  const staff = await staffToken(api.app, 'account_manager');
  const { body: grant } = await ask<{ id: string; staff_name: string }>(api, staff, `/v1/tenants/${insurance.id}/access-grants`, {
    post: { reason: 'a test', hours: 1 },
  });
  const clients = [await connect(insurance.token), await connect(staff, `?tenant=${insurance.id}`)];
  await Promise.all(clients.map(snapshotOf));
  store.putCall(insurance.id, NODE, call('noted'));
  await Promise.all(clients.map((client) => heard(client, 'noted waiting')));
  const each = { address: expect.stringContaining('127.0.0.1') as string, action: 'read', objectId: '*' };
  expect((await entries()).slice(before)).toEqual([
    { ...each, who: 'admin@insurance.seatline.test', grantId: null },
    { ...each, who: grant.staff_name, grantId: grant.id },
  ]);
});

it("tells a tenant nothing of another's", async () => {
  const [ours, theirs] = [await connect(pharma.token), await connect(insurance.token)];
  await Promise.all([snapshotOf(ours), snapshotOf(theirs)]);
  for (let number = 0; number < 20; number += 1) {
    store.putCall(pharma.id, NODE, call(`ours-${number}`));
    store.putCall(insurance.id, NODE, call(`theirs-${number}`));
    store.putCall(pharma.id, NODE, call(`ours-${number}`, { state: 'ended' }));
    store.putCall(insurance.id, NODE, call(`theirs-${number}`, { state: 'ended' }));
  }
  await Promise.all([heard(ours, 'ours-19 ended'), heard(theirs, 'theirs-19 ended')]);
  expect(ours.calls()).toHaveLength(40);
  expect(ours.calls().filter((each) => !each.startsWith('ours-'))).toEqual([]);
  expect(theirs.calls()).toHaveLength(40);
  expect(theirs.calls().filter((each) => !each.startsWith('theirs-'))).toEqual([]);
});

it("tells what an agent chose, or others for the agent, to the own tenant's screens", async () => {
  const [ours, theirs] = [await connect(pharma.token), await connect(insurance.token)];
  await Promise.all([snapshotOf(ours), snapshotOf(theirs)]);
  const supervisor = await new ApiClients(api).user('pharma', 'supervisor');
  const { id } = (await supervisor.get('/v1/agents?limit=100')).body.data.find((each) => each['number'] === '1001') ?? { id: '' };
  const set = async (status: string) => supervisor.put(`/v1/agents/${id}/status`, { status });
  expect((await set('available')).status).toBe(200);
  const { status_since: since, team_id: teamId } = (await set('on_break')).body;
  await set('on_break');
  expect((await handleEvents(api.app)).map(({ type, payload }) => [type, json(payload)])).toEqual(
    Array(2).fill(['agent.status_changed', { number: '1001' }]),
  );
  const statuses = () => ours.messages.filter(({ type }) => type === 'status');
  await eventually(async () => statuses().length === 2);
  // read when it is told: the first one says already what the second one does
  expect(statuses().map(({ agent }) => agent)).toEqual(Array(2).fill({ number: '1001', status: 'on_break', since, break_reason: null, team_id: teamId }));

  await set('available');
  await handleEvents(api.app);
  await tenantContext.open({ tenantId: pharma.id }, () =>
    api.app.get(TenantDatabase).transaction(() =>
      api.app.get(Outbox).add('agent.put_on_break', { number: '1001', status: 'On Break', at: Date.now() })),
  );
  await handleEvents(api.app);
  await eventually(async () => statuses().length === 4);
  expect(statuses().map(({ agent }) => agent?.status).slice(2)).toEqual(['available', 'on_break']);
  expect((await snapshotOf(await connect(pharma.token))).floor?.agents[0]).toMatchObject({ number: '1001', status: 'on_break' });
  expect(theirs.messages.map(({ type }) => type)).toEqual(['snapshot']);
});

it('shows a suspended seat to its tenant until somebody lifts it, whatever order that is told in', async () => {
  const [ours, theirs] = [await connect(pharma.token), await connect(insurance.token)];
  await Promise.all([snapshotOf(ours), snapshotOf(theirs)]);
  const admin = await new ApiClients(api).user('pharma', 'tenant_admin');
  const { id, extension } = (await admin.get('/v1/seats?limit=1')).body.data[0] ?? { id: '', extension: '' };
  const suspend = async () =>
    tenantContext.open({ tenantId: pharma.id }, () => api.app.get(SeatSuspensions, { strict: false }).suspend(id, 'too-many-calls'));
  const alarms = () => ours.messages.filter(({ type }) => type.startsWith('alarm'));
  await suspend();
  await handleEvents(api.app);
  await eventually(async () => alarms().length === 1);
  const alarm = { kind: 'seat-suspended', seat_id: id, extension, reason: 'too-many-calls', at: expect.any(String) as string };
  expect(alarms()[0]).toMatchObject({ type: 'alarm', alarm });
  expect((await snapshotOf(await connect(pharma.token))).floor?.alarms).toEqual([alarm]);

  expect((await admin.delete(`/v1/seats/${id}/suspension`)).status).toBe(200);
  await suspend();
  expect((await admin.delete(`/v1/seats/${id}/suspension`)).status).toBe(200);
  expect((await admin.delete(`/v1/seats/${id}/suspension`)).status).toBe(200);
  expect((await handleEvents(api.app)).map(({ type }) => type)).toEqual(['seat.resumed', 'seat.suspended', 'seat.resumed']);
  await eventually(async () => alarms().length === 4);
  expect(alarms().slice(1).map(({ type, alarm: over }) => [type, over])).toEqual(Array(3).fill(['alarm_over', { kind: 'seat-suspended', seat_id: id }]));
  expect((await snapshotOf(await connect(pharma.token))).floor?.alarms).toEqual([]);
  expect(theirs.messages.map(({ type }) => type)).toEqual(['snapshot']);
});

it('tells one that comes back what it missed, and nothing twice', async () => {
  const first = await connect(pharma.token);
  await snapshotOf(first);
  store.putCall(pharma.id, NODE, call('resumed', { state: 'waiting' }));
  await heard(first, 'resumed waiting');
  const { cursor } = first.messages.at(-1) as Message;
  first.socket.close();
  await once(first.socket, 'close');
  store.putCall(pharma.id, NODE, call('resumed', { state: 'offered' }));
  store.putCall(insurance.id, NODE, call('foreign'));
  store.putCall(pharma.id, NODE, call('resumed', { state: 'talking' }));
  const second = await connect(pharma.token, `?after=${cursor}`);
  await heard(second, 'resumed talking');
  store.putCall(pharma.id, NODE, call('resumed', { state: 'ended' }));
  await heard(second, 'resumed ended');
  expect(second.messages.map(({ type }) => type)).toEqual(['call', 'call', 'call']);
  expect(second.calls()).toEqual(['resumed offered', 'resumed talking', 'resumed ended']);
});

it('begins anew where what was missed is no longer kept, or the cursor is none', async () => {
  store.putCall(pharma.id, NODE, call('kept', { state: 'ended' }));
  await eventually(async () => (await api.app.get(Redis).xlen(LIVE_STREAM)) > 0);
  for (const cursor of ['1-0', 'nonsense', '']) {
    const client = await connect(pharma.token, `?after=${cursor}`);
    expect((await snapshotOf(client)).type).toBe('snapshot');
    expect(client.messages).toHaveLength(1);
  }
});

it('takes the token as a second subprotocol, as a browser must send it', async () => {
  const client = await connect('', '', ['seatline.live', `bearer.${pharma.token}`]);
  expect((await snapshotOf(client)).floor?.agents).toHaveLength(8);
  expect(client.socket.protocol).toBe('seatline.live');
});

it("lets the provider's people see the tenant that they name", async () => {
  const token = await staffToken(api.app, 'provider_admin');
  await ask(api, token, `/v1/tenants/${insurance.id}/access-grants`, { post: { reason: 'a test', hours: 1 } });
  const client = await connect(token, `?tenant=${insurance.id}`);
  expect((await snapshotOf(client)).floor?.queues.map(({ name }) => name)).toEqual(['claims']);
  expect(await refusal(token)).toMatch('401');
  expect(await refusal(token, '?tenant=ten_00000000000000000000000000')).toMatch('401');
});

it.each([
  ['no token', () => ''],
  ['a wrong token', () => 'nonsense'],
  ['a token that somebody changed', () => `${pharma.token.slice(0, -4)}AAAA`],
  ['an unknown API key', () => 'sk_00000000000000000000000000000000'],
])('lets nobody in with %s', async (_what, token) => {
  expect(await refusal(token())).toMatch('401');
});

it.each([
  ['of our own', () => api.url, 101],
  ['of elsewhere', () => 'https://elsewhere.example', 403],
  ['that is none', () => 'null', 403],
])('asks from which page a socket is opened: one %s', async (_what, origin, status) => {
  const url = `${api.url.replace('http', 'ws')}${LIVE_PATH}`;
  const socket = new WebSocket(url, ['seatline.live', `bearer.${pharma.token}`], { origin: origin() });
  socket.on('error', () => undefined);
  const answered = await new Promise<number | undefined>((resolve) => {
    socket.on('open', () => resolve(101));
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
  });
  socket.terminate();
  expect(answered).toBe(status);
});

it("does not let a tenant's administrator name another tenant", async () => {
  const client = await connect(pharma.token, `?tenant=${insurance.id}`);
  expect((await snapshotOf(client)).floor?.agents.map(({ number }) => number)).toContain('1001');
});

it('is not ended by a request line that is no address', async () => {
  const { hostname, port } = new URL(api.url);
  const socket = createConnection(Number(port), hostname);
  socket.write('GET // HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1.1 404 /);
  expect((await fetch(`${api.url}/health/live`)).status).toBe(200);
});

it('ends the stream of whoever may no longer see it', async () => {
  const { socket } = await connect(insurance.token);
  const closed = once(socket, 'close');
  const database = api.app.get(ProviderDatabase);
  await database.sql('UPDATE users SET active = 0 WHERE tenant_id = ?', [insurance.id]);
  const [code] = (await closed) as [number];
  expect(code).toBe(1008);
  await database.sql('UPDATE users SET active = 1 WHERE tenant_id = ?', [insurance.id]);
});

it('tells the time each second, so that a page knows that what it shows is from now', async () => {
  const client = await connect(pharma.token);
  const times: string[] = [];
  client.socket.on('message', (data: Buffer) => {
    const { type, at } = JSON.parse(data.toString()) as { type: string; at: string };
    if (type === 'now') times.push(at);
  });
  await eventually(async () => times.length >= 2);
  expect(new Date(times[1] ?? '').toISOString()).toBe(times[1]);
  expect(Date.parse(times[1] ?? '')).toBeGreaterThan(Date.parse(times[0] ?? ''));
});
