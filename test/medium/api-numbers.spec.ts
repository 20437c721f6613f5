import { randomUUID } from 'node:crypto';
import type { CdrLeg } from '../../src/telephony/cdr/cdr-leg';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients, type Wire } from '../factories/api-client';
import { book, inboundLeg } from '../factories/books';
import { stockNumbers } from '../factories/number-stock';

let api: TestApi;
let admin: ApiClient;
let other: ApiClient;
let queue: Wire;

beforeAll(async () => {
  api = await startTestApi();
  await applyTenant(api.app, 'pharma');
  await applyTenant(api.app, 'insurance');
  await stockNumbers(api.app, null, '+862160009001..+862160009003', '+862160009999');
  const clients = new ApiClients(api);
  admin = await clients.user('pharma', 'tenant_admin');
  other = await clients.user('insurance', 'tenant_admin');
  queue = (await admin.get('/v1/queues')).body.data[0]!;
});
afterAll(() => api.stop());

const match = (etag: string) => ({ 'if-match': etag });
const MORNING = { mon: [{ open: '08:00', close: '18:00' }] };
const calendar = (name: string, hours: object = { week: MORNING }) => ({ name, hours });

describe('numbers', () => {
  it('are leased, changed and given back', async () => {
    const body = { number: '+86 21 6000 9001', queue_id: queue.id, greeting: 'welcome' };
    const created = await admin.post('/v1/numbers', body);
    expect(created.status).toBe(201);
    const usual = { calendar_id: null, closed: null, ivr: null };
    expect(created.body).toMatchObject({ ...usual, number: '+862160009001', greeting: 'welcome' });
    const path = `/v1/numbers/${created.body.id}`;
    const hours = (await admin.post('/v1/calendars', calendar('leased'))).body;
    const change = { calendar_id: hours.id, closed: 'closed', greeting: null };
    const changed = await admin.patch(path, change, match(created.etag));
    expect(changed.body).toMatchObject({ ...change, queue_id: queue.id });
    expect((await admin.get(path)).body).toEqual(changed.body);
    expect((await admin.patch(path, {}, match(created.etag))).status).toBe(412);
    expect((await admin.delete(path, undefined, match(changed.etag))).status).toBe(204);
    expect((await admin.get(path)).status).toBe(404);
    expect((await admin.post('/v1/numbers', body)).status).toBe(201);
  });

  it("are one owner's, and nobody is told whose", async () => {
    const told = async (client: ApiClient, number: string) => {
      const { id } = (await client.get('/v1/queues')).body.data[0]!;
      const { status, body } = await client.post('/v1/numbers', { number, queue_id: id });
      return [status, body.code, body['detail']];
    };
    const detail = 'The number 4008001001 cannot be leased: it is not among those available to you.';
    const expected = [409, 'number_unavailable', detail];
    expect(await told(admin, '4008001001')).toEqual(expected);
    expect(await told(other, '+86 400-800-1001')).toEqual(expected);
  });

  it.each([
    [{ number: '110' }, '/number'],
    [{ number: 'call me' }, '/number'],
    [{ number: '+4008001001' }, '/number'],
    [{ queue_id: null }, '/queue_id'],
    [{ greeting: '../../etc/passwd' }, '/greeting'],
    [{ calendar_id: 'cld_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C' }, '/calendar_id'],
    [{ queue_id: 'que_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C' }, '/queue_id'],
    [{ leased_from: '2026-01-01T00:00:00Z' }, '/leased_from'],
  ])('are refused with %j', async (part, pointer) => {
    const answer = await admin.post('/v1/numbers', { number: '+862160009999', queue_id: queue.id, ...part });
    expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([422, pointer]);
  });

  it("never point at another tenant's queue or calendar", async () => {
    const foreignQueue = (await other.get('/v1/queues')).body.data[0]!;
    const foreignHours = (await other.get('/v1/calendars')).body.data[0]!;
    const { body, etag } = await admin.post('/v1/numbers', { number: '+862160009002', queue_id: queue.id });
    for (const [part, pointer] of [
      [{ queue_id: foreignQueue.id }, '/queue_id'],
      [{ calendar_id: foreignHours.id }, '/calendar_id'],
    ] as const) {
      const answer = await admin.patch(`/v1/numbers/${body.id}`, part, match(etag));
      expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([422, pointer]);
    }
  });
});

describe('calendars', () => {
  it('are created, changed and removed, but not while a number keeps their hours', async () => {
    const created = await admin.post('/v1/calendars', calendar('office'));
    expect(created.body['hours']).toEqual({
      week: { ...MORNING, tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
      holidays: [],
    });
    const path = `/v1/calendars/${created.body.id}`;
    const hours = { week: { sat: [{ open: '22:00', close: '06:00' }] }, holidays: ['2026-10-01'] };
    const changed = await admin.patch(path, { hours }, match(created.etag));
    expect(changed.body).toMatchObject({ name: 'office', hours: { ...hours, week: { mon: [], ...hours.week } } });
    const renamed = await admin.patch(path, { name: 'shop' }, match(changed.etag));
    expect(renamed.body).toMatchObject({ name: 'shop', hours: changed.body['hours'] });
    const keeper = { number: '+862160009003', queue_id: queue.id, calendar_id: created.body.id };
    const number = await admin.post('/v1/numbers', keeper);
    const kept = await admin.delete(path, undefined, match(renamed.etag));
    expect([kept.status, kept.body.code]).toEqual([409, 'conflict']);
    await admin.delete(`/v1/numbers/${number.body.id}`, undefined, match(number.etag));
    expect((await admin.delete(path, undefined, match(renamed.etag))).status).toBe(204);
    expect((await admin.get(path)).status).toBe(404);
  });

  it('have names of their own', async () => {
    await admin.post('/v1/calendars', calendar('once'));
    expect((await admin.post('/v1/calendars', calendar('once'))).body.code).toBe('conflict');
    expect((await other.post('/v1/calendars', calendar('once'))).status).toBe(201);
    expect((await admin.post('/v1/calendars', calendar('a'.repeat(41)))).status).toBe(201);
  });

  it.each([
    [calendar('Wrong Name'), '/name'],
    [calendar('never', { week: {} }), '/hours/week'],
    [calendar('late', { week: { mon: [{ open: '08:00', close: '25:00' }] } }), '/hours/week/mon/0/close'],
    [calendar('empty', { week: { mon: [{ open: '08:00', close: '08:00' }] } }), '/hours/week/mon/0'],
    [calendar('days', { week: { monday: [] } }), '/hours/week/monday'],
    [calendar('list', { week: [] }), '/hours/week'],
    [calendar('null', { week: { mon: [null] } }), '/hours/week/mon/0'],
    [calendar('lists', { week: { mon: [[]] } }), '/hours/week/mon'],
    [calendar('leap', { week: MORNING, holidays: ['2026-02-29'] }), '/hours/holidays/0'],
    [{ name: 'none' }, '/hours'],
  ])('are refused as %j', async (body, pointer) => {
    const answer = await admin.post('/v1/calendars', body);
    expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([422, pointer]);
  });
});

describe('calls', () => {
  /** What mod_callcenter leaves on a leg of a call through the queue care, answered by `agent` or by nobody. */
  const careOf = (side: 'member' | 'agent', agent: string | null, at: string) => ({
    side,
    queue: 'care@pharma.seatline.test',
    agent: agent && `${agent}@pharma.seatline.test`,
    memberUuid: '5f1c2f0e-7b0a-4c53-9d43-0a6f2b8f1d11',
    agentUuid: null,
    bridged: agent !== null,
    terminatedAt: null,
    joinedAt: Date.parse(at) / 1000,
    answeredAt: agent === null ? null : Date.parse(at) / 1000 + 4,
    canceledAt: agent === null ? Date.parse(at) / 1000 + 9 : null,
    cause: agent === null ? 'cancel' : 'answered',
    cancelReason: agent === null ? 'BREAK_OUT' : null,
  });

  function answeredBy(agent: string, tenantId: string, at: string, from: string): CdrLeg[] {
    const member = inboundLeg(tenantId, at, 60, { from, queue: careOf('member', agent, at) });
    const offer = { uuid: randomUUID(), direction: 'outbound' as const, queue: careOf('agent', agent, at) };
    return [member, { ...member, ...offer }];
  }

  beforeAll(async () => {
    const pharma = (await admin.get('/v1/tenant')).body.id;
    const insurance = (await other.get('/v1/tenant')).body.id;
    await book(api.app, ...answeredBy('1001', pharma, '2026-11-01T08:00:00Z', '13800138001'));
    await book(api.app, ...answeredBy('1002', pharma, '2026-11-02T08:00:00Z', '13800138002'));
    const third = '2026-11-03T08:00:00Z';
    const lost = { to: '+862160010001', queue: careOf('member', null, third) };
    await book(api.app, inboundLeg(pharma, third, 9, lost));
    await book(api.app, inboundLeg(insurance, '2026-11-02T08:00:00Z', 60, { to: '4008002002' }));
  });

  it.each([
    ['', 3],
    ['?from=2026-11-02T00:00:00Z', 2],
    ['?to=2026-11-02T00:00:00Z', 1],
    ['?from=2026-11-02T00:00:00Z&to=2026-11-03T00:00:00Z', 1],
    ['?from=2026-11-02T00:00:00%2B08:00&to=2026-11-03T00:00:00%2B08:00', 1],
    ['?queue=care', 3],
    ['?queue=other', 0],
    ['?agent=1001', 1],
    ['?outcome=answered', 2],
    ['?outcome=abandoned', 1],
    ['?direction=inbound&outcome=answered', 2],
    ['?direction=outbound', 0],
    ['?number=13800138002', 1],
    ['?number=%2B862160010001', 1],
    ['?number=4008001001', 2],
    ['?number=4008002002', 0],
    ['?number=4008001001&agent=1002', 1],
  ])('are found by %s', async (query, count) => {
    const { body } = await admin.get(`/v1/calls${query}`);
    expect(body.data).toHaveLength(count);
  });

  it('are read in pages together with a filter', async () => {
    const first = (await admin.get('/v1/calls?number=4008001001&limit=1')).body;
    const second = (await admin.get(`/v1/calls?number=4008001001&limit=1&after=${first.data[0]!.id}`)).body;
    expect([first.has_more, second.has_more]).toEqual([true, false]);
    expect(second.data[0]!.id < first.data[0]!.id).toBe(true);
  });

  it('are read with their offers and legs', async () => {
    const [call] = (await admin.get('/v1/calls?agent=1001')).body.data;
    const { body } = await admin.get(`/v1/calls/${call!.id}`);
    expect(body).toMatchObject({ ...call, direction: 'inbound', from_number: '13800138001', to_number: '4008001001' });
    const leg = { bill_seconds: 60, answered_at: '2026-11-01T08:00:00.000Z', hangup_cause: 'NORMAL_CLEARING' };
    expect(body['legs']).toMatchObject([leg, leg]);
    expect(body['offers']).toMatchObject([{ agent: '1001', result: 'answered' }]);
    expect(body['stays']).toEqual([
      {
        queue: 'care',
        joined_at: '2026-11-01T08:00:00.000Z',
        left_at: '2026-11-01T08:01:00.000Z',
        outcome: 'answered',
        agent: '1001',
        answered_at: '2026-11-01T08:00:04.000Z',
        released_at: '2026-11-01T08:01:00.000Z',
      },
    ]);
    expect((await other.get(`/v1/calls/${call!.id}`)).status).toBe(404);
  });

  it.each([
    ['?from=yesterday', '/from'],
    ['?from=2026-11-01', '/from'],
    ['?queue=Care%20Desk', '/queue'],
    ['?agent=x', '/agent'],
    ['?direction=sideways', '/direction'],
    ['?colour=red', '/colour'],
  ])('are not looked for by %s', async (query, pointer) => {
    const answer = await admin.get(`/v1/calls${query}`);
    expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([422, pointer]);
  });
});
