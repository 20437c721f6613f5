import { DesiredStateSource } from '../../src/telephony/reconciler/desired-state';
import { CallSink } from '../../src/telephony/calls/call-sink';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { LiveHub, type StreamedChange } from '../../src/features/live/live-hub';
import { WorkerModule } from '../../src/worker.module';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients, type Wire } from '../factories/api-client';
import { tenantIdOf } from '../factories/books';
import { eventually } from '../factories/switch';

const AGENT = '1001@pharma.seatline.test';

let api: TestApi;
let admin: ApiClient;
let agent: ApiClient;
let other: ApiClient;
let heard: StreamedChange['change'][] = [];

beforeAll(async () => {
  api = await startTestApi(WorkerModule);
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  const clients = new ApiClients(api);
  // the first agent of the file: 1001
  [admin, agent, other] = [await clients.user('pharma', 'tenant_admin'), await clients.user('pharma', 'agent'), await clients.user('insurance', 'tenant_admin')];
  api.app.get(LiveHub, { strict: false }).listen(await tenantIdOf(api.app, 'pharma'), ({ change }) => heard.push(change));
});
beforeEach(() => (heard = []));
afterAll(() => api.stop());

const setStatus = async (body: object, client = agent) => {
  const answer = await client.put('/v1/me/agent/status', body);
  return answer.status === 200 ? answer.body['break_reason'] : [answer.status, answer.body.errors[0]?.pointer];
};
const onFloor = async (): Promise<Wire | undefined> => ((await admin.get('/v1/live')).body['agents'] as Wire[]).find((each) => each['number'] === '1001');
const day = async () => (await agent.get('/v1/me/agent/day')).body as Wire & Record<'breaks' | 'break_seconds' | 'ready_seconds' | 'wrap_up_seconds', number>;

describe('reasons for breaks', () => {
  const codes = async (client: ApiClient) => ((await client.get('/v1/break-reasons')).body['reasons'] as Wire[]).map(({ code }) => code);
  const own = [{ code: 'lunch', name_en: 'Lunch', name_zh: '用餐' }, { code: 'prayer', name_en: 'Prayer', name_zh: '祷告' }];

  it("are the usual ones until a tenant's administrator says otherwise, for that tenant", async () => {
    const { etag } = await admin.get('/v1/break-reasons');
    expect(await codes(agent)).toEqual(['lunch', 'rest', 'training', 'meeting', 'back-office']);
    const put = (client: ApiClient, reasons: object[], version = etag) => client.put('/v1/break-reasons', { reasons }, { 'if-match': version });
    expect((await put(agent, own)).status).toBe(403);
    const twice = await put(admin, [...own, { ...own[0], name_en: 'Late lunch' }]);
    expect([twice.status, twice.body.errors[0]?.pointer]).toEqual([422, '/reasons/2/code']);
    expect((await put(admin, [{ ...own[0], code: 'Lunch Time' }])).body.errors[0]?.pointer).toBe('/reasons/0/code');
    expect((await put(admin, own)).status).toBe(200);
    expect((await put(admin, [])).status).toBe(412);
    expect([await codes(agent), await codes(other)]).toEqual([['lunch', 'prayer'], ['lunch', 'rest', 'training', 'meeting', 'back-office']]);
  });

  it('go with a break, and with nothing else', async () => {
    expect(await setStatus({ status: 'available', break_reason: 'lunch' })).toEqual([422, '/break_reason']);
    expect(await setStatus({ status: 'on_break', break_reason: 'rest' })).toEqual([422, '/break_reason']);
    expect(await setStatus({ status: 'on_break', break_reason: 'lunch' })).toBe('lunch');
    expect(await setStatus({ status: 'on_break' })).toBe('lunch');
    expect(await onFloor()).toMatchObject({ status: 'on_break', break_reason: 'lunch' });
    expect(await setStatus({ status: 'on_break', break_reason: 'prayer' })).toBe('prayer');
    expect(await setStatus({ status: 'available' })).toBeNull();
    const last = () => heard.findLast((change) => change.type === 'status')?.agent;
    await eventually(async () => last()?.['status' as never] === 'available');
    expect(last()).toMatchObject({ number: '1001', status: 'available', breakReason: null });
    await setStatus({ status: 'on_break', break_reason: 'prayer' });
    await eventually(async () => last()?.['breakReason' as never] === 'prayer');
    await setStatus({ status: 'available' });
  });

  it('stand in the audit log, and the times of states in the figures of the day', async () => {
    const entries = await api.app.get(ProviderDatabase).sql<{ detail: string }>(
      "SELECT CAST(detail AS CHAR) AS detail FROM audit_entries WHERE object_type = 'agents' AND action = 'changed' ORDER BY seq",
    );
    expect(entries.map(({ detail }) => detail).join()).toMatch(/lunch.*prayer/);
    await api.app.get(ProviderDatabase).sql("UPDATE agent_spells SET since = since - INTERVAL 1 SECOND WHERE state = 'on_break' AND reason = 'lunch'");
    await api.app.get(ProviderDatabase).sql("UPDATE agent_spells SET since = since - INTERVAL 5 SECOND WHERE state = 'available' AND until IS NULL");
    const { breaks, break_seconds: onBreak, ready_seconds: ready, occupancy_permille: occupancy } = await day();
    expect(breaks).toBe(3);
    expect(onBreak).toBeGreaterThanOrEqual(1);
    expect(ready).toBeGreaterThanOrEqual(5);
    expect(occupancy).toBe(0);
  });
});

describe('the work after a call', () => {
  const becomes = async (state: string) => {
    const sink = api.app.get(CallSink, { strict: false });
    sink.agentChanged('sw1', { type: 'agent-state-changed', agent: AGENT, state, at: Date.now() });
    await sink.settled();
  };
  const callOver = async () => {
    await becomes('In a queue call');
    await becomes('Waiting');
  };
  const onSwitch = async () => (await api.app.get(DesiredStateSource, { strict: false }).read()).agents.find(({ name }) => name === AGENT)?.times.wrap_up_time;
  const setWrapUp = async (seconds: number) => {
    const { body } = await agent.get('/v1/me/agent');
    const { etag } = await admin.get(`/v1/agents/${body.id}`);
    expect((await admin.patch(`/v1/agents/${body.id}`, { wrap_up: seconds }, { 'if-match': etag })).status).toBe(200);
  };

  it('shows until when it lasts, and none for whoever has none', async () => {
    await setWrapUp(0);
    await callOver();
    expect(await onFloor()).toMatchObject({ state: 'Waiting', wrap_up_until: null });
    await setWrapUp(90);
    await becomes('Receiving');
    await becomes('Waiting');
    expect(await onFloor()).toMatchObject({ wrap_up_until: null });
    await callOver();
    const until = Date.parse(String((await onFloor())?.['wrap_up_until']));
    expect(until - Date.now()).toBeGreaterThan(80_000);
    expect(heard).toContainEqual({ type: 'wrap_up', wrapUp: { number: '1001', until: new Date(until).toISOString() } });
  });

  it('is over when the agent says so: until the next call the switch knows of none', async () => {
    expect(await onSwitch()).toBe(90);
    expect((await agent.delete('/v1/me/agent/wrap-up')).status).toBe(204);
    expect((await agent.delete('/v1/me/agent/wrap-up')).status).toBe(204);
    expect(await onFloor()).toMatchObject({ wrap_up_until: null });
    expect(await onSwitch()).toBe(0);
    expect((await day()).wrap_up_seconds).toBeLessThan(30);
    await becomes('In a queue call');
    await eventually(async () => (await onSwitch()) === 90);
  });

  it('counts as handling, once however often it is told', async () => {
    await becomes('Waiting');
    await eventually(async () => (await api.app.get(ProviderDatabase).sql("SELECT 1 FROM agent_spells WHERE state = 'wrap_up'")).length === 2);
    // as if an hour had gone by
    await api.app.get(ProviderDatabase).sql("UPDATE agent_spells SET since = since - INTERVAL 60 SECOND, until = since + INTERVAL 30 SECOND WHERE state = 'wrap_up'");
    expect((await day()).wrap_up_seconds).toBe(60);
  });

  it('is nobody else\'s to end', async () => {
    expect((await other.delete('/v1/me/agent/wrap-up')).status).toBe(404);
  });
});
