import { TenantKeys } from '../../src/platform/encryption/tenant-keys';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';
import { book, inboundLeg, outboundLegs, tenantIdOf } from '../factories/books';

let api: TestApi;
let database: ProviderDatabase;
let pharma: string;
let admin: ApiClient;
let viewer: ApiClient;
let other: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  database = api.app.get(ProviderDatabase);
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  const clients = new ApiClients(api);
  [admin, viewer] = [await clients.user('pharma', 'tenant_admin'), await clients.user('pharma', 'viewer')];
  other = await clients.user('insurance', 'tenant_admin');
  pharma = await tenantIdOf(api.app, 'pharma');
});
afterAll(() => api.stop());

const AT = '2026-11-01T08:00:00.000Z';
const rulesOf = ({ body }: { body: { errors?: { pointer: string }[] } }) => body.errors?.map(({ pointer }) => pointer);
const vip = async () => (await admin.get('/v1/segments')).body.data.find(({ name }) => name === 'VIP')!;

describe('segments', () => {
  it('come from a file, and are made, changed and removed', async () => {
    expect(await vip()).toMatchObject({ rank: 10, priority_seconds: 300, answer_target_seconds: 10, colour: 'gold', greeting: null, customers: 0 });
    const made = await admin.post('/v1/segments', { name: '药师', rank: 20 });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: '药师', rank: 20, queue_id: null, priority_seconds: 0, answer_target_seconds: null, colour: 'grey' });
    const path = `/v1/segments/${made.body.id}`;
    expect((await admin.post('/v1/segments', { name: '药师' })).body.code).toBe('conflict');
    expect((await admin.patch(path, { colour: 'blue' }, { 'if-match': '"7"' })).status).toBe(412);
    expect((await admin.patch(path, { colour: 'blue', priority_seconds: 60 }, { 'if-match': made.etag })).body).toMatchObject({ colour: 'blue', rank: 20 });
    expect((await admin.delete(path, undefined, { 'if-match': made.etag })).status).toBe(412);
    expect((await admin.delete(path, undefined, { 'if-match': '"2"' })).status).toBe(204);
    expect((await admin.get(path)).status).toBe(404);
  });

  it.each([
    [{ name: 'x', rank: 0 }, ['/rank']],
    [{ name: 'x', rank: 100 }, ['/rank']],
    [{ name: ' x' }, ['/name']],
    [{ name: 'x', priority_seconds: 3601 }, ['/priority_seconds']],
    [{ name: 'x', answer_target_seconds: 0 }, ['/answer_target_seconds']],
    [{ name: 'x', colour: 'mauve' }, ['/colour']],
    [{ name: 'x', greeting: '../x' }, ['/greeting']],
    [{ name: 'x', queue_id: 'que_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C' }, ['/queue_id']],
    [{}, ['/name']],
  ])('are refused as %j', async (body, pointers) => {
    const answer = await admin.post('/v1/segments', body);
    expect(answer.status).toBe(422);
    expect([...new Set(rulesOf(answer))]).toEqual(pointers);
  });

  it('keep their queue, and are not lost with customers in them', async () => {
    const [one, two] = [await admin.post('/v1/segments', { name: 'one' }), await admin.post('/v1/segments', { name: 'two' })];
    const [customer] = [await admin.post('/v1/customers', { name: 'A', segment_id: one.body.id })];
    const path = `/v1/segments/${one.body.id}`;
    expect((await admin.get(path)).body['customers']).toBe(1);
    expect((await admin.delete(path, undefined, { 'if-match': '"1"' })).body.code).toBe('conflict');
    for (const nowhere of [one.body.id, 'seg_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C']) {
      expect(rulesOf(await admin.delete(`${path}?move_to=${nowhere}`, undefined, { 'if-match': '"1"' }))).toEqual(['/move_to']);
    }
    expect((await admin.delete(`${path}?move_to=${two.body.id}`, undefined, { 'if-match': '"1"' })).status).toBe(204);
    expect((await admin.get(`/v1/customers/${customer.body.id}`)).body['segment_id']).toBe(two.body.id);
    const { queue_id: queueId } = await vip();
    const queue = await admin.get(`/v1/queues/${String(queueId)}`);
    expect((await admin.delete(`/v1/queues/${String(queueId)}`, undefined, { 'if-match': queue.etag })).body.code).toBe('conflict');
  });
});

describe('customers', () => {
  it('are made, read, changed and removed', async () => {
    const { id: segmentId } = await vip();
    const body = {
      external_id: 'crm-1', name: '王芳', language: 'zh-CN', segment_id: segmentId, note: 'afternoons\nplease', survey_opt_out: true,
      attributes: [{ name: 'hospital', value: 'Ruijin' }], numbers: ['138 0013 8001', '(021) 6001 0001'],
    };
    const made = await admin.post('/v1/customers', body);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ ...body, numbers: ['+8613800138001', '+862160010001'] });
    const path = `/v1/customers/${made.body.id}`;
    expect((await admin.get(path)).body).toEqual(made.body);
    const changed = await admin.patch(path, { note: null, numbers: ['13800138001'] }, { 'if-match': made.etag });
    expect(changed.body).toMatchObject({ name: '王芳', note: null, numbers: ['+8613800138001'], attributes: body.attributes });
    expect((await admin.patch(path, { note: 'x' }, { 'if-match': made.etag })).status).toBe(412);
    // the number that was given up is free again
    const second = await admin.post('/v1/customers', { name: 'B', numbers: ['+862160010001'] });
    expect(second.status).toBe(201);
    expect((await admin.delete(path, undefined, { 'if-match': changed.etag })).status).toBe(204);
    expect((await admin.get(path)).status).toBe(404);
    expect((await admin.delete(`/v1/customers/${second.body.id}`, undefined, { 'if-match': second.etag })).status).toBe(204);
    expect(await database.sql('SELECT 1 FROM customer_numbers WHERE tenant_id = ?', [pharma])).toEqual([]);
  });

  it('keep who they are sealed, and out of the audit log', async () => {
    const made = await admin.post('/v1/customers', { name: 'Sealed Person', note: 'sealed note', numbers: ['+8613811112222'] });
    await admin.patch(`/v1/customers/${made.body.id}`, { note: 'another note' }, { 'if-match': made.etag });
    const rows = await database.sql('SELECT * FROM customers c JOIN customer_numbers n ON n.customer_id = c.id WHERE c.id = ?', [made.body.id]);
    expect(rows).toHaveLength(1);
    const dump = Object.values(rows[0] as object).map((value: unknown) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value))).join();
    const entries = await admin.get(`/v1/audit-entries?object_id=${made.body.id}`);
    expect(entries.body.data.map(({ action }) => action)).toEqual(expect.arrayContaining(['created', 'changed']));
    for (const secret of ['Sealed', 'sealed note', 'another', '13811112222']) {
      expect(dump).not.toContain(secret);
      expect(JSON.stringify(entries.body)).not.toContain(secret);
    }
  });

  it('have each number alone, in whatever spelling, and each tenant its own', async () => {
    const made = await admin.post('/v1/customers', { name: 'First', numbers: ['+8613822223333'] });
    const again = await admin.post('/v1/customers', { name: 'Second', numbers: ['+8613822220000', '13822223333'] });
    expect([again.status, rulesOf(again)]).toEqual([409, ['/numbers/1']]);
    expect((await other.post('/v1/customers', { name: 'Theirs', numbers: ['13822223333'] })).status).toBe(201);
    const own = await admin.patch(`/v1/customers/${made.body.id}`, { numbers: ['008613822223333'] }, { 'if-match': made.etag });
    expect(own.body['numbers']).toEqual(['+8613822223333']);
    const [one, two] = await Promise.all([1, 2].map(() => admin.post('/v1/customers', { name: 'Race', numbers: ['13822224444'] })));
    expect([one?.status, two?.status].sort()).toEqual([201, 409]);
  });

  it.each([
    [{}, ['/name']],
    [{ name: 'x', language: 'de' }, ['/language']],
    [{ name: 'x', segment_id: 'seg_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C' }, ['/segment_id']],
    [{ name: 'x', external_id: 'a b' }, ['/external_id']],
    [{ name: 'x', numbers: ['nobody'] }, ['/numbers/0']],
    [{ name: 'x', numbers: ['13800138009', '+8613800138009'] }, ['/numbers/1']],
    [{ name: 'x', numbers: Array.from({ length: 11 }, (_, nth) => `138001390${nth + 10}`) }, ['/numbers']],
    [{ name: 'x', attributes: Array.from({ length: 21 }, (_, nth) => ({ name: `a${nth}`, value: '' })) }, ['/attributes']],
    [{ name: 'x', attributes: [{ name: 'a', value: '1' }, { name: 'a', value: '2' }] }, ['/attributes/1/name']],
  ])('are refused as %j', async (body, pointers) => {
    const answer = await admin.post('/v1/customers', body);
    expect([answer.status, [...new Set(rulesOf(answer))]]).toEqual([422, pointers]);
  });

  it('are kept by their CRM: once, and told again nothing changes', async () => {
    const path = '/v1/customers/by-external-id/crm-77';
    const body = { name: 'Kept', numbers: ['13833334444'], attributes: [{ name: 'a', value: 'b' }] };
    const made = await admin.put(path, body);
    expect([made.status, made.etag]).toEqual([200, '"1"']);
    const again = await admin.put(path, body);
    expect([again.body, again.etag]).toEqual([made.body, '"1"']);
    const changed = await admin.put(path, { name: 'Kept anew' });
    expect(changed.body).toMatchObject({ id: made.body.id, external_id: 'crm-77', name: 'Kept anew', numbers: [], attributes: [] });
    expect(changed.etag).toBe('"2"');
    const race = await Promise.all([1, 2, 3].map(() => admin.put('/v1/customers/by-external-id/crm-78', body)));
    expect(new Set(race.map(({ body: { id } }) => id)).size).toBe(1);
    expect((await admin.post('/v1/customers', { name: 'x', external_id: 'crm-78' })).body.code).toBe('conflict');
  });

  it('are found by number, external id and segment', async () => {
    const { id: segmentId } = await vip();
    const made = await admin.post('/v1/customers', { name: 'Found', external_id: 'crm-90', numbers: ['13844445555'], segment_id: segmentId });
    const idsOf = async (query: string, client = admin) => (await client.get(`/v1/customers?${query}`)).body.data.map(({ id }) => id);
    for (const number of ['13844445555', '%2B8613844445555', '008613844445555']) expect(await idsOf(`number=${number}`)).toEqual([made.body.id]);
    expect(await idsOf('number=13844445556')).toEqual([]);
    expect(await idsOf('number=nobody')).toEqual([]);
    expect(await idsOf('external_id=crm-90')).toEqual([made.body.id]);
    expect(await idsOf(`segment_id=${segmentId}`)).toContain(made.body.id);
    expect(await idsOf('number=13844445555', other)).toEqual([]);
  });

  it('are masked for whoever may not read personal data, who may not look for a number either', async () => {
    const made = await admin.post('/v1/customers', { name: '欧阳修', note: 'secret', attributes: [{ name: 'a', value: 'b' }], numbers: ['13855556666'] });
    const path = `/v1/customers/${made.body.id}`;
    expect((await viewer.get(path)).body).toMatchObject({ name: '欧**', note: null, attributes: null, numbers: ['+86*******6666'] });
    expect((await viewer.get('/v1/customers')).body.data[0]).toMatchObject({ name: '欧**' });
    expect((await viewer.get('/v1/customers?number=13855556666')).status).toBe(403);
    expect((await viewer.patch(path, { note: 'x' }, { 'if-match': made.etag })).status).toBe(403);
    expect((await other.get(path)).status).toBe(404);
  });
});

describe("a customer's calls", () => {
  it('are found by any of its numbers, from before too, and name it where it was known', async () => {
    const { id: segmentId } = await vip();
    const before = inboundLeg(pharma, AT, 5, { from: '13866667777' });
    await book(api.app, before);
    const made = await admin.post('/v1/customers', { name: 'Caller', numbers: ['13866667777', '02160010009'], segment_id: segmentId });
    const known = { customerId: made.body.id, segmentId };
    await book(api.app, inboundLeg(pharma, AT, 6, { from: '+8613866667777', ...known }), inboundLeg(pharma, AT, 7, { from: '13866667778' }));
    await book(api.app, ...outboundLegs(pharma, AT, 8, '+862160010009'));
    const calls = (await admin.get(`/v1/customers/${made.body.id}/calls`)).body.data;
    expect(calls.map((call) => [call['direction'], call['from_number'], call['customer_id'], call['customer_name'], call['segment_id']])).toEqual([
      ['outbound', '1001', null, null, null],
      ['inbound', '+8613866667777', made.body.id, 'Caller', segmentId],
      ['inbound', '13866667777', null, null, null],
    ]);
    expect((await admin.get(`/v1/calls?segment_id=${segmentId}`)).body.data.map(({ id }) => id)).toEqual([calls[1]?.id]);
    expect((await admin.get(`/v1/calls/${calls[1]?.id}`)).body).toMatchObject({ customer_name: 'Caller' });
    expect((await viewer.get(`/v1/calls/${calls[1]?.id}`)).body).toMatchObject({ customer_id: made.body.id, customer_name: 'C**' });
    expect((await other.get(`/v1/customers/${made.body.id}/calls`)).status).toBe(404);
  });

  it('are forgotten with the customer when the person asks for it', async () => {
    const made = await admin.post('/v1/customers', { name: 'Gone', numbers: ['13877778888', '13877779999'] });
    await book(api.app, inboundLeg(pharma, AT, 6, { from: '13877778888', customerId: made.body.id }));
    const [call] = (await admin.get(`/v1/customers/${made.body.id}/calls`)).body.data;
    await database.sql('DELETE FROM usage_records WHERE tenant_id = ?', [pharma]);
    expect((await admin.post('/v1/erasures', { number: '13877778888' })).body).toMatchObject({ customers: 1, calls: 1 });
    expect((await admin.get(`/v1/customers/${made.body.id}`)).status).toBe(404);
    expect((await admin.get(`/v1/calls/${call?.id}`)).body).toMatchObject({ from_number: null, customer_id: null, customer_name: null });
    expect((await admin.post('/v1/erasures', { number: '13877778888' })).body).toMatchObject({ customers: 0, calls: 0 });
    expect((await admin.post('/v1/customers', { name: 'New', numbers: ['13877779999'] })).status).toBe(201);
  });
});

it('cannot be read any more once the key is destroyed, nor found', async () => {
  const made = await admin.post('/v1/customers', { name: 'Lost', external_id: 'crm-lost', numbers: ['13899990000'], note: 'n', attributes: [] });
  await tenantContext.open({ tenantId: pharma }, () => api.app.get(TenantKeys).destroy());
  const lost = await admin.get(`/v1/customers/${made.body.id}`);
  expect(lost.body).toMatchObject({ external_id: 'crm-lost', name: null, note: null, attributes: null, numbers: null });
  expect((await admin.get('/v1/customers?number=13899990000')).body.data).toEqual([]);
  expect((await admin.get(`/v1/customers/${made.body.id}/calls`)).body.data).toEqual([]);
  expect(rulesOf(await admin.patch(`/v1/customers/${made.body.id}`, { note: 'x' }, { 'if-match': lost.etag }))).toEqual(['/name']);
  // the CRM tells it again; what is sealed with a key that has just been destroyed is erased as it comes
  const tell = () => admin.put('/v1/customers/by-external-id/crm-lost', { name: 'Back', numbers: ['13899990000'] });
  let told = await tell();
  while (told.body['name'] === null) told = await tell();
  expect(told.body).toMatchObject({ id: made.body.id, name: 'Back' });
  expect((await admin.get('/v1/customers?number=13899990000')).body.data).toHaveLength(1);
});
