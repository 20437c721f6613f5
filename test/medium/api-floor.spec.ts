import { createHash } from 'node:crypto';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type Answer, type ApiClient, ApiClients, type Wire } from '../factories/api-client';
import { stockNumbers } from '../factories/number-stock';

let api: TestApi;
let clients: ApiClients;
let admin: ApiClient;
let other: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  await applyTenant(api.app, 'pharma');
  await applyTenant(api.app, 'insurance');
  clients = new ApiClients(api);
  admin = await clients.user('pharma', 'tenant_admin');
  other = await clients.user('insurance', 'tenant_admin');
  await sql("UPDATE tenants SET seat_limit = 200 WHERE slug = 'pharma'");
});
afterAll(() => api.stop());

const match = (etag: string) => ({ 'if-match': etag });
const sql = <T>(statement: string, parameters: unknown[] = []) =>
  api.app.get(ProviderDatabase).sql<T>(statement, parameters);

async function revision(): Promise<number> {
  const [row] = await sql<{ revision: number }>(
    "SELECT revision FROM tenant_revisions r JOIN tenants t ON t.id = r.tenant_id WHERE t.slug = 'pharma'",
  );
  return row?.revision ?? 0;
}

async function all(client: ApiClient, path: string): Promise<Wire[]> {
  return (await client.get(`${path}?limit=100`)).body.data;
}

const extensions = Array.from({ length: 60 }, (_, i) => String(1800 + i));
const nextExtension = () => extensions.shift()!;

async function newSeat(): Promise<Wire> {
  return created(await admin.post('/v1/seats', { extension: nextExtension() }));
}

async function newAgent(settings: object = {}): Promise<Wire> {
  const number = nextExtension();
  return created(await admin.post('/v1/agents', { number, name: `Agent ${number}`, ...settings }));
}

function created({ status, body }: Answer): Wire {
  expect([status, body]).toEqual([201, expect.anything()]);
  return body;
}

describe('seats', () => {
  it('are leased, read and given back; each change counts in the revision', async () => {
    const before = await revision();
    const extension = nextExtension();
    const created = await admin.post('/v1/seats', { extension });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ extension, has_credentials: false });
    expect(await revision()).toBe(before + 1);
    const path = `/v1/seats/${created.body.id}`;
    expect((await admin.get(path)).body).toEqual(created.body);
    expect((await admin.delete(path)).status).toBe(428);
    expect((await admin.delete(path, undefined, match('"7"'))).status).toBe(412);
    expect((await admin.delete(path, undefined, match(created.etag))).status).toBe(204);
    expect(await revision()).toBe(before + 2);
    expect((await admin.get(path)).status).toBe(404);
    expect((await all(admin, '/v1/seats')).map(({ id }) => id)).not.toContain(created.body.id);
    const ended = 'SELECT id FROM seats WHERE id = ? AND leased_until IS NOT NULL AND a1_hash IS NULL';
    expect(await sql(ended, [created.body.id])).toHaveLength(1);
    expect((await admin.post('/v1/seats', { extension })).status).toBe(201);
  });

  it('are refused twice, and where the extension is no extension or a number of the tenant', async () => {
    const { extension } = await newSeat();
    expect((await admin.post('/v1/seats', { extension })).status).toBe(409);
    for (const wrong of ['0123', '12', '1234567', '10a1', 1001]) {
      const answer = await admin.post('/v1/seats', { extension: wrong });
      expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([422, '/extension']);
    }
    const [queue] = await all(admin, '/v1/queues');
    await stockNumbers(api.app, null, '95777..95778');
    expect((await admin.post('/v1/numbers', { number: '95777', queue_id: queue!.id })).status).toBe(201);
    expect((await admin.post('/v1/seats', { extension: '95777' })).body.code).toBe('conflict');
    expect((await admin.post('/v1/seats', { extension: '95778' })).status).toBe(201);
    expect((await admin.post('/v1/numbers', { number: '95778', queue_id: queue!.id })).body.code).toBe('conflict');
  });

  it('keep within the contract, however many ask at once', async () => {
    const { seat_limit: limit } = (await other.get('/v1/tenant')).body;
    const room = Number(limit) - (await all(other, '/v1/seats')).length;
    expect(room).toBeGreaterThan(0);
    const wishes = Array.from({ length: room + 3 }, (_, i) => other.post('/v1/seats', { extension: String(2900 + i) }));
    const answers = await Promise.all(wishes);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(room);
    for (const { body } of answers.filter(({ status }) => status !== 201)) expect(body.code).toBe('quota_exceeded');
    expect(await all(other, '/v1/seats')).toHaveLength(Number(limit));
  });

  it('get SIP credentials whose digest alone is kept', async () => {
    const seat = await newSeat();
    const made = (await admin.post(`/v1/seats/${seat.id}/credentials`)).body;
    expect(made).toMatchObject({ sip_user: seat['extension'], sip_domain: 'pharma.seatline.test' });
    const stored = async () => {
      const [row] = await sql<{ a1: string }>('SELECT a1_hash AS a1 FROM seats WHERE id = ?', [seat.id]);
      return row?.a1;
    };
    const md5 = (text: string) => createHash('md5').update(text).digest('hex');
    expect(await stored()).toBe(md5(`${String(seat['extension'])}:pharma.seatline.test:${made.secret}`));
    const read = await admin.get(`/v1/seats/${seat.id}`);
    expect(read.body['has_credentials']).toBe(true);
    expect(JSON.stringify(read.body)).not.toContain(await stored());
    const again = (await admin.post(`/v1/seats/${seat.id}/credentials`)).body;
    expect(again.secret).not.toBe(made.secret);
    const [theirs] = await all(other, '/v1/seats');
    expect((await admin.post(`/v1/seats/${theirs!.id}/credentials`)).status).toBe(404);
  });

  it("stay while they are an agent's", async () => {
    const created = await admin.post('/v1/seats', { extension: nextExtension() });
    const agent = await newAgent({ seat_id: created.body.id });
    const refused = await admin.delete(`/v1/seats/${created.body.id}`, undefined, match(created.etag));
    expect([refused.status, refused.body.code]).toEqual([409, 'conflict']);
    const { etag } = await admin.get(`/v1/agents/${agent.id}`);
    await admin.patch(`/v1/agents/${agent.id}`, { seat_id: null }, match(etag));
    expect((await admin.delete(`/v1/seats/${created.body.id}`, undefined, match(created.etag))).status).toBe(204);
  });
});

describe('agents', () => {
  it('are created with the usual times, changed and removed', async () => {
    const number = nextExtension();
    const created = await admin.post('/v1/agents', { number, name: `Agent ${number}`, wrap_up: 20 });
    expect(created.body).toMatchObject({
      number, wrap_up: 20, max_no_answer: 3, reject_delay: 5, busy_delay: 5, no_answer_delay: 5, ring_seconds: 15,
      user_id: null, seat_id: null, signed_in_seat_id: null, status: 'logged_out',
    });
    const path = `/v1/agents/${created.body.id}`;
    const seat = await newSeat();
    const changed = await admin.patch(path, { ring_seconds: 30, seat_id: seat.id }, match(created.etag));
    expect(changed.body).toMatchObject({ wrap_up: 20, ring_seconds: 30, seat_id: seat.id, number });
    expect((await admin.patch(path, { name: 'Late' }, match(created.etag))).status).toBe(412);
    expect((await admin.get(path)).body).toEqual(changed.body);
    expect((await admin.delete(path, undefined, match(changed.etag))).status).toBe(204);
    expect((await admin.get(path)).status).toBe(404);
  });

  it.each([
    [{ number: '12', name: 'Agent' }, '/number'],
    [{ number: '1999', name: '{loop}' }, '/name'],
    [{ number: '1999', name: 'Agent', busy_delay: 0 }, '/busy_delay'],
    [{ number: '1999', name: 'Agent', ring_seconds: 61 }, '/ring_seconds'],
    [{ number: '1999', name: 'Agent', wrap_up: null }, '/wrap_up'],
    [{ number: '1999', name: 'Agent', status: 'available' }, '/status'],
    [{ number: '1999', name: 'Agent', seat_id: 'sea_1' }, '/seat_id'],
  ])('are refused as %j', async (body, pointer) => {
    const answer = await admin.post('/v1/agents', body);
    expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([422, pointer]);
  });

  it("refer to their own tenant's seats and users, one agent each", async () => {
    const [foreignSeat] = await all(other, '/v1/seats');
    const [foreignUser] = await all(other, '/v1/users');
    const number = nextExtension();
    const agent = { number, name: `Agent ${number}` };
    const atForeignSeat = await admin.post('/v1/agents', { ...agent, seat_id: foreignSeat!.id });
    expect(atForeignSeat.body.errors[0]?.pointer).toBe('/seat_id');
    const asForeignUser = await admin.post('/v1/agents', { ...agent, user_id: foreignUser!.id });
    expect(asForeignUser.body.errors[0]?.pointer).toBe('/user_id');
    const seat = await newSeat();
    const first = await newAgent({ seat_id: seat.id });
    expect((await admin.post('/v1/agents', { ...agent, seat_id: seat.id })).body.code).toBe('conflict');
    expect((await admin.post('/v1/agents', { ...agent, number: first['number'] })).body.code).toBe('conflict');
  });

  it('stay while a queue has them in its tiers', async () => {
    const agent = await newAgent();
    const queue = await admin.post('/v1/queues', { name: 'holds' });
    const tiers = [{ agent_id: agent.id, level: 0, position: 1 }];
    const set = await admin.put(`/v1/queues/${queue.body.id}/tiers`, { tiers }, match(queue.etag));
    const { etag } = await admin.get(`/v1/agents/${agent.id}`);
    expect((await admin.delete(`/v1/agents/${agent.id}`, undefined, match(etag))).body.code).toBe('conflict');
    await admin.put(`/v1/queues/${queue.body.id}/tiers`, { tiers: [] }, match(set.etag));
    expect((await admin.delete(`/v1/agents/${agent.id}`, undefined, match(etag))).status).toBe(204);
  });
});

describe('a status', () => {
  const put = (agent: Wire, body: object, client = admin) => client.put(`/v1/agents/${agent.id}/status`, body);

  it('takes a seat, keeps it over a break and frees it', async () => {
    const [agent, seat] = [await newAgent(), await newSeat()];
    const etag = (await admin.get(`/v1/agents/${agent.id}`)).etag;
    const before = await revision();
    const available = await put(agent, { status: 'available', seat_id: seat.id });
    expect(available.body).toMatchObject({ status: 'available', signed_in_seat_id: seat.id });
    expect(await revision()).toBe(before + 1);
    const onBreak = await put(agent, { status: 'on_break' });
    expect(onBreak.body).toMatchObject({ status: 'on_break', signed_in_seat_id: seat.id });
    const gone = await put(agent, { status: 'logged_out' });
    expect(gone.body).toMatchObject({ status: 'logged_out', signed_in_seat_id: null });
    expect((await admin.get(`/v1/agents/${agent.id}`)).etag).toBe(etag);
  });

  it('says since when, and goes on when it is set again', async () => {
    const [agent, seat] = [await newAgent(), await newSeat()];
    const first = await put(agent, { status: 'available', seat_id: seat.id });
    const again = await put(agent, { status: 'available' });
    expect(again.body['status_since']).toBe(first.body['status_since']);
  });

  it('sits at the fixed seat', async () => {
    const [seat, elsewhere] = [await newSeat(), await newSeat()];
    const agent = await newAgent({ seat_id: seat.id });
    expect((await put(agent, { status: 'available_on_demand' })).body['signed_in_seat_id']).toBe(seat.id);
    const refused = await put(agent, { status: 'available', seat_id: elsewhere.id });
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([422, '/seat_id']);
  });

  it('is refused without a seat, at a foreign one and where another sits', async () => {
    const [agent, rival, seat] = [await newAgent(), await newAgent(), await newSeat()];
    expect((await put(agent, { status: 'available' })).body.errors[0]?.pointer).toBe('/seat_id');
    const [foreign] = await all(other, '/v1/seats');
    expect((await put(agent, { status: 'available', seat_id: foreign!.id })).body.errors[0]?.pointer).toBe('/seat_id');
    expect((await put(agent, { status: 'happy' })).body.errors[0]?.pointer).toBe('/status');
    await put(rival, { status: 'available', seat_id: seat.id });
    const taken = await put(agent, { status: 'available', seat_id: seat.id });
    expect([taken.status, taken.body.code]).toEqual([409, 'conflict']);
    await put(rival, { status: 'logged_out' });
    expect((await put(agent, { status: 'available', seat_id: seat.id })).status).toBe(200);
    const [stranger] = await all(other, '/v1/agents');
    expect((await put(stranger!, { status: 'on_break' })).status).toBe(404);
  });

  it('gives one seat to one of many who take it at once', async () => {
    const seat = await newSeat();
    const rivals = await Promise.all(Array.from({ length: 5 }, () => newAgent()));
    const answers = await Promise.all(rivals.map((agent) => put(agent, { status: 'available', seat_id: seat.id })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
  });

  it("is an agent's own to set, and a supervisor's for all", async () => {
    const self = await clients.user('pharma', 'agent');
    const mine = (await self.get('/v1/me/agent')).body;
    expect(mine['user_id']).toBe((await self.get('/v1/me')).body.id);
    const set = await self.put('/v1/me/agent/status', { status: 'available' });
    expect(set.body).toMatchObject({ id: mine.id, status: 'available' });
    expect((await put(mine, { status: 'on_break' }, self)).status).toBe(403);
    const supervisor = await clients.user('pharma', 'supervisor');
    expect((await put(mine, { status: 'on_break' }, supervisor)).body['status']).toBe('on_break');
    expect((await self.get('/v1/me/agent')).body['status']).toBe('on_break');
    expect((await supervisor.get('/v1/me/agent')).status).toBe(404);
    expect((await self.get('/v1/me')).body['agent_number']).toBe(mine['number']);
    expect((await supervisor.get('/v1/me')).body['agent_number']).toBeNull();
    expect((await (await clients.user('pharma', 'viewer')).get('/v1/me/agent')).status).toBe(403);
  });
});
