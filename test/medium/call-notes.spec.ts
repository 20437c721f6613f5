import { randomUUID } from 'node:crypto';
import type { LiveCall } from '../../src/features/live/domain/live-view';
import { LiveStore } from '../../src/features/live/live-store';
import { newId } from '../../src/platform/database/ids';
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
let database: ProviderDatabase;

beforeAll(async () => {
  api = await startTestApi();
  database = api.app.get(ProviderDatabase);
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  const clients = new ApiClients(api);
  // the first agent of the file: 1001
  [agent, supervisor] = [await clients.user('pharma', 'agent'), await clients.user('pharma', 'supervisor')];
  [viewer, other] = [await clients.user('pharma', 'viewer'), await clients.user('insurance', 'tenant_admin')];
  tenantId = await tenantIdOf(api.app, 'pharma');
  await agent.put('/v1/me/agent/status', { status: 'on_break' });
});
afterAll(() => api.stop());

function show(change: Partial<LiveCall> = {}): string {
  const call: LiveCall = {
    uuid: randomUUID(), direction: 'inbound', state: 'talking', from: '13800138001', to: '4008001001', queue: 'care',
    agent: '1001', offeredTo: null, caller: null, seats: ['1001'], startedAt: new Date().toISOString(), waitingSince: null, answeredAt: null, talkingSince: null,
    ...change,
  };
  api.app.get(LiveStore, { strict: false }).putCall(tenantId, 'sw1', call);
  return call.uuid;
}

/** A call that is over and in the books. @returns its uuid and id */
async function keep(agentNumber: string, startedAt = new Date()): Promise<[string, string]> {
  const [uuid, id] = [randomUUID(), newId('call')];
  await database.sql(
    `INSERT INTO calls (tenant_id, id, created_at, node, uuid, direction, queue, agent, state, outcome, started_at, settled)
     VALUES (?, ?, ?, 'sw1', ?, 'inbound', 'care', ?, 'ended', 'answered', ?, 1)`,
    [tenantId, id, startedAt, uuid, agentNumber, startedAt],
  );
  return [uuid, id];
}

const write = (client: ApiClient, uuid: string, text: string, more: object = {}) =>
  client.put(`/v1/calls/${uuid}/notes`, { text, ...more });
const read = (client: ApiClient, uuid: string) => client.get(`/v1/calls/${uuid}/notes`);

describe('notes', () => {
  it('are written while the phone rings, in the call and in wrap-up, and are the same one', async () => {
    const uuid = show({ state: 'offered', agent: null, offeredTo: '1001', seats: [] });
    expect((await write(agent, uuid, 'rings')).status).toBe(200);
    show({ uuid, state: 'ended' });
    const answer = await write(agent, uuid, 'Asks for the leaflet.', { wrap_up_code: 'leaflet' });
    expect(answer.body['notes']).toMatchObject([{ agent: '1001', text: 'Asks for the leaflet.', wrap_up_code: 'leaflet' }]);
    const rows = await database.sql<{ sealed: Buffer }>('SELECT sealed FROM call_notes WHERE call_uuid = ?', [uuid]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.sealed.toString('latin1')).not.toContain('leaflet');
    const log = await database.sql<{ action: string; detail: unknown }>(
      "SELECT action, detail FROM audit_entries WHERE object_type = 'call_notes' ORDER BY seq",
    );
    expect(log.map(({ action }) => action)).toEqual(['created', 'changed']);
    expect(JSON.stringify(log)).not.toMatch(/Asks|sealed/);
  });

  it("are of one's own calls, read by supervisors, shown with the call, and hidden from whoever may not", async () => {
    const [uuid, id] = await keep('1001');
    expect((await write(agent, uuid, 'mine')).status).toBe(200);
    expect((await write(supervisor, uuid, 'theirs')).status).toBe(403);
    expect((await read(supervisor, uuid)).body['notes']).toMatchObject([{ text: 'mine' }]);
    expect((await supervisor.get(`/v1/calls/${id}`)).body['notes']).toMatchObject([{ text: 'mine' }]);
    expect((await viewer.get(`/v1/calls/${id}`)).body['notes']).toBeNull();
    const [foreign] = await keep('1002');
    expect((await read(agent, foreign)).status).toBe(403);
    expect((await write(agent, foreign, 'x')).status).toBe(403);
    for (const unknown of [uuid, randomUUID(), 'no-uuid']) expect((await read(other, unknown)).status).toBe(404);
  });

  it('tell programs of the code that was chosen, once, and of the one chosen instead', async () => {
    const uuid = show({ state: 'ended' });
    const codes = [{ wrap_up_code: null }, { wrap_up_code: 'leaflet' }, { wrap_up_code: 'leaflet' }, { wrap_up_code: null }];
    for (const code of codes) expect((await write(agent, uuid, 'Asks for the leaflet.', code)).status).toBe(200);
    const told = await database.sql<{ payload: unknown }>(
      "SELECT payload FROM outbox WHERE type = 'call.wrap_up_code_chosen' AND JSON_VALUE(payload, '$.callUuid') = ? ORDER BY id", [uuid],
    );
    const payloads = told.map(({ payload }) => (typeof payload === 'string' ? (JSON.parse(payload) as object) : payload));
    const chosen = { callUuid: uuid, agent: '1001', queue: 'care' };
    expect(payloads).toMatchObject([{ ...chosen, wrapUpCode: 'leaflet' }, { ...chosen, wrapUpCode: null }]);
    expect(JSON.stringify(payloads)).not.toContain('Asks');
  });

  it('stay as they are when the day is over', async () => {
    const [uuid] = await keep('1001', new Date(Date.now() - 86_400_000));
    expect((await write(agent, uuid, 'late')).status).toBe(409);
    expect((await read(agent, uuid)).body['notes']).toEqual([]);
  });

  it.each([['2,001 characters', { text: 'x'.repeat(2001) }], ['a long code', { wrap_up_code: 'x'.repeat(61) }], ['a code of nobody', { wrap_up_code: '资料' }]])(
    'refuse %s',
    async (_what, body) => {
      expect((await agent.put(`/v1/calls/${show()}/notes`, body)).status).toBe(422);
    },
  );

  it('may be a code alone', async () => {
    const { body } = await agent.put(`/v1/calls/${show()}/notes`, { wrap_up_code: 'wrong-number' });
    expect(body['notes']).toMatchObject([{ text: '', wrap_up_code: 'wrong-number' }]);
  });

  it('hold 2,000 characters of any alphabet', async () => {
    const text = '语'.repeat(2000);
    expect((await write(agent, show(), text)).body['notes']).toMatchObject([{ text }]);
  });
});
