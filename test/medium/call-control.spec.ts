import { randomUUID } from 'node:crypto';
import type { LiveCall } from '../../src/features/live/domain/live-view';
import { LiveStore } from '../../src/features/live/live-store';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';
import { tenantIdOf } from '../factories/books';

let api: TestApi;
let tenantId: string;
let agent: ApiClient;
let supervisor: ApiClient;
let viewer: ApiClient;
let other: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  const clients = new ApiClients(api);
  // the first agent of the file: 1001
  [agent, supervisor] = [await clients.user('pharma', 'agent'), await clients.user('pharma', 'supervisor')];
  [viewer, other] = [await clients.user('pharma', 'viewer'), await clients.user('insurance', 'tenant_admin')];
  tenantId = await tenantIdOf(api.app, 'pharma');
  await agent.put('/v1/me/agent/status', { status: 'on_break' });
});
afterAll(() => api.stop());

function goingOn(change: Partial<LiveCall>): string {
  const call: LiveCall = {
    uuid: randomUUID(), direction: 'inbound', state: 'talking', from: '13800138001', to: '4008001001', queue: 'care',
    agent: '1001', offeredTo: null, caller: null, seats: [], startedAt: '2026-11-01T08:00:00.000Z', waitingSince: null, answeredAt: null, talkingSince: null, ...change,
  };
  api.app.get(LiveStore, { strict: false }).putCall(tenantId, 'sw1', call);
  return call.uuid;
}

const transfer = async (client: ApiClient, uuid: string, body: object = { kind: 'queue', to: 'care' }) => {
  const answer = await client.post(`/v1/calls/${uuid}/transfer`, body);
  return [answer.status, answer.body.errors?.[0]?.pointer ?? answer.body.code];
};

it("transfers one's own call only, another's for supervisors, and none of another tenant", async () => {
  const [own, theirs] = [goingOn({ seats: ['1001'] }), goingOn({ agent: '1002', seats: ['1002'] })];
  const given = goingOn({ agent: '1001', seats: [] });
  expect(await transfer(agent, theirs)).toEqual([403, 'forbidden']);
  expect(await transfer(viewer, own)).toEqual([403, 'forbidden']);
  expect(await transfer(agent, given)).toEqual([403, 'forbidden']);
  for (const uuid of [own, theirs, randomUUID(), 'no-uuid']) expect(await transfer(other, uuid)).toEqual([404, 'not_found']);
  // no switch process runs here: nobody confirms
  const answers = await Promise.all([transfer(agent, own), transfer(supervisor, theirs)]);
  expect(answers).toEqual([[503, 'unavailable'], [503, 'unavailable']]);
});

it.each([
  ['a kind alone', { kind: 'agent' }, [422, '/to']],
  ['no agent of the tenant', { kind: 'agent', to: '2001' }, [422, '/to']],
  ['itself', { kind: 'agent', to: '1001' }, [422, '/to']],
  ['an agent who sits nowhere', { kind: 'agent', to: '1005' }, [409, 'conflict']],
  ["another tenant's queue", { kind: 'queue', to: 'claims' }, [422, '/to']],
  ['no number', { kind: 'number', to: '12' }, [422, '/to']],
  ['a number that the plan does not allow', { kind: 'number', to: '+85221230001' }, [422, '/to']],
  ['a consultation that is named', { kind: 'consultation', to: '1002' }, [422, '/to']],
  ['something else', { kind: 'elsewhere' }, [422, '/kind']],
])('sends nobody to %s', async (_what, body, expected) => {
  expect(await transfer(supervisor, goingOn({}), body)).toEqual(expected);
});

it('gives no call away that is not talked on', async () => {
  expect(await transfer(supervisor, goingOn({ state: 'waiting', agent: null }))).toEqual([409, 'conflict']);
});

describe('supervision', () => {
  const ask = async (client: ApiClient, uuid: string, body: object = { mode: 'listen' }) => {
    const answer = await client.post(`/v1/calls/${uuid}/supervision`, body);
    return [answer.status, answer.body.errors?.[0]?.pointer ?? answer.body.code];
  };
  const seatOf = async (client: ApiClient, extension: string) => {
    const { body } = await client.get('/v1/seats?limit=100');
    return body.data.find((seat) => seat['extension'] === extension)?.id;
  };
  const rows = () =>
    api.app.get(ProviderDatabase).sql<{ mode: string; lasting: number | null; call_uuid: string }>(
      'SELECT mode, lasting, call_uuid FROM supervisions ORDER BY id',
    );

  it('is for supervisors of the tenant, from a seat of the tenant where nobody else sits', async () => {
    const uuid = goingOn({});
    const seat_id = await seatOf(supervisor, '1010');
    expect(await ask(agent, uuid)).toEqual([403, 'forbidden']);
    expect(await ask(other, uuid)).toEqual([404, 'not_found']);
    expect(await ask(supervisor, uuid)).toEqual([422, '/seat_id']);
    expect(await ask(supervisor, uuid, { mode: 'listen', seat_id: await seatOf(other, '2001') })).toEqual([422, '/seat_id']);
    expect(await ask(supervisor, uuid, { mode: 'shout', seat_id })).toEqual([422, '/mode']);
    expect(await ask(supervisor, goingOn({ state: 'waiting' }), { mode: 'listen', seat_id })).toEqual([409, 'conflict']);
    const sitting = (await supervisor.get('/v1/agents?limit=100')).body.data.find((each) => each['number'] === '1003');
    await supervisor.put(`/v1/agents/${sitting?.id}/status`, { status: 'on_break' });
    const taken = { mode: 'listen', seat_id: await seatOf(supervisor, '1003') };
    expect(await ask(supervisor, uuid, taken)).toEqual([409, 'conflict']);
    expect(await rows()).toEqual([]);
  });

  it('stands in the books before the phone rings, once for a seat', async () => {
    const [uuid, seat_id] = [goingOn({}), await seatOf(supervisor, '1009')];
    // no switch process runs here: nobody confirms, and the phone may ring
    const answers = await Promise.all([1, 2].map(() => ask(supervisor, uuid, { mode: 'whisper', seat_id })));
    expect(answers.sort()).toEqual([[409, 'conflict'], [503, 'unavailable']]);
    expect(await rows()).toEqual([{ mode: 'whisper', lasting: 1, call_uuid: uuid }]);
    const entries = await api.app.get(ProviderDatabase).sql<{ action: string }>(
      "SELECT action FROM audit_entries WHERE object_type = 'supervisions'",
    );
    expect(entries).toEqual([{ action: 'created' }]);
  });

  it("ends and changes one's own alone", async () => {
    const { call_uuid: uuid } = (await rows())[0]!;
    const admin = await new ApiClients(api).user('pharma', 'tenant_admin');
    expect((await admin.put(`/v1/calls/${uuid}/supervision`, { mode: 'barge' })).status).toBe(404);
    expect((await admin.delete(`/v1/calls/${uuid}/supervision`)).status).toBe(404);
  });
});
