import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';

let api: TestApi;
let clients: ApiClients;
let admin: ApiClient;
beforeAll(async () => {
  api = await startTestApi();
  for (const tenant of ['pharma', 'insurance']) await applyTenant(api.app, tenant);
  clients = new ApiClients(api);
  admin = await clients.user('pharma', 'tenant_admin');
});
afterAll(() => api.stop());

const PATH = '/v1/branding';
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const match = (etag: string) => ({ 'if-match': etag });

it('gives everybody of the tenant its colour and logo, and nobody of another', async () => {
  const first = await admin.get(PATH);
  expect(first.body).toEqual({ colour: null, logo: null });
  const set = await admin.put(PATH, { colour: '#0F766E', logo: PIXEL }, match(first.etag));
  expect(set.body).toEqual({ colour: '#0f766e', logo: PIXEL });
  const agent = await clients.user('pharma', 'agent');
  expect((await agent.get(PATH)).body).toEqual(set.body);
  expect((await agent.put(PATH, { colour: null, logo: null }, match(set.etag))).status).toBe(403);
  const other = await clients.user('insurance', 'tenant_admin');
  expect((await other.get(PATH)).body).toEqual({ colour: null, logo: null });
});

it('is written once a version: of two at the same moment one is told that it is too late', async () => {
  const other = await clients.user('insurance', 'tenant_admin');
  const { etag } = await other.get(PATH);
  const both = await Promise.all(['#123456', '#654321'].map((colour) => other.put(PATH, { colour, logo: null }, match(etag))));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
});

it.each([
  ['/colour', { colour: '#ffd400', logo: null }, /contrast of 1\.4:1, and needs 4\.5:1/],
  ['/colour', { colour: 'crimson', logo: null }, /colour like #0f5fd8/],
  ['/logo', { colour: null, logo: 'https://tracker.example/logo.png' }, /must be a PNG of at most 512/],
  ['/logo', { colour: null, logo: `data:image/png;base64,${'A'.repeat(65_536)}` }, /65536/],
  ['/logo', { colour: null }, /./],
])('refuses at %s what breaks its rule', async (pointer, body, rule) => {
  const { etag, body: before } = await admin.get(PATH);
  const refused = await admin.put(PATH, body, match(etag));
  expect(refused.status).toBe(422);
  expect(refused.body.errors[0]?.pointer).toBe(pointer);
  expect(refused.body.errors[0]?.rule).toMatch(rule);
  expect((await admin.get(PATH)).body).toEqual(before);
});

it('tells the audit log that the logo changed, without the picture', async () => {
  const { body } = await admin.get('/v1/audit-entries?object_type=branding&action=created');
  expect(body.data[0]?.['detail']).toMatchObject({ after: { colour: '#0f766e', logo: '(hidden)' } });
});
