import { CustomersRepository } from '../../src/features/customers/customers.repository';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { EventHandlers } from '../../src/platform/events/event-handlers';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';
import { administratorToken, handleEvents, tenantIdOf } from '../factories/books';

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
afterEach(() => jest.restoreAllMocks());
afterAll(() => api.stop());

const CSV = { 'content-type': 'text/csv' };
const check = (text: string, client = admin) => client.post('/v1/customer-imports/check', text, CSV);
const begin = (text: string, client = admin) => client.post('/v1/customer-imports', text, CSV);
const read = async (id: string) => (await admin.get(`/v1/customer-imports/${id}`)).body;
const byExternalId = async (externalId: string) => (await admin.get(`/v1/customers?external_id=${externalId}`)).body.data[0];
const countOf = async (table: string) => Number((await database.sql<{ n: string }>(`SELECT COUNT(*) AS n FROM ${table} WHERE tenant_id = ?`, [pharma]))[0]?.n);

const HEAD = 'external_id,name,numbers,segment,language,attribute.ward';
const FILE = [
  HEAD,
  'c1,王芳,13800138001;02160010001,VIP,zh-CN,3',
  'c2,Li,13800138002,,,',
  'c3,,13800138003,,,',
  'c4,Zhao,13800138004,nobody,,',
  'c5,Qian,13800138002,,,',
].join('\n');

it('tells first what a file would do, and does nothing', async () => {
  const { body } = await check(FILE);
  expect(body).toEqual({
    row_count: 5, created: 2, changed: 0, unchanged: 0, refused: 3,
    changes: [
      { line: 2, external_id: 'c1', kind: 'create', fields: [] },
      { line: 3, external_id: 'c2', kind: 'create', fields: [] },
    ],
    problems: [
      { line: 4, column: 'name', rule: expect.stringMatching(/1 to 100/) },
      { line: 6, column: 'numbers', rule: 'stands in a line before' },
      { line: 5, column: 'segment', rule: 'must be a segment of this tenant' },
    ],
  });
  expect(await countOf('customers')).toBe(0);
});

it('does it in the background: the good lines, however many are bad', async () => {
  const begun = await begin(FILE);
  expect(begun.status).toBe(201);
  expect(begun.body).toMatchObject({ row_count: 5, created: 0, refused: 2, finished_at: null });
  await handleEvents(api.app);
  expect(await read(begun.body.id)).toMatchObject({ created: 2, refused: 3, finished_at: expect.any(String) });
  expect(await byExternalId('c1')).toMatchObject({
    name: '王芳', numbers: ['+8613800138001', '+862160010001'], language: 'zh-CN', attributes: [{ name: 'ward', value: '3' }],
  });
  expect(await byExternalId('c4')).toBeUndefined();
  expect(await countOf('customer_import_portions')).toBe(0);
});

it('changes nothing the second time, and of what is there what the file says and no more', async () => {
  const again = await begin(FILE);
  await handleEvents(api.app);
  expect(await read(again.body.id)).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
  const { id } = (await byExternalId('c1'))!;
  expect((await admin.get(`/v1/customers/${id}`)).etag).toBe('"1"');
  await admin.patch(`/v1/customers/${id}`, { note: 'stays' }, { 'if-match': '"1"' });
  const other = 'external_id,name,attribute.bed\nc1,王芳芳,7\n';
  expect((await check(other)).body).toMatchObject({ changed: 1, changes: [{ line: 2, external_id: 'c1', kind: 'change', fields: ['name', 'attributes'] }] });
  await begin(other);
  await handleEvents(api.app);
  expect(await byExternalId('c1')).toMatchObject({
    id, name: '王芳芳', note: 'stays', numbers: ['+8613800138001', '+862160010001'],
    attributes: [{ name: 'ward', value: '3' }, { name: 'bed', value: '7' }],
  });
});

it('goes on where it was killed, and does no portion twice', async () => {
  const lines = Array.from({ length: 1200 }, (_, nth) => `k${nth},K ${nth},1390${String(nth).padStart(7, '0')}`);
  const begun = await begin(['external_id,name,numbers', ...lines].join('\n'));
  const before = await countOf('customers');
  const whole = CustomersRepository.prototype.insertAll;
  let portions = 0;
  // the second portion dies after it has written, before it is committed
  jest.spyOn(CustomersRepository.prototype, 'insertAll').mockImplementation(async function (this: CustomersRepository, ...args) {
    await whole.apply(this, args);
    portions += 1;
    if (portions === 2) throw new Error('killed');
  });
  await expect(handleEvents(api.app)).rejects.toThrow('killed');
  expect(await countOf('customers')).toBe(before + 500);
  expect(await read(begun.body.id)).toMatchObject({ created: 500, finished_at: null });
  await handleEvents(api.app);
  expect(await countOf('customers')).toBe(before + 1200);
  expect(await read(begun.body.id)).toMatchObject({ created: 1200, refused: 0, finished_at: expect.any(String) });
  // told late, and again
  const handler = api.app.get(EventHandlers).find('customer_import.portion', 'import-customers');
  for (const position of [0, 1, 2, 3]) {
    await tenantContext.open({ tenantId: pharma }, async () => handler?.({ importId: begun.body.id, position }));
  }
  expect(await read(begun.body.id)).toMatchObject({ created: 1200 });
});

it('keeps what waits sealed', async () => {
  await begin('external_id,name,numbers\ns1,Waiting Person,13911112222\n');
  const [row] = await database.sql<{ sealed: Buffer }>('SELECT sealed FROM customer_import_portions WHERE tenant_id = ?', [pharma]);
  expect(row?.sealed.toString('latin1')).not.toMatch(/Waiting|1391111/);
  await handleEvents(api.app);
});

it.each<[what: string, body: string | Uint8Array, rule: RegExp]>([
  ['GB18030', new Uint8Array([...Buffer.from('external_id,name\nc1,'), 0xcd, 0xf5, 0xb7, 0xbc, 0x0a]), /UTF-8/],
  ['no columns', '', /first line/],
  ['an unknown column', 'external_id,name,colour\n', /must be external_id/],
])('refuses %s', async (_what, body, rule) => {
  for (const path of ['/v1/customer-imports', '/v1/customer-imports/check']) {
    const token = { authorization: `Bearer ${await administratorToken(api.app, 'pharma')}`, 'content-type': 'text/csv' };
    const response = await fetch(`${api.url}${path}`, { method: 'POST', headers: token, body: body as never });
    const problem = (await response.json()) as { errors: { rule: string }[] };
    expect(response.status).toBe(422);
    expect(problem.errors[0]?.rule).toMatch(rule);
  }
});

it('takes no JSON for a file, and none that is too long', async () => {
  expect((await admin.post('/v1/customer-imports/check', { external_id: 'c1' })).status).toBe(415);
  expect((await check('x'.repeat(21 * 1024 * 1024))).status).toBe(413);
});

it("is nobody else's", async () => {
  const begun = await begin('external_id,name\nc1,theirs\n', other);
  expect((await admin.get(`/v1/customer-imports/${begun.body.id}`)).status).toBe(404);
  expect((await admin.get('/v1/customer-imports')).body.data.map(({ id }) => id)).not.toContain(begun.body.id);
  expect((await begin('external_id,name\n', viewer)).status).toBe(403);
  await handleEvents(api.app);
  expect((await byExternalId('c1'))?.['name']).toBe('王芳芳');
});
