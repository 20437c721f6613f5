import { randomUUID } from 'node:crypto';
import { CallbackBook } from '../../src/features/callbacks/domain/callback-book';
import type { LiveCall } from '../../src/features/live/domain/live-view';
import { LiveStore } from '../../src/features/live/live-store';
import { newId } from '../../src/platform/database/ids';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { FieldSeals } from '../../src/platform/encryption/field-seals';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { addDays, localDateOf, startOfDay } from '../../src/platform/time/calendar';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';
import { tenantIdOf } from '../factories/books';

const ZONE = 'Asia/Shanghai';

let api: TestApi;
let tenantId: string;
let agent: ApiClient;
let supervisor: ApiClient;
let database: ProviderDatabase;

beforeAll(async () => {
  api = await startTestApi();
  database = api.app.get(ProviderDatabase);
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  const clients = new ApiClients(api);
  // the first agent of the file: 1001
  [agent, supervisor] = [await clients.user('pharma', 'agent'), await clients.user('pharma', 'supervisor')];
  tenantId = await tenantIdOf(api.app, 'pharma');
  await agent.put('/v1/me/agent/status', { status: 'on_break' });
});
afterAll(() => api.stop());

function show(change: Partial<LiveCall>): string {
  const call: LiveCall = {
    uuid: randomUUID(), direction: 'inbound', state: 'talking', from: '13800138001', to: '4008001001', queue: 'vip',
    agent: null, offeredTo: null, caller: null, seats: [], startedAt: new Date().toISOString(), waitingSince: null, answeredAt: null, talkingSince: null,
    ...change,
  };
  api.app.get(LiveStore, { strict: false }).putCall(tenantId, 'sw1', call);
  return call.uuid;
}

async function keep(tenant: string, from: string, startedAt: Date, outcome = 'answered'): Promise<{ uuid: string; id: string }> {
  const [uuid, id] = [randomUUID(), newId('call')];
  const seal = (await api.app.get(FieldSeals).toWriteOf([tenant]))(tenant);
  await database.sql(
    `INSERT INTO calls (tenant_id, id, created_at, node, uuid, direction, from_index, queue, agent, state, outcome, started_at, settled)
     VALUES (?, ?, ?, 'sw1', ?, 'inbound', ?, 'care', '1001', 'ended', ?, ?, 1)`,
    [tenant, id, startedAt, uuid, seal.index(from), outcome, startedAt],
  );
  return { uuid, id };
}

describe('the present call', () => {
  it('is none while no phone rings, and none of other agents', async () => {
    const theirs = show({ agent: '1002', seats: ['1002'] });
    expect((await agent.get('/v1/me/agent/call')).body).toEqual({ call: null, customer: null, script_steps: [], earlier: [] });
    show({ uuid: theirs, state: 'ended' });
  });

  it('says which customer it is, to the agent who has the call and to no other', async () => {
    const clients = new ApiClients(api);
    const admin = await clients.user('pharma', 'tenant_admin');
    const [segment] = (await admin.get('/v1/segments')).body.data;
    const body = { name: '王芳', external_id: 'crm-1', note: 'afternoons', attributes: [{ name: 'ward', value: '3' }], segment_id: segment?.id };
    const { id } = (await admin.post('/v1/customers', body)).body;
    const caller = { customerId: id, name: '王芳', segment: null };
    const uuid = show({ state: 'offered', offeredTo: '1001', caller });
    const known = await agent.get('/v1/me/agent/call');
    expect(known.body['customer']).toEqual({
      id, external_id: 'crm-1', name: '王芳', language: null, note: 'afternoons', attributes: [{ name: 'ward', value: '3' }],
      segment: { id: segment?.id, name: 'VIP', description: '', colour: 'gold' },
    });
    expect((await agent.get(`/v1/customers/${id}`)).status).toBe(403);
    show({ uuid, state: 'offered', offeredTo: '1002', caller });
    expect((await agent.get('/v1/me/agent/call')).body['customer']).toBeNull();
    await admin.delete(`/v1/customers/${id}`, undefined, { 'if-match': '"1"' });
    show({ uuid, state: 'offered', offeredTo: '1001', caller });
    expect((await agent.get('/v1/me/agent/call')).body).toMatchObject({ call: { uuid }, customer: null });
    show({ uuid, state: 'ended' });
  });

  it('says who calls, which number, and what came of the last five calls', async () => {
    const caller = '13800138077';
    const now = Date.now();
    for (let nth = 1; nth <= 6; nth += 1) await keep(tenantId, caller, new Date(now - nth * 60_000), nth === 2 ? 'abandoned' : 'answered');
    await keep(await tenantIdOf(api.app, 'insurance'), caller, new Date(now - 30_000));
    const { uuid: last } = await keep(tenantId, caller, new Date(now - 1000));
    const noted = await agent.put(`/v1/calls/${last}/notes`, { text: 'Asks for the leaflet.\nBy post.' });
    expect([noted.status, noted.body]).toMatchObject([200, {}]);
    const uuid = show({ from: caller, state: 'offered', offeredTo: '1001' });
    const { body } = await agent.get('/v1/me/agent/call');
    expect(body['call']).toMatchObject({ uuid, state: 'offered', from: caller, to: '4008001001', number_queue: 'care', queue: 'vip' });
    const earlier = body['earlier'] as { outcome: string; notes: object[]; queue: string; agent: string }[];
    expect(earlier).toHaveLength(5);
    expect(earlier[0]).toMatchObject({ queue: 'care', agent: '1001', notes: [{ agent: '1001', text: 'Asks for the leaflet.\nBy post.' }] });
    expect(earlier[1]).toMatchObject({ notes: [] });
    expect(earlier.map(({ outcome }) => outcome)).toEqual(['answered', 'answered', 'abandoned', 'answered', 'answered']);
    show({ uuid, state: 'ended' });
  });

  it('is the one that is talked on when another rings, and no longer one that was given away', async () => {
    const rings = show({ offeredTo: '1001', state: 'offered' });
    const talks = show({ agent: '1001', seats: ['1001'] });
    const uuid = async () => ((await agent.get('/v1/me/agent/call')).body['call'] as { uuid: string } | null)?.uuid;
    expect(await uuid()).toBe(talks);
    expect((await agent.get(`/v1/me/agent/call?uuid=${rings}`)).body['call']).toMatchObject({ uuid: rings });
    expect((await agent.get(`/v1/me/agent/call?uuid=${randomUUID()}`)).body).toEqual({ call: null, customer: null, script_steps: [], earlier: [] });
    show({ uuid: talks, agent: '1001', seats: [] });
    expect(await uuid()).toBe(rings);
    show({ uuid: rings, state: 'ended' });
    expect(await uuid()).toBeUndefined();
    expect((await supervisor.get('/v1/me/agent/call')).status).toBe(404);
  });
});

it('looks for earlier calls, and for offers, by an index', async () => {
  // which of them it takes hangs on how many rows there are
  const explain = async (statement: string) => (await database.sql<{ possible_keys: string }>(`EXPLAIN ${statement}`))[0]?.possible_keys;
  const of = `tenant_id = '${tenantId}'`;
  expect(await explain(`SELECT * FROM calls WHERE ${of} AND from_index = '1' AND started_at < NOW() ORDER BY started_at DESC LIMIT 5`)).toContain('calls_from');
  expect(await explain(`SELECT * FROM call_offers WHERE ${of} AND agent = '1' AND started_at >= NOW()`)).toContain('call_offers_agent');
});

describe('the day', () => {
  async function talk(startedAt: Date, result: string, seconds: number | null): Promise<void> {
    const { uuid, id } = await keep(tenantId, '13800138099', startedAt);
    await database.sql(
      'INSERT INTO call_offers (tenant_id, id, created_at, call_id, position, agent, result, started_at) VALUES (?, ?, ?, ?, 0, ?, ?, ?)',
      [tenantId, newId('offer'), startedAt, id, '1001', result, startedAt],
    );
    const leg = (agentName: string, side: string, answeredAt: number | null, billSeconds: number) =>
      database.sql(
        `INSERT INTO call_legs (tenant_id, id, created_at, node, uuid, call_uuid, direction, facts, started_at, ended_at)
         VALUES (?, ?, ?, 'sw1', ?, ?, 'outbound', ?, ?, ?)`,
        [tenantId, newId('leg'), startedAt, randomUUID(), uuid, JSON.stringify({ answeredAt, billSeconds, queue: { side, agent: agentName } }), startedAt, startedAt],
      );
    await leg('1001@pharma.seatline.test', 'agent', seconds === null ? null : 1, seconds ?? 0);
    await leg('1001@pharma.seatline.test', 'member', 1, 900);
    await leg('1002@pharma.seatline.test', 'agent', 1, 800);
  }

  it("has the tenant's own midnight, and one's own calls alone", async () => {
    const today = localDateOf(new Date(), ZONE);
    const empty = { date: today, answered: 0, missed: 0, talk_seconds: 0, mean_talk_seconds: null, longest_talk_seconds: null };
    expect((await agent.get('/v1/me/agent/day')).body).toMatchObject(empty);
    const midnight = startOfDay(today, ZONE).getTime();
    await talk(new Date(midnight - 1), 'answered', 500);
    await talk(new Date(midnight), 'answered', 61);
    await talk(new Date(midnight + 1000), 'answered', 30);
    await talk(new Date(midnight + 2000), 'no-answer', null);
    await talk(new Date(midnight + 2000), 'cancelled', null);
    await talk(new Date(midnight + 3000), 'rejected', null);
    await talk(startOfDay(addDays(today, 1), ZONE), 'answered', 500);
    // (61 + 30) / 2 = 45.5
    const expected = { date: today, answered: 2, missed: 2, talk_seconds: 91, mean_talk_seconds: 45, longest_talk_seconds: 61, mean_handling_seconds: 45 };
    expect((await agent.get('/v1/me/agent/day')).body).toMatchObject(expected);
  });
});

describe('the callbacks', () => {
  const TERMS = { windowMinutes: 30, mostAttempts: 3, retryMinutes: 10 };
  const minutesAgo = (count: number) => new Date(Date.now() - count * 60_000);
  const waiting = async () => (await agent.get('/v1/me/agent/callbacks')).body;

  /** Asked for by a caller. */
  async function ask(tenant: string, queue: string, nth: number, placeAt: Date): Promise<void> {
    const request = { callUuid: randomUUID(), queue, number: `1380013900${nth}`, callerNumber: null, placeAt, calendar: null, terms: TERMS };
    await tenantContext.open({ tenantId: tenant }, () => api.app.get(CallbackBook, { strict: false }).ask(request));
  }

  it("are those of the queues that one serves, whose time has come, and none of another tenant's", async () => {
    expect(await waiting()).toEqual({ waiting: 0, next_promised_by: null, longest: [] });
    const admin = await new ApiClients(api).user('pharma', 'tenant_admin');
    const theirs = (await admin.post('/v1/queues', { name: 'not-mine', settings: {} })).body.id;
    const other = (await admin.get('/v1/agents?limit=100')).body.data.find(({ number }) => number === '1002')?.id;
    const { etag } = await admin.get(`/v1/queues/${theirs}/tiers`);
    const served = await admin.put(`/v1/queues/${theirs}/tiers`, { tiers: [{ agent_id: other, level: 0, position: 1 }] }, { 'if-match': etag });
    expect(served.status).toBe(200);
    await ask(tenantId, 'not-mine', 0, minutesAgo(90));
    await ask(await tenantIdOf(api.app, 'insurance'), 'care', 1, minutesAgo(90));
    await admin.post('/v1/callbacks', { number: '+8613800139002', queue: 'care', due_at: minutesAgo(-60).toISOString() });
    expect(await waiting()).toMatchObject({ waiting: 0 });
    for (let nth = 3; nth <= 8; nth += 1) await ask(tenantId, nth === 5 ? 'vip' : 'care', nth, minutesAgo(nth));
    // rung in time, then to be tried again: no promise is open
    const rung = "UPDATE callbacks SET first_tried_at = place_at, promised_by = ? WHERE tenant_id = ? AND place_at < ? AND queue = 'care'";
    await database.sql(rung, [minutesAgo(5), tenantId, minutesAgo(7.5)]);
    const next = minutesAgo(2);
    await database.sql("UPDATE callbacks SET promised_by = ? WHERE tenant_id = ? AND queue = 'vip'", [next, tenantId]);
    const { longest, ...figures } = await waiting();
    expect(figures).toEqual({ waiting: 6, next_promised_by: next.toISOString() });
    const shown = longest as { queue: string; promise: string | null }[];
    // eight, seven, six, five, four minutes
    expect(shown.map(({ queue, promise }) => [queue, promise])).toEqual([['care', 'kept'], ['care', null], ['care', null], ['vip', 'broken'], ['care', null]]);
    expect(Object.keys(shown[0] ?? {}).sort()).toEqual(['place_at', 'promise', 'promised_by', 'queue']);
    expect((await supervisor.get('/v1/me/agent/callbacks')).status).toBe(404);
  });
});
