import WebSocket from 'ws';
import { ENTITIES } from '../../src/entities';
import type { LiveCall } from '../../src/features/live/domain/live-view';
import { LIVE_PATH } from '../../src/features/live/live.gateway';
import { LiveStore } from '../../src/features/live/live-store';
import { ROLE_PERMISSIONS, type TenantRole } from '../../src/platform/auth/permissions';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { TenantOwned } from '../../src/platform/database/tenant-owned';
import { describeApi } from '../../src/platform/http/openapi';
import { billingPeriodAt } from '../../src/platform/time/billing-period';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';
import { book, inboundLeg, outboundLegs, tenantIdOf } from '../factories/books';
import { eventually } from '../factories/switch';

const CALLER = '13800138001';
const CALLED = '13900139002';
const NUMBERS = new RegExp(`${CALLER}|${CALLED}`);

let api: TestApi;
let clients: ApiClients;
let tenantId: string;
let ids: string[];
let paths: { path: string; idsOf(name: string): string[] }[];
const sockets: WebSocket[] = [];

beforeAll(async () => {
  api = await startTestApi();
  await applyTenant(api.app, 'pharma');
  clients = new ApiClients(api);
  tenantId = await tenantIdOf(api.app, 'pharma');
  const at = new Date(Date.now() - 120_000).toISOString();
  const customer = { name: 'Caller', numbers: [CALLER, CALLED] };
  await (await clients.user('pharma', 'tenant_admin')).post('/v1/customers', customer);
  await book(api.app, inboundLeg(tenantId, at, 61, { from: CALLER }));
  await book(api.app, ...outboundLegs(tenantId, at, 30, CALLED));
  await book(api.app, ...outboundLegs(tenantId, '2020-01-01T00:00:00.000Z', 30, CALLED));
  const finance = await clients.staff('provider_admin');
  await finance.post('/v1/invoices/close', { period: billingPeriodAt(new Date(), 'Asia/Shanghai').key });
  const database = api.app.get(ProviderDatabase);
  const owned = ENTITIES.filter((entity) => entity.prototype instanceof TenantOwned);
  const rows = await Promise.all(
    owned.map((entity) => database.manager().find(entity as never, { where: { tenantId } as never, take: 20 })),
  );
  ids = rows.flat().map((row) => (row as { id: string }).id);
  show(call('waits'), call('others', { agent: '1999', state: 'talking' }), call('own', { agent: '1001', state: 'talking' }));
  paths = Object.entries(describeApi(api.app).paths).flatMap(([path, { get }]) =>
    get ? [{ path, idsOf: (name: string) => idsFor(get.parameters as Parameter[] | undefined, name) }] : [],
  );
});
afterAll(async () => {
  for (const socket of sockets) socket.terminate();
  await api.stop();
});

interface Parameter {
  name: string;
  schema: { pattern?: string };
}

/** Of the kind that the document says; one that names nothing where the path has no such parameter. */
function idsFor(parameters: Parameter[] = [], name: string): string[] {
  const pattern = parameters.find((each) => each.name === name)?.schema.pattern;
  return pattern === undefined ? [''] : ids.filter((id) => new RegExp(pattern).test(id));
}

function call(uuid: string, over: Partial<LiveCall> = {}): LiveCall {
  return {
    uuid, direction: 'inbound', state: 'waiting', from: CALLER, to: '4008001001', queue: 'care', agent: null, offeredTo: null, caller: null, seats: [],
    startedAt: '2026-11-01T08:00:00.000Z', waitingSince: null, answeredAt: null, talkingSince: null, ...over,
  };
}

function show(...calls: LiveCall[]): void {
  for (const each of calls) api.app.get(LiveStore, { strict: false }).putCall(tenantId, 'sw1', each);
}

/** Where somebody is shown a number whole: every route is tried with every id of its kind. */
async function shownTo(client: ApiClient): Promise<string[]> {
  const answers: string[] = [];
  for (const { path, idsOf } of paths) {
    for (const id of idsOf('id')) {
      for (const lineId of idsOf('lineId')) {
        const { status, body } = await client.get(path.replace('{id}', id).replace('{lineId}', lineId));
        if (status === 200 && NUMBERS.test(JSON.stringify(body))) answers.push(path);
      }
    }
  }
  return [...new Set(answers)].sort();
}

const EVERYWHERE = [
  '/v1/calls', '/v1/calls/{id}', '/v1/customers', '/v1/customers/{id}', '/v1/customers/{id}/calls', '/v1/invoices/{id}/csv', '/v1/invoices/{id}/lines/{lineId}/usage', '/v1/live', '/v1/usage',
];

it('are whole for who may read personal data, wherever they stand', async () => {
  expect(await shownTo(await clients.user('pharma', 'tenant_admin'))).toEqual(EVERYWHERE);
});

it('are masked for a viewer on every route there is', async () => {
  expect(await shownTo(await clients.user('pharma', 'viewer'))).toEqual([]);
});

it.each(['provider_admin', 'account_manager', 'finance'] as const)("are masked for the provider's %s", async (role) => {
  expect(await shownTo(await (await clients.staff(role)).enter(tenantId))).toEqual([]);
});

it('tell where they come from, and nothing else is changed', async () => {
  const viewer = await clients.user('pharma', 'viewer');
  const { data } = (await viewer.get('/v1/calls')).body;
  expect(data).toEqual([
    expect.objectContaining({ direction: 'outbound', from_number: '1001', to_number: '139****9002' }),
    expect.objectContaining({ direction: 'outbound', from_number: '1001', to_number: '139****9002' }),
    expect.objectContaining({ direction: 'inbound', from_number: '138****8001', to_number: '4008001001' }),
  ]);
  const inbound = (await viewer.get(`/v1/calls/${data[2]?.id ?? ''}`)).body;
  expect(inbound['legs']).toEqual([expect.objectContaining({ from: '138****8001', to: '4008001001' })]);
});

it('cannot be asked for by who does not see them', async () => {
  const viewer = await clients.user('pharma', 'viewer');
  expect((await viewer.get(`/v1/calls?number=${CALLER}`)).body.code).toBe('forbidden');
  const supervisor = await clients.user('pharma', 'supervisor');
  expect((await supervisor.get(`/v1/calls?number=${CALLER}`)).body.data).toHaveLength(1);
});

it('show an agent whom he talks to, and nobody else', async () => {
  const agent = await clients.user('pharma', 'agent');
  const calls = (await agent.get('/v1/live')).body['calls'] as { uuid: string; from: string }[];
  expect(Object.fromEntries(calls.map(({ uuid, from }) => [uuid, from]))).toEqual({
    waits: '138****8001', others: '138****8001', own: CALLER,
  });
});

it('are masked on the websocket alike, in the snapshot and in every change', async () => {
  const token = async (role: TenantRole) => {
    const email = role === 'agent' ? 'agent1001@pharma.seatline.test' : `${role}@pharma.seatline.test`;
    await clients.user('pharma', role);
    const body = { tenant: 'pharma', email, password: 'correct horse battery staple' };
    return String((await clients.anonymous().post('/v1/sign-in', body)).body['access_token']);
  };
  const [viewer, agent, supervisor] = [await open(await token('viewer')), await open(await token('agent')), await open(await token('supervisor'))];
  const missed = await open(await token('viewer'), '?after=0-0');
  show(call('next', { offeredTo: '1001', seats: [], state: 'offered' }), call('last', { direction: 'outbound', from: '1999', to: CALLED }));
  await Promise.all([viewer, agent, supervisor, missed].map((messages) => eventually(async () => messages.some((each) => each.includes('"last"')))));
  expect(viewer.join().match(NUMBERS)).toBeNull();
  expect(missed.join().match(NUMBERS)).toBeNull();
  expect(missed.join()).toContain('138****8001');
  expect(agent.filter((each) => each.includes('"next"')).join()).toContain(CALLER);
  expect(agent.filter((each) => each.includes('"last"')).join()).toContain('139****9002');
  expect(supervisor.filter((each) => each.includes('"last"')).join()).toContain(CALLED);
});

async function open(token: string, query = ''): Promise<string[]> {
  const socket = new WebSocket(`${api.url.replace('http', 'ws')}${LIVE_PATH}${query}`, { headers: { authorization: `Bearer ${token}` } });
  sockets.push(socket);
  const messages: string[] = [];
  socket.on('message', (data: Buffer) => messages.push(data.toString()));
  await eventually(async () => socket.readyState === WebSocket.OPEN);
  return messages;
}

it('is a right that tenants\' administrators and supervisors have, and no other role', () => {
  const holders = Object.entries(ROLE_PERMISSIONS).filter(([, permissions]) => permissions.includes('personal-data:read'));
  expect(holders.map(([role]) => role)).toEqual(['tenant_admin', 'supervisor']);
});
