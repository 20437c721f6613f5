import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';

let api: TestApi;
let admin: ApiClient;
let supervisor: ApiClient;
let stranger: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  const clients = new ApiClients(api);
  admin = await clients.user('pharma', 'tenant_admin');
  supervisor = await clients.user('pharma', 'supervisor');
  stranger = await clients.user('insurance', 'tenant_admin');
});
afterAll(() => api.stop());

const SAY = [{ text: { en: '1 care', zh: '1 客服' } }];
const MENU = {
  start: 'menu', fallback: 'care',
  steps: {
    menu: { type: 'menu', prompts: SAY, options: { 1: 'people', 9: 'menu' }, on_no_choice: 'people' },
    people: { type: 'queue', queue: 'care' },
  },
};
const closing = { ...MENU, steps: { ...MENU.steps, bye: { type: 'hang_up' }, menu: { ...MENU.steps.menu, on_no_choice: 'bye' } } };

let named = 0;
async function newScript(draft: object | undefined = MENU, client = admin) {
  named += 1;
  const { status, body, headers } = await client.post('/v1/ivr-scripts', { name: `script-${named}`, draft });
  expect(status).toBe(201);
  return { id: body.id as string, name: body['name'] as string, body, etag: headers.get('etag') ?? '"1"' };
}

const publish = (id: string, etag: string, body: object = {}) => admin.post(`/v1/ivr-scripts/${id}/publish`, body, { 'if-match': etag });
const etagOf = async (id: string) => (await admin.get(`/v1/ivr-scripts/${id}`)).headers.get('etag') ?? '';

it('keeps a draft that is half done, and publishes one that is right', async () => {
  const { id, etag } = await newScript({ start: 'menu', fallback: 'care', steps: {} });
  const refused = await publish(id, etag);
  expect(refused.status).toBe(422);
  expect(refused.body['errors']).toEqual([{ pointer: '/draft', rule: expect.stringContaining('no-such-start') }]);
  const saved = await admin.patch(`/v1/ivr-scripts/${id}`, { draft: MENU }, { 'if-match': etag });
  expect(saved.body).toMatchObject({ live: null, changed: true, draft: MENU });
  const live = await publish(id, saved.headers.get('etag')!, { note: 'First' });
  expect(live.body).toMatchObject({ live: 1, changed: false });
  // the second click
  expect((await publish(id, await etagOf(id))).body).toMatchObject({ live: 1 });
  const { body } = await admin.get(`/v1/ivr-scripts/${id}/versions`);
  expect(body['versions']).toEqual([
    { id: expect.any(String), number: 1, state: 'published', note: 'First', published_by: 'admin@pharma.seatline.test', created_at: expect.any(String) },
  ]);
});

it('tells in the list which scripts are live, since when, and which drafts differ', async () => {
  const { id, etag } = await newScript();
  const listed = async () => ((await admin.get('/v1/ivr-scripts')).body.data as { id: string }[]).find((each) => each.id === id);
  expect(await listed()).toMatchObject({ live: null, published_at: null, changed: true });
  const { headers } = await publish(id, etag);
  const live = await listed();
  expect(live).toMatchObject({ live: 1, published_at: expect.stringMatching(/^20/), changed: false });
  expect(live).not.toHaveProperty('draft');
  await admin.patch(`/v1/ivr-scripts/${id}`, { draft: closing }, { 'if-match': headers.get('etag') ?? '' });
  expect(await listed()).toMatchObject({ live: 1, changed: true });
});

it('tells what is wrong with a document, by its place', async () => {
  const { id } = await newScript();
  const check = async (document: object) => (await supervisor.post(`/v1/ivr-scripts/${id}/check`, { document })).body;
  expect(await check(MENU)).toEqual({ problems: [], findings: [] });
  expect(await check({ ...MENU, steps: { menu: { type: 'menu' } } })).toMatchObject({
    problems: [{ pointer: '/steps/menu/prompts', rule: 'must be a list' }, { pointer: '/steps/menu/options', rule: 'must be an object' }, { pointer: '/steps/menu/on_no_choice', rule: 'must name the step that follows' }],
    findings: [],
  });
  expect(await check({ ...MENU, steps: { ...MENU.steps, people: { type: 'queue', queue: 'nobody' } } })).toEqual({
    problems: [], findings: [{ severity: 'error', step: 'people', code: 'no-such-queue', name: 'nobody' }],
  });
});

it('tells what changed, and puts an earlier version back into service', async () => {
  const { id, etag } = await newScript();
  await publish(id, etag);
  const saved = await admin.patch(`/v1/ivr-scripts/${id}`, { draft: closing }, { 'if-match': await etagOf(id) });
  const { body } = await admin.get(`/v1/ivr-scripts/${id}/difference?from=1`);
  expect(body['changes']).toEqual([
    { step: 'menu', change: 'changed', pointer: '/on_no_choice', before: 'people', after: 'bye' },
    { step: 'bye', change: 'added', pointer: '', before: null, after: { type: 'hang_up' } },
  ]);
  expect((await publish(id, saved.headers.get('etag')!)).body).toMatchObject({ live: 2 });
  expect((await publish(id, await etagOf(id), { number: 1 })).body).toMatchObject({ live: 1, changed: true, draft: closing });
  const versions = (await admin.get(`/v1/ivr-scripts/${id}/versions`)).body['versions'] as { id: string; number: number; state: string }[];
  expect(versions.map(({ number, state }) => `${number} ${state}`)).toEqual(['2 archived', '1 published']);
  expect((await admin.get(`/v1/ivr-script-versions/${versions[0]!.id}`)).body['document']).toEqual(closing);
  expect((await stranger.get(`/v1/ivr-script-versions/${versions[0]!.id}`)).status).toBe(404);
  expect((await admin.get(`/v1/ivr-scripts/${id}/difference?from=7`)).status).toBe(404);
  expect((await publish(id, await etagOf(id), { number: 9 })).status).toBe(404);
});

it('refuses a change of what somebody else has changed meanwhile', async () => {
  const { id, etag } = await newScript();
  expect((await admin.patch(`/v1/ivr-scripts/${id}`, { description: 'one' }, { 'if-match': etag })).status).toBe(200);
  expect((await admin.patch(`/v1/ivr-scripts/${id}`, { description: 'two' }, { 'if-match': etag })).status).toBe(412);
  expect((await publish(id, etag)).status).toBe(412);
});

it('walks through the draft as a caller would', async () => {
  const { id } = await newScript(closing);
  const walk = async (inputs: object[]) => (await supervisor.post(`/v1/ivr-scripts/${id}/try`, { language: 'en', inputs })).body;
  expect(await walk([])).toMatchObject({ step: 'menu', ended: false, commands: [{ kind: 'ask', spoken: [{ text: '1 care' }] }], path: [expect.stringMatching(/menu$/)] });
  expect(await walk([{ kind: 'digits', digits: '1' }])).toMatchObject({ step: 'people', commands: [{ kind: 'queue', queue: 'care' }] });
  const silent = { kind: 'digits', digits: '' };
  expect(await walk([silent, silent, silent])).toMatchObject({ step: 'bye', ended: true, commands: [{ kind: 'hang-up' }] });
  expect((await supervisor.post(`/v1/ivr-scripts/${id}/try`, { document: {}, inputs: [] })).body).toMatchObject({ code: 'invalid_request' });
});

it('is removed when nothing uses it any more', async () => {
  const { id, name, etag } = await newScript();
  const [number] = (await admin.get('/v1/numbers')).body.data;
  const put = async (ivr: string | null) =>
    (await admin.patch(`/v1/numbers/${number!.id}`, { ivr }, { 'if-match': (await admin.get(`/v1/numbers/${number!.id}`)).headers.get('etag')! })).status;
  expect(await put('no-such-script')).toBe(422);
  expect(await put(name)).toBe(200);
  const refused = await admin.delete(`/v1/ivr-scripts/${id}`, undefined, { 'if-match': etag });
  expect(refused.body).toMatchObject({ code: 'conflict', detail: `The script is in use: ${String(number!['number'])}.` });
  expect(await put(null)).toBe(200);
  expect((await admin.delete(`/v1/ivr-scripts/${id}`, undefined, { 'if-match': etag })).status).toBe(204);
  expect((await admin.get(`/v1/ivr-scripts/${id}`)).status).toBe(404);
});

it('holds the sounds that it plays', async () => {
  const sound = (await admin.post('/v1/sounds', { name: 'own-welcome' })).body.id;
  await admin.put(`/v1/sounds/${sound}/takes/en/text`, { text: 'Welcome.' }, { 'if-match': '"1"' });
  const playing = { ...MENU, start: 'welcome', steps: { ...MENU.steps, welcome: { type: 'play', prompts: [{ sound: 'own-welcome' }], next: 'menu' } } };
  const { id, name, etag } = await newScript(playing);
  expect((await publish(id, etag)).status).toBe(200);
  expect((await admin.get(`/v1/sounds/${sound}/uses`)).body).toMatchObject({ uses: [{ kind: 'ivr_script', id, name }] });
});

it('is not there for another tenant, and not to be changed by who may only look', async () => {
  const { id, etag } = await newScript();
  for (const path of ['', '/versions', '/difference?from=1']) expect((await stranger.get(`/v1/ivr-scripts/${id}${path}`)).status).toBe(404);
  expect((await stranger.post(`/v1/ivr-scripts/${id}/publish`, {}, { 'if-match': etag })).status).toBe(404);
  expect((await supervisor.patch(`/v1/ivr-scripts/${id}`, { description: 'x' }, { 'if-match': etag })).status).toBe(403);
  expect((await admin.post('/v1/ivr-scripts', { name: 'Bad Name' })).status).toBe(422);
  expect((await admin.post('/v1/ivr-scripts', { name: 'text', draft: 'text' })).body['errors']).toMatchObject([{ pointer: '/draft' }]);
});
