import { randomUUID } from 'node:crypto';
import { KeptHandTexts } from '../../src/features/hands/domain/kept-hand-texts';
import type { LiveCall, LiveChange } from '../../src/features/live/domain/live-view';
import { LiveStore } from '../../src/features/live/live-store';
import { TenantFilesService } from '../../src/features/tenants/tenant-files.service';
import { newId } from '../../src/platform/database/ids';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type Answer, type ApiClient, ApiClients } from '../factories/api-client';
import { handleEvents, tenantIdOf, timeMachine } from '../factories/books';

type Row = Record<string, unknown>;

let api: TestApi;
let tenantId: string;
let agent: ApiClient;
let supervisor: ApiClient;
let admin: ApiClient;
let viewer: ApiClient;
let other: ApiClient;
let told: LiveChange[] = [];

beforeAll(async () => {
  api = await startTestApi();
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  const clients = new ApiClients(api);
  // the first agent of the file, 1001 of the team Care, which the supervisor leads
  [agent, supervisor] = [await clients.user('pharma', 'agent'), await clients.user('pharma', 'supervisor')];
  [admin, viewer, other] = [await clients.user('pharma', 'tenant_admin'), await clients.user('pharma', 'viewer'), await clients.user('insurance', 'tenant_admin')];
  tenantId = await tenantIdOf(api.app, 'pharma');
  const store = api.app.get(LiveStore, { strict: false });
  const tell = store.tell.bind(store);
  jest.spyOn(store, 'tell').mockImplementation((tenant, change) => {
    told.push(change);
    return tell(tenant, change);
  });
});
beforeEach(async () => {
  await sign('on_break');
  await handleEvents(api.app);
  told = [];
});
afterEach(() => agent.delete('/v1/me/agent/hand'));
afterAll(() => api.stop());

const sign = (status: string) => agent.put('/v1/me/agent/status', { status });
const raise = (body: object = { topic: 'decision' }) => agent.post('/v1/me/agent/hand', body);
const raised = async (body?: object) => (await raise(body)).body['hand'] as Row & { id: string };
const own = async () => (await agent.get('/v1/me/agent/hand')).body['hand'] as Row | null;
const take = (client: ApiClient, id: string) => client.post(`/v1/hands/${id}/taken`, {});
const close = (client: ApiClient, id: string, resolved = true) => client.post(`/v1/hands/${id}/closed`, { resolved });
const pointersOf = ({ body }: Answer) => (body['errors'] as { pointer: string }[] | undefined)?.map(({ pointer }) => pointer);
const floorHands = async (client: ApiClient) => (await client.get('/v1/live')).body['hands'] as Row[];

function show(change: Partial<LiveCall> = {}): string {
  const call: LiveCall = {
    uuid: randomUUID(), direction: 'inbound', state: 'talking', from: '13800138001', to: '4008001001', queue: 'care',
    agent: '1001', offeredTo: null, caller: null, seats: ['1001'], startedAt: new Date().toISOString(), waitingSince: null, answeredAt: null, talkingSince: null,
    ...change,
  };
  api.app.get(LiveStore, { strict: false }).putCall(tenantId, 'sw1', call);
  return call.uuid;
}

describe('a raised hand', () => {
  it('is one hand, however often it is raised, and goes down again', async () => {
    const uuid = show();
    const first = await raised({ topic: 'angry-customer', text: 'Wants it today.', call_uuid: uuid });
    expect(first).toMatchObject({ agent: '1001', topic: 'angry-customer', text: 'Wants it today.', call_uuid: uuid, state: 'raised', overdue: false, taken_by: null });
    const [again, , third] = await Promise.all([raised({ topic: 'technical' }), raised(), raised()]);
    expect([again.id, third.id]).toEqual([first.id, first.id]);
    expect(await own()).toEqual(first);
    expect((await agent.delete('/v1/me/agent/hand')).status).toBe(204);
    expect((await agent.delete('/v1/me/agent/hand')).status).toBe(204);
    expect(await own()).toBeNull();
    const [row] = (await supervisor.get('/v1/hands')).body.data;
    expect(row).toMatchObject({ id: first.id, state: 'lowered', wait_seconds: null, resolved: null, seconds: expect.any(Number) });
    expect((await raised()).id).not.toBe(first.id);
  });

  it('is one of those that are raised at once', async () => {
    const hands = await Promise.all([1, 2, 3, 4].map(() => raised()));
    expect(new Set(hands.map(({ id }) => id)).size).toBe(1);
  });

  it.each([
    [{}, ['/topic']],
    [{ topic: 'nothing' }, ['/topic']],
    [{ topic: 'decision', text: 'x'.repeat(201) }, ['/text']],
    [{ topic: 'decision', call_uuid: randomUUID() }, ['/call_uuid']],
  ])('is refused as %j', async (body, pointers) => {
    const answer = await raise(body);
    expect(answer.status).toBe(422);
    expect([...new Set(pointersOf(answer))]).toEqual(pointers);
    expect(await own()).toBeNull();
  });

  it("is not about another agent's call, nor another tenant's agent's, and not of whoever is no agent", async () => {
    expect(pointersOf(await raise({ topic: 'decision', call_uuid: show({ agent: '1002', seats: ['1002'] }) }))).toEqual(['/call_uuid']);
    expect((await supervisor.post('/v1/me/agent/hand', { topic: 'decision' })).status).toBe(404);
    expect((await viewer.post('/v1/me/agent/hand', { topic: 'decision' })).status).toBe(403);
  });

  it('goes down when its agent signs out, and is not raised by one who is', async () => {
    const { id } = await raised();
    await sign('logged_out');
    await handleEvents(api.app);
    expect(await own()).toBeNull();
    expect((await supervisor.get('/v1/hands?state=lowered')).body.data.map((hand) => hand.id)).toContain(id);
    expect((await raise()).body.code).toBe('conflict');
  });

  it('stays while its agent is ready or on a break, and is not lowered by an event that comes late', async () => {
    const { id } = await raised();
    await sign('logged_out');
    await sign('available');
    await handleEvents(api.app);
    expect(await own()).toMatchObject({ id });
  });
});

describe('supervisors', () => {
  it('take it once, the second one is told who has it, and it is closed once', async () => {
    const { id } = await raised();
    expect((await close(supervisor, id)).body.code).toBe('conflict');
    const answers = await Promise.all([take(supervisor, id), take(admin, id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [winner, loser] = answers[0]?.status === 200 ? [supervisor, admin] : [admin, supervisor];
    const name = winner === supervisor ? 'Supervisor' : 'Administrator';
    const refused = await take(loser, id);
    expect(refused.body).toMatchObject({ code: 'conflict', detail: `${name} has taken this hand already.` });
    const same = await take(winner, id);
    expect(same.body).toMatchObject({ id, state: 'taken', taken_by: name, wait_seconds: expect.any(Number) });
    expect(await own()).toMatchObject({ state: 'taken', taken_by: name });
    const closed = await close(loser, id);
    expect(closed.body).toMatchObject({ state: 'closed', resolved: true, taken_by: name, seconds: expect.any(Number) });
    expect((await close(loser, id)).body).toEqual(closed.body);
    expect((await close(winner, id, false)).status).toBe(409);
    expect((await take(winner, id)).status).toBe(409);
    expect(await own()).toBeNull();
  });

  it('see it at once on the floor, whoever leads the team first, and agents see their own alone', async () => {
    const { id } = await raised({ topic: 'technical', text: 'No sound.' });
    const events = await handleEvents(api.app);
    expect(events.filter(({ type }) => type === 'hand.changed')).toHaveLength(1);
    expect(told).toEqual([{ type: 'hand', hand: expect.objectContaining({ id, state: 'raised', leads: [expect.stringMatching(/^usr_/)] }) }]);
    expect(await floorHands(supervisor)).toMatchObject([{ id, text: 'No sound.', for_me: true }]);
    expect(await floorHands(admin)).toMatchObject([{ id, text: 'No sound.', for_me: false }]);
    expect(await floorHands(viewer)).toMatchObject([{ id, text: null }]);
    expect(await floorHands(agent)).toMatchObject([{ id, text: 'No sound.' }]);
    expect(await floorHands(other)).toEqual([]);
    await take(supervisor, id);
    await handleEvents(api.app);
    expect(told.at(-1)).toMatchObject({ type: 'hand', hand: { id, state: 'taken', takenBy: 'Supervisor' } });
    await close(supervisor, id);
    await handleEvents(api.app);
    expect(told.at(-1)).toMatchObject({ type: 'hand', hand: { id, state: 'closed' } });
    expect(await floorHands(supervisor)).toEqual([]);
  });

  it('find it in the list alone where they may, and those of another tenant never', async () => {
    const { id } = await raised();
    for (const client of [agent, viewer]) expect((await take(client, id)).status).toBe(403);
    expect((await agent.get('/v1/hands')).status).toBe(403);
    for (const unknown of [id, newId('hand')]) {
      expect((await take(other, unknown)).status).toBe(404);
      expect((await close(other, unknown)).status).toBe(404);
    }
    expect((await other.get('/v1/hands')).body.data).toEqual([]);
    expect(await own()).toMatchObject({ state: 'raised' });
  });
});

describe('hands that are kept', () => {
  it('are overdue after a minute, listed by cursor, counted by topic with the median of the waits, and forget their texts', async () => {
    await api.app.get(ProviderDatabase).sql('DELETE FROM hands WHERE tenant_id = ?', [tenantId]);
    const setClock = timeMachine(api.app);
    const start = Date.parse('2026-10-05T08:00:00.000Z');
    const at = (seconds: number) => setClock(new Date(start + seconds * 1000).toISOString());
    // waits of 10, 20 and 61 s for one topic, of 3 and 8 s for another, which nobody took the third time
    const ids: string[] = [];
    let now = 0;
    for (const [topic, wait] of [['decision', 10], ['decision', 61], ['decision', 20], ['technical', 3], ['technical', 8], ['technical', null]] as const) {
      at((now += 1000));
      const { id } = await raised({ topic, text: 'about it' });
      ids.unshift(id);
      if (wait === null) {
        at(now + 61);
        expect(await own()).toMatchObject({ overdue: true });
        await agent.delete('/v1/me/agent/hand');
        continue;
      }
      at(now + wait);
      expect(await own()).toMatchObject({ overdue: wait > 60 });
      await take(supervisor, id);
      expect(await own()).toMatchObject({ overdue: false });
      at(now + wait + 30);
      await close(supervisor, id, wait !== 8);
    }
    const figures = (await viewer.get('/v1/hands/by-topic')).body['topics'];
    expect(figures).toEqual([
      { topic: 'decision', raised: 3, taken: 3, resolved: 3, median_wait_seconds: 20 },
      // the mean of 3 and 8, rounded down
      { topic: 'technical', raised: 3, taken: 2, resolved: 1, median_wait_seconds: 5 },
    ]);
    const period = 'from=2026-10-05T08:16:40.000Z&to=2026-10-05T08:50:00.000Z';
    expect((await viewer.get(`/v1/hands/by-topic?${period}`)).body['topics']).toEqual([
      { topic: 'decision', raised: 2, taken: 2, resolved: 2, median_wait_seconds: 35 },
    ]);
    expect((await other.get('/v1/hands/by-topic')).body['topics']).toEqual([]);

    const listed = async (query: string) => (await supervisor.get(`/v1/hands?${query}`)).body.data.map((hand) => hand.id);
    expect(await listed('limit=4')).toEqual(ids.slice(0, 4));
    expect(await listed(`limit=4&after=${ids[3]}`)).toEqual(ids.slice(4));
    expect(await listed(period)).toEqual(ids.slice(4));
    expect(await listed('topic=technical&state=closed')).toEqual(ids.slice(1, 3));
    expect(await listed('agent=1002')).toEqual([]);
    const [first] = (await supervisor.get(`/v1/hands?${period}`)).body.data;
    expect(first).toMatchObject({ text: 'about it', wait_seconds: 61, seconds: 91, resolved: true, taken_by: 'Supervisor' });
    expect((await viewer.get(`/v1/hands?${period}`)).body.data[0]).toMatchObject({ text: null });

    const rows = await api.app.get(ProviderDatabase).sql<{ sealed: Buffer }>('SELECT sealed FROM hands WHERE tenant_id = ?', [tenantId]);
    for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toContain('about');
    await tenantContext.open({ tenantId }, () => api.app.get(KeptHandTexts, { strict: false }).forgetBefore(new Date(start + 1_500_000)));
    expect((await supervisor.get('/v1/hands?topic=decision')).body.data.map((hand) => hand['text'])).toEqual(['about it', 'about it', null]);
    setClock(new Date().toISOString());
  });
});

describe('topics', () => {
  it('are the usual ones until the tenant says otherwise, in order, by its file as well', async () => {
    const before = await agent.get('/v1/hand-topics');
    expect(before.body['topics']).toHaveLength(3);
    expect(pointersOf(await admin.put('/v1/hand-topics', { topics: [{ code: 'a', name: 'A' }, { code: 'a', name: 'B' }] }, { 'if-match': before.etag }))).toEqual(['/topics/1/code']);
    const topics = [{ code: 'offer', name: 'Special offer', name_zh: '特价' }, { code: 'decision', name: 'Decision', name_zh: null }];
    expect((await supervisor.put('/v1/hand-topics', { topics }, { 'if-match': before.etag })).status).toBe(403);
    const changed = await admin.put('/v1/hand-topics', { topics }, { 'if-match': before.etag });
    expect(changed.body).toEqual({ topics });
    expect((await admin.put('/v1/hand-topics', { topics }, { 'if-match': before.etag })).status).toBe(412);
    expect(pointersOf(await raise({ topic: 'technical' }))).toEqual(['/topic']);
    const files = api.app.get(TenantFilesService);
    const spec = (await files.read('pharma'))!;
    expect(spec.handTopics?.map(({ code }) => code)).toEqual(['offer', 'decision']);
    await files.apply({ ...spec, handTopics: [...spec.handTopics!].reverse() });
    expect((await agent.get('/v1/hand-topics')).body['topics']).toEqual([topics[1], topics[0]]);
    await files.apply({ ...spec, handTopics: null });
    expect((await agent.get('/v1/hand-topics')).body['topics']).toEqual([topics[1], topics[0]]);
  });
});
