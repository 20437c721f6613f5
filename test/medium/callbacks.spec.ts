import { CallbackDialler } from '../../src/features/callbacks/callback-dialler';
import { CallbacksScheduleModule } from '../../src/features/callbacks/callbacks-schedule.module';
import { CallbackResults } from '../../src/features/callbacks/callback-results.service';
import { CallbacksRepository } from '../../src/features/callbacks/callbacks.repository';
import { CALLBACK_BOUNDS } from '../../src/features/callbacks/domain/callback';
import { CallbackBook } from '../../src/features/callbacks/domain/callback-book';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';
import { book as bookCalls, inboundLeg, tenantIdOf } from '../factories/books';

const NUMBER = '+8613800138001';
const BOOKED = { number: NUMBER, queue: 'care' };
const TERMS = { windowMinutes: 30, mostAttempts: 2, retryMinutes: 1 };

let api: TestApi;
let clients: ApiClients;
let admin: ApiClient;
let tenantId: string;

beforeAll(async () => {
  api = await startTestApi(CallbacksScheduleModule);
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  clients = new ApiClients(api);
  admin = await clients.user('pharma', 'tenant_admin');
  tenantId = await tenantIdOf(api.app, 'pharma');
});
afterAll(() => api.stop());
afterEach(async () => {
  for (const { id, state, version } of (await admin.get('/v1/callbacks?limit=100')).body.data as unknown as Row[]) if (state === 'waiting' || state === 'dialling') await cancel(id, version);
});

interface Row {
  id: string;
  state: string;
  version: number;
}

const book = (over: object = {}) => admin.post('/v1/callbacks', { ...BOOKED, ...over });
const cancel = (id: string, version: number) => admin.post(`/v1/callbacks/${id}/cancel`, {}, { 'if-match': `"${version}"` });
const inside = <T>(work: () => Promise<T>) => tenantContext.open({ tenantId }, work);

describe('booking', () => {
  it('is called back once, however often it is asked for', async () => {
    const first = await book();
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ number: NUMBER, queue: 'care', state: 'waiting', origin: 'api', attempts: 0, promise: null, tries: [] });
    const again = await Promise.all([book(), book({ number: '13800138001' }), book()]);
    expect(new Set(again.map(({ body }) => body.id))).toEqual(new Set([first.body.id]));
    expect((await book({ queue: 'vip' })).body.id).not.toBe(first.body.id);
    const found = await admin.get(`/v1/callbacks?number=${encodeURIComponent(NUMBER)}&state=waiting`);
    expect(found.body.data).toHaveLength(2);
    expect((await admin.get('/v1/callbacks?number=13800138002&state=waiting')).body.data).toHaveLength(0);
    expect((await admin.get('/v1/callbacks?number=13800138001&state=waiting')).body.data).toHaveLength(2);
  });

  it('is asked for by callers too, who keep the earlier place', async () => {
    const { id } = (await book()).body;
    const placeAt = new Date(Date.now() - 600_000);
    const request = { callUuid: '4f236891-fbee-42a6-9673-d7b573c5a171', queue: 'care', number: '13800138001', callerNumber: '4008001001', placeAt, calendar: null, terms: TERMS };
    expect(await inside(() => api.app.get(CallbackBook, { strict: false }).ask(request))).toBe(true);
    expect((await admin.get(`/v1/callbacks/${id}`)).body.place_at).toBe(placeAt.toISOString());
    expect(await inside(() => api.app.get(CallbackBook, { strict: false }).ask({ ...request, number: 'anonymous' }))).toBe(false);
    expect(await inside(() => api.app.get(CallbackBook, { strict: false }).ask({ ...request, number: '+85221230001' }))).toBe(false);
  });

  it('says when its hours open next, and of whom no calendar binds nothing', async () => {
    const dueAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
    const bound = await book({ calendar: 'service', due_at: dueAt });
    const free = await book({ queue: 'vip' });
    const opens = Date.parse(String(bound.body['opens_at']));
    expect(opens).toBeGreaterThanOrEqual(Date.parse(dueAt));
    // its window is one of hours in which may be dialled
    expect(Date.parse(String(bound.body['promised_by']))).toBe(opens + CALLBACK_BOUNDS.windowMinutes.usual * 60_000);
    expect(free.body['opens_at']).toBeNull();
    const listed = (await admin.get('/v1/callbacks?state=waiting')).body.data as unknown as { id: string; opens_at: string | null }[];
    expect(Object.fromEntries(listed.map(({ id, opens_at: at }) => [id, at]))).toEqual({ [bound.body.id]: bound.body['opens_at'], [free.body.id]: null });
    const over = await cancel(bound.body.id, 1);
    expect(over.body['opens_at']).toBeNull();
  });

  it.each([
    ['number', { number: 'anonymous' }],
    ['number', { number: '+85221230001' }],
    ['queue', { queue: 'claims' }],
    ['calendar', { calendar: 'claims-line' }],
    ['window_minutes', { window_minutes: 4 }],
    ['most_attempts', { most_attempts: 11 }],
    ['due_at', { due_at: 'tomorrow' }],
    ['due_at', { due_at: '9999-12-31T23:59:59Z' }],
    ['due_at', { due_at: '2026-01-01T08:00:00Z' }],
  ])('refuses a wrong %s: %j', async (field, over) => {
    const { status, body } = await book(over);
    expect(status).toBe(422);
    expect(body.errors?.[0]?.pointer).toBe(`/${field}`);
  });
});

describe('whoever placed a call', () => {
  const AT = '2026-11-03T08:00:00.000Z';
  const SECONDS = Date.parse(AT) / 1000;
  const GAVE_UP = {
    side: 'member' as const, queue: 'care@pharma.seatline.test', agent: null, memberUuid: '5f1c2f0e-7b0a-4c53-9d43-0a6f2b8f1d11', agentUuid: null,
    bridged: false, joinedAt: SECONDS, answeredAt: null, terminatedAt: null, canceledAt: SECONDS + 9, cause: 'cancel', cancelReason: 'BREAK_OUT',
  };
  const callOf = async (over: object): Promise<string> => {
    const leg = inboundLeg(tenantId, AT, 9, over);
    await bookCalls(api.app, leg);
    const { data } = (await admin.get(`/v1/calls?from=${AT.slice(0, 10)}T00:00:00Z&limit=100`)).body;
    return data[0]!.id;
  };
  const callBack = (id: string, body: object = {}) => admin.post(`/v1/calls/${id}/callback`, body);

  it('and gave up keeps his place, once', async () => {
    const id = await callOf({ from: '13800138007', queue: GAVE_UP });
    const { status, body } = await callBack(id, { window_minutes: 30 });
    expect(status).toBe(201);
    // his call began 2 s before it was answered
    expect(body).toMatchObject({ number: '+8613800138007', queue: 'care', state: 'waiting', origin: 'api', place_at: '2026-11-03T07:59:58.000Z' });
    expect((await callBack(id)).body.id).toBe(body.id);
    expect((await (await clients.user('pharma', 'agent')).post(`/v1/calls/${id}/callback`, {})).status).toBe(403);
    expect((await (await clients.user('insurance', 'tenant_admin')).post(`/v1/calls/${id}/callback`, {})).status).toBe(404);
  });

  it('is called back by the queue that is named, where he was in none', async () => {
    const id = await callOf({ from: '13800138008' });
    const { status, body } = await callBack(id);
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/queue']);
    expect((await callBack(id, { queue: 'vip' })).body).toMatchObject({ queue: 'vip', number: '+8613800138008' });
  });

  it('is not, where his number is withheld, or may not be called', async () => {
    for (const from of ['anonymous', '+85221230001']) {
      const id = await callOf({ from, queue: GAVE_UP });
      expect((await callBack(id)).status).toBe(409);
    }
  });
});

describe('cancelling', () => {
  it('ends it, once, and lets the number be booked anew', async () => {
    const { id, version } = (await book()).body as unknown as Row;
    expect((await cancel(id, version + 1)).status).toBe(412);
    expect((await cancel(id, version)).body).toMatchObject({ state: 'cancelled', promise: null });
    expect((await cancel(id, version + 1)).status).toBe(409);
    expect((await book()).body.id).not.toBe(id);
    const entries = (await admin.get('/v1/audit-entries?limit=100')).body.data as unknown as { object_type: string; action: string; object_id: string }[];
    const own = entries.filter((entry) => entry.object_type === 'callbacks' && entry.object_id === id);
    expect(own.map(({ action }) => action).sort()).toEqual(['changed', 'created']);
  });

  it("is a supervisor's to do, and a viewer's to see with masked numbers", async () => {
    const { id, version } = (await book()).body as unknown as Row;
    const viewer = await clients.user('pharma', 'viewer');
    expect((await viewer.get(`/v1/callbacks/${id}`)).body.number).not.toContain('0138001');
    expect((await viewer.get(`/v1/callbacks?number=${encodeURIComponent(NUMBER)}`)).status).toBe(403);
    expect((await viewer.post(`/v1/callbacks/${id}/cancel`, {}, { 'if-match': `"${version}"` })).status).toBe(403);
    const supervisor = await clients.user('pharma', 'supervisor');
    expect((await supervisor.post(`/v1/callbacks/${id}/cancel`, {}, { 'if-match': `"${version}"` })).status).toBe(200);
    expect((await (await clients.user('insurance', 'tenant_admin')).get(`/v1/callbacks/${id}`)).status).toBe(404);
  });
});

describe('tries', () => {
  const callUuid = '0b4f4a5c-1111-4222-8333-444455556666';

  it('cannot be begun twice, and are over once', async () => {
    const { id, version } = (await book({ most_attempts: 1 })).body as unknown as Row;
    const [repository, results] = [api.app.get(CallbacksRepository, { strict: false }), api.app.get(CallbackResults, { strict: false })];
    await inside(async () => {
      expect(await repository.save(id, version, { state: 'dialling' })).toBe(true);
      // another process, which has read the same row
      expect(await repository.save(id, version, { state: 'dialling' })).toBe(false);
      await repository.beginAttempt({ callbackId: id, callUuid, agent: '1001', createdAt: new Date() });
      const attempt = (await repository.attemptOf(callUuid))!;
      await results.end(attempt, 'agent_missed', new Date());
      await results.end(attempt, 'not_reached', new Date());
    });
    expect((await admin.get(`/v1/callbacks/${id}`)).body).toMatchObject({ state: 'waiting', attempts: 0, tries: [{ result: 'agent_missed', agent: '1001', call_id: null }] });
    await bookCalls(api.app, inboundLeg(tenantId, new Date().toISOString(), 5, { uuid: callUuid }));
    const { tries } = (await admin.get(`/v1/callbacks/${id}`)).body as unknown as { tries: { call_id: string }[] };
    expect((await admin.get(`/v1/calls/${tries[0]?.call_id}`)).status).toBe(200);
  });

  it('are made to nobody while no agent is ready', async () => {
    const { id } = (await book()).body;
    await inside(() => api.app.get(CallbackDialler, { strict: false }).run());
    expect((await admin.get(`/v1/callbacks/${id}`)).body).toMatchObject({ state: 'waiting', tries: [] });
  });
});

it('forgets a number that is erased, and calls it no more', async () => {
  const { id } = (await book()).body;
  const erased = await admin.post('/v1/erasures', { number: NUMBER });
  expect(erased.body.callbacks).toBeGreaterThanOrEqual(1);
  expect((await admin.get(`/v1/callbacks/${id}`)).body).toMatchObject({ state: 'cancelled', number: null });
});
