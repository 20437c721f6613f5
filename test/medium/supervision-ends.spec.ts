import { randomUUID } from 'node:crypto';
import Bull, { type Queue } from 'bull';
import type { LiveCall } from '../../src/features/live/domain/live-view';
import { LiveStore } from '../../src/features/live/live-store';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { commandQueueName, type CommandOutcome, type QueuedCommand, type SwitchCommand } from '../../src/telephony/commands/switch-command';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients, PASSWORD } from '../factories/api-client';
import { tenantIdOf } from '../factories/books';
import { eventually } from '../factories/switch';

let api: TestApi;
let clients: ApiClients;
let admin: ApiClient;
let tenantId: string;
let queue: Queue<QueuedCommand>;
/** The listening legs that are on the switch now. */
const legs = new Set<string>();
let whileRinging: () => Promise<unknown> = async () => undefined;

/** Where the switch process stands: at the other end of the node's queue, and it does all that it is told. */
async function carryOut(command: SwitchCommand): Promise<CommandOutcome> {
  if (command.kind === 'supervise') {
    await whileRinging();
    legs.add(command.legUuid);
  }
  if (command.kind === 'end-supervision') legs.delete(command.legUuid);
  return command.kind === 'find-leg' && !legs.has(command.legUuid) ? 'refused' : 'done';
}

beforeAll(async () => {
  api = await startTestApi();
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  clients = new ApiClients(api);
  admin = await clients.user('pharma', 'tenant_admin');
  tenantId = await tenantIdOf(api.app, 'pharma');
  queue = new Bull(commandQueueName('sw1'), String(api.environment['REDIS_URL']), { prefix: 'seatline' });
  void queue.process(4, ({ data }) => carryOut(data.command));
});
afterAll(async () => {
  await queue.close();
  await api.stop();
});

function goingOn(): string {
  const call: LiveCall = {
    uuid: randomUUID(), direction: 'inbound', state: 'talking', from: '13800138001', to: '4008001001', queue: 'care',
    agent: '1001', offeredTo: null, caller: null, seats: ['1001'], startedAt: '2026-11-01T08:00:00.000Z', waitingSince: null, answeredAt: null, talkingSince: null,
  };
  api.app.get(LiveStore, { strict: false }).putCall(tenantId, 'sw1', call);
  return call.uuid;
}

async function seatId(extension: string): Promise<string> {
  return (await admin.get('/v1/seats?limit=100')).body.data.find((seat) => seat['extension'] === extension)?.id ?? '';
}

/** A supervisor's phone listens. @returns the leg */
async function listen(client: ApiClient, extension: string): Promise<string> {
  const known = new Set(legs);
  const { status } = await client.post(`/v1/calls/${goingOn()}/supervision`, { mode: 'listen', seat_id: await seatId(extension) });
  expect(status).toBe(201);
  return [...legs].find((leg) => !known.has(leg)) ?? '';
}

async function newSupervisor(name: string): Promise<{ id: string; email: string; client: ApiClient }> {
  const email = `${name}@pharma.seatline.test`;
  const first = 'an entirely other staple';
  const { body } = await admin.post('/v1/users', { email, name, role: 'supervisor', password: first });
  return { id: body.id, email, client: await clients.firstSignIn({ tenant: 'pharma', email, password: first }) };
}

const change = async (id: string, body: object) => {
  const { etag } = await admin.get(`/v1/users/${id}`);
  expect((await admin.patch(`/v1/users/${id}`, body, { 'if-match': etag })).status).toBe(200);
};

it('ends what a supervisor listens to with his session, and no other', async () => {
  const { email, client } = await newSupervisor('two-sessions');
  const other = await clients.signIn({ tenant: 'pharma', email, password: PASSWORD });
  const [mine, second] = [await listen(client, '1009'), await listen(other, '1010')];
  expect((await client.post('/v1/sign-out')).status).toBe(204);
  await eventually(async () => !legs.has(mine));
  expect(legs.has(second)).toBe(true);
  const entry = async () => (await admin.get('/v1/audit-entries?object_type=supervisions&action=changed')).body.data[0];
  expect(await eventually(entry)).toMatchObject({ actor_kind: 'system' });
});

it.each([
  ['he may no longer supervise', (id: string) => change(id, { role: 'agent' })],
  ['he is switched off', (id: string) => change(id, { active: false })],
  ['his sessions are ended for him', (id: string) => admin.delete(`/v1/users/${id}/sessions`)],
])('ends it as soon as %s', async (what, takeAway) => {
  const { id, client } = await newSupervisor(`listener-${what.length}`);
  const leg = await listen(client, '1008');
  await takeAway(id);
  await eventually(async () => !legs.has(leg));
});

it('ends what a key listens to when it is revoked', async () => {
  const key = await admin.post('/v1/api-keys', { name: 'quality', role: 'supervisor' });
  const leg = await listen(clients.bearer(key.body.secret), '1007');
  expect((await admin.delete(`/v1/api-keys/${key.body.id}`)).status).toBe(204);
  await eventually(async () => !legs.has(leg));
});

it('ends it when a session is over that nobody ended', async () => {
  const { id, client } = await newSupervisor('sleeper');
  const leg = await listen(client, '1006');
  await api.app.get(ProviderDatabase).sql('UPDATE sessions SET expires_at = NOW() - INTERVAL 1 SECOND WHERE person_id = ?', [id]);
  await eventually(async () => !legs.has(leg));
});

it('lets no phone listen on whose right was taken away while it was being rung', async () => {
  const { id, client } = await newSupervisor('late');
  const lasting = () => api.app.get(ProviderDatabase).sql('SELECT id FROM supervisions WHERE supervisor_id = ? AND lasting = 1', [id]);
  whileRinging = async () => {
    await admin.delete(`/v1/users/${id}/sessions`);
    await eventually(async () => (await lasting()).length === 0);
  };
  const known = new Set(legs);
  const { status } = await client.post(`/v1/calls/${goingOn()}/supervision`, { mode: 'listen', seat_id: await seatId('1005') });
  expect(status).toBe(404);
  expect([...legs].filter((leg) => !known.has(leg))).toEqual([]);
});
