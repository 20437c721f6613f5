import { randomUUID } from 'node:crypto';
import type { LiveCall } from '../../src/features/live/domain/live-view';
import { LiveStore } from '../../src/features/live/live-store';
import { exportTenant } from '../../src/features/tenants/domain/tenant-export';
import { TenantFilesService } from '../../src/features/tenants/tenant-files.service';
import { newId } from '../../src/platform/database/ids';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { CallSink } from '../../src/telephony/calls/call-sink';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type Answer, type ApiClient, ApiClients } from '../factories/api-client';
import { tenantIdOf } from '../factories/books';

const AGENT = '1001@pharma.seatline.test';

let api: TestApi;
let tenantId: string;
let admin: ApiClient;
let agent: ApiClient;
let other: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  const clients = new ApiClients(api);
  [admin, agent, other] = [await clients.user('pharma', 'tenant_admin'), await clients.user('pharma', 'agent'), await clients.user('insurance', 'tenant_admin')];
  tenantId = await tenantIdOf(api.app, 'pharma');
  await agent.put('/v1/me/agent/status', { status: 'available' });
});
afterAll(() => api.stop());

const pointersOf = ({ body }: Answer) => (body['errors'] as { pointer: string }[] | undefined)?.map(({ pointer }) => pointer);
const queueOf = async (name: string, client = admin) => (await client.get('/v1/queues')).body.data.find((queue) => queue['name'] === name)!.id;
const codeOf = async (code: string) => (await admin.get('/v1/wrap-up-codes')).body.data.find((each) => each['code'] === code)!;

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
async function keep(change: { queue?: string | null; agent?: string | null } = {}): Promise<[string, string]> {
  const [uuid, id, at] = [randomUUID(), newId('call'), new Date()];
  const { queue, agent: number } = { queue: 'care', agent: '1001', ...change };
  await api.app.get(ProviderDatabase).sql(
    `INSERT INTO calls (tenant_id, id, created_at, node, uuid, direction, queue, agent, state, outcome, started_at, settled)
     VALUES (?, ?, ?, 'sw1', ?, 'inbound', ?, ?, 'ended', 'answered', ?, 1)`,
    [tenantId, id, at, uuid, queue, number, at],
  );
  return [uuid, id];
}

const choose = (uuid: string, code: string | null) => agent.put(`/v1/calls/${uuid}/notes`, { text: 'x', wrap_up_code: code });

describe('wrap-up codes', () => {
  it('come from a file, and are made, changed and removed', async () => {
    expect(await codeOf('order')).toMatchObject({ name: 'Order taken', name_zh: '订购', queue_ids: [await queueOf('vip')], active: true });
    const made = await admin.post('/v1/wrap-up-codes', { code: 'refund', name: 'Refund' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ code: 'refund', name: 'Refund', name_zh: null, queue_ids: [], active: true });
    const path = `/v1/wrap-up-codes/${made.body.id}`;
    expect((await admin.post('/v1/wrap-up-codes', { code: 'refund', name: 'Again' })).body.code).toBe('conflict');
    const queues = [await queueOf('care')];
    const changed = await admin.patch(path, { name_zh: '退款', queue_ids: queues }, { 'if-match': made.etag });
    expect(changed.body).toEqual({ ...made.body, name_zh: '退款', queue_ids: queues });
    expect((await admin.patch(path, { name: 'x' }, { 'if-match': made.etag })).status).toBe(412);
    expect((await agent.get(path)).body).toEqual(changed.body);
    expect((await agent.patch(path, { name: 'x' }, { 'if-match': changed.etag })).status).toBe(403);
    expect((await other.get(path)).status).toBe(404);
    expect((await admin.delete(path, undefined, { 'if-match': made.etag })).status).toBe(412);
    expect((await admin.delete(path, undefined, { 'if-match': changed.etag })).status).toBe(204);
    expect((await admin.get(path)).status).toBe(404);
  });

  it.each([
    [{ code: 'none', name: 'x' }, ['/code']],
    [{ code: 'Order', name: 'x' }, ['/code']],
    [{ code: 'x', name: ' x' }, ['/name']],
    [{ code: 'x', name: 'x', name_zh: '' }, ['/name_zh']],
    [{ code: 'x', name: 'x', queue_ids: [newId('queue')] }, ['/queue_ids/0']],
    [{}, ['/code', '/name']],
  ])('are refused as %j', async (body, pointers) => {
    const answer = await admin.post('/v1/wrap-up-codes', body);
    expect(answer.status).toBe(422);
    expect([...new Set(pointersOf(answer))].sort()).toEqual(pointers);
  });

  it("are for the tenant's own queues, which stay while a code names them", async () => {
    const own = await queueOf('care');
    const answer = await admin.post('/v1/wrap-up-codes', { code: 'x', name: 'x', queue_ids: [own, await queueOf('claims', other)] });
    expect(pointersOf(answer)).toEqual(['/queue_ids/1']);
    const queue = await admin.post('/v1/queues', { name: 'short-lived' });
    await admin.post('/v1/wrap-up-codes', { code: 'short', name: 'Short', queue_ids: [queue.body.id] });
    expect((await admin.delete(`/v1/queues/${queue.body.id}`, undefined, { 'if-match': queue.etag })).body.code).toBe('conflict');
  });

  it('stand with a call, in lists of calls, and stay where they were chosen', async () => {
    const [[uuid, id], [plain], [silent]] = [await keep(), await keep(), await keep({ agent: null })];
    expect((await choose(uuid, 'leaflet')).body['notes']).toMatchObject([{ wrap_up_code: 'leaflet' }]);
    expect((await admin.get(`/v1/calls/${id}`)).body['wrap_up_codes']).toEqual(['leaflet']);
    const uuidsWith = async (filter: string) => {
      const ids = (await admin.get(`/v1/calls?wrap_up_code=${filter}`)).body.data.map((call) => call.id);
      const rows = await api.app.get(ProviderDatabase).sql<{ id: string; uuid: string }>('SELECT id, uuid FROM calls WHERE tenant_id = ?', [tenantId]);
      return rows.filter((row) => ids.includes(row.id)).map((row) => row.uuid);
    };
    expect(await uuidsWith('leaflet')).toEqual([uuid]);
    expect(await uuidsWith('order')).toEqual([]);
    const none = await uuidsWith('none');
    expect(none).toContain(plain);
    // nobody had it, so nobody could have chosen
    for (const not of [uuid, silent]) expect(none).not.toContain(not);
    expect((await other.get('/v1/calls?wrap_up_code=leaflet')).body.data).toEqual([]);

    const leaflet = await admin.get(`/v1/wrap-up-codes/${(await codeOf('leaflet')).id}`);
    const path = `/v1/wrap-up-codes/${leaflet.body.id}`;
    expect((await admin.delete(path, undefined, { 'if-match': leaflet.etag })).body).toMatchObject({ status: 409, code: 'conflict' });
    const off = await admin.patch(path, { active: false }, { 'if-match': leaflet.etag });
    // the note is written on, and keeps what it has
    expect((await choose(uuid, 'leaflet')).status).toBe(200);
    expect(pointersOf(await choose(plain, 'leaflet'))).toEqual(['/wrap_up_code']);
    expect((await choose(uuid, null)).status).toBe(200);
    expect((await admin.delete(path, undefined, { 'if-match': off.etag })).status).toBe(204);
  });

  it("are offered for their queues' calls alone", async () => {
    expect(pointersOf(await choose(show({ queue: 'care' }), 'order'))).toEqual(['/wrap_up_code']);
    expect((await choose(show({ queue: 'vip' }), 'order')).status).toBe(200);
    expect(pointersOf(await choose(show({ queue: null, direction: 'outbound' }), 'order'))).toEqual(['/wrap_up_code']);
    expect((await choose(show({ queue: null, direction: 'outbound' }), 'answered')).status).toBe(200);
  });
});

describe('a queue that wants a code', () => {
  const becomes = async (state: string) => {
    const sink = api.app.get(CallSink, { strict: false });
    sink.agentChanged('sw1', { type: 'agent-state-changed', agent: AGENT, state, at: Date.now() });
    await sink.settled();
  };
  const callOver = async (queue: string) => {
    const uuid = show({ queue });
    await becomes('In a queue call');
    show({ uuid, queue, state: 'ended' });
    await becomes('Waiting');
    return uuid;
  };
  const isWorkingOn = async () => ((await admin.get('/v1/live')).body['agents'] as Record<string, unknown>[]).some((each) => each['number'] === '1001' && each['wrap_up_until'] !== null);
  const end = () => agent.delete('/v1/me/agent/wrap-up');

  beforeAll(async () => {
    const care = await admin.get(`/v1/queues/${await queueOf('care')}`);
    expect(care.body['wrap_up_code_required']).toBe(false);
    const changed = await admin.patch(`/v1/queues/${care.body.id}`, { wrap_up_code_required: true }, { 'if-match': care.etag });
    expect(changed.body).toEqual({ ...care.body, wrap_up_code_required: true });
    const { body } = await agent.get('/v1/me/agent');
    await admin.patch(`/v1/agents/${body.id}`, { wrap_up: 90 }, { 'if-match': (await admin.get(`/v1/agents/${body.id}`)).etag });
  });

  it('has nobody end the wrap-up by hand without one', async () => {
    const uuid = await callOver('care');
    const refused = await end();
    expect(refused.status).toBe(422);
    expect(refused.body['errors']).toEqual([{ pointer: '/wrap_up_code', rule: 'is required: the queue care wants one before the wrap-up is ended' }]);
    expect(await isWorkingOn()).toBe(true);
    // a note without a code is not enough
    await agent.put(`/v1/calls/${uuid}/notes`, { text: 'x' });
    expect((await end()).status).toBe(422);
    await choose(uuid, 'answered');
    expect((await end()).status).toBe(204);
    expect(await isWorkingOn()).toBe(false);
  });

  it('asks about the last call, not about one before, and other queues ask for none', async () => {
    await callOver('care');
    expect((await end()).status).toBe(422);
    await callOver('vip');
    expect((await end()).status).toBe(204);
  });
});

describe("a tenant's file", () => {
  it('says the codes and what queues want, and gives them back', async () => {
    const files = api.app.get(TenantFilesService);
    const spec = (await files.read('pharma'))!;
    expect(spec.queues.find(({ name }) => name === 'care')?.wrapUpCodeRequired).toBe(true);
    expect(exportTenant(spec)).toContain('wrap_up_code_required: true');
    const codes = spec.wrapUpCodes!.filter(({ code }) => code !== 'wrong-number');
    await files.apply({ ...spec, wrapUpCodes: [...codes, { code: 'fresh', name: 'Fresh', nameZh: null, queues: ['vip', 'care'], active: false }] });
    expect(await codeOf('fresh')).toMatchObject({ active: false, queue_ids: expect.arrayContaining([await queueOf('care'), await queueOf('vip')]) });
    expect(await codeOf('wrong-number')).toBeUndefined();
    await files.apply({ ...spec, wrapUpCodes: null });
    expect(await codeOf('fresh')).toBeDefined();
    const withoutUsed = { ...spec, wrapUpCodes: spec.wrapUpCodes!.filter(({ code }) => code !== 'answered') };
    await expect(files.apply(withoutUsed)).rejects.toThrow('Calls have the wrap-up code answered');
  });
});
