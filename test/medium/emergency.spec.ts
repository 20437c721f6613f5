import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';
import { askXml, recordedXmlRequests } from '../factories/switch';

let api: TestApi;
let clients: ApiClients;
let admin: ApiClient;
let supervisor: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  clients = new ApiClients(api);
  admin = await clients.user('pharma', 'tenant_admin');
  supervisor = await clients.user('pharma', 'supervisor');
});
afterAll(() => api.stop());
afterEach(() => admin.delete('/v1/emergency'));

const inbound = recordedXmlRequests().find((form) => form['section'] === 'dialplan') ?? {};
const PHARMAS = ['4008001001', '+862160010001', '4008001002', '4008001003'];

async function dial(destination: string, context = 'public', extra = {}): Promise<string> {
  return (await askXml(api, { ...inbound, 'Hunt-Context': context, 'Hunt-Destination-Number': destination, ...extra })).text;
}

const LEADING = /application="(callcenter|socket)"/;
const saysAndHangsUp = (file: string) => new RegExp(`"seatline_outcome=closed"/>\\s*<action application="playback" data="zh-CN/${file}.wav"/>\\s*<action application="hangup"`);
const start = (body: object, client = admin) => client.put('/v1/emergency', body);
const OFF = { active: false, message: null, reason: null, since: null, started_by: null };

it('has every number answer with the message from the next call on, and lead on as before once it is over', async () => {
  expect((await admin.get('/v1/emergency')).body).toEqual(OFF);
  // so that what is kept of the routing is of before
  for (const number of PHARMAS) expect(await dial(number)).not.toMatch(saysAndHangsUp('busy'));
  const begun = await start({ message: 'busy', reason: 'Evacuated' });
  expect(begun).toMatchObject({ status: 200, body: { active: true, message: 'busy', reason: 'Evacuated', started_by: 'admin@pharma.seatline.test' } });
  for (const number of PHARMAS) {
    const text = await dial(number);
    expect(text).toMatch(saysAndHangsUp('busy'));
    expect(text).toMatch(/application="limit".*application="answer"/s);
    expect(text).not.toMatch(LEADING);
  }
  // a phone of the house reaches its own number no other way
  expect(await dial('4008001001', 'tenant-pharma')).toMatch(saysAndHangsUp('busy'));
  // who waits, waits on
  const sent = { 'Hunt-Transfer-Source': '1795291000:4f236891:bl_xfer:queue-care/tenant-pharma/XML', variable_seatline_call: 'the-call' };
  expect(await dial('queue-care', 'tenant-pharma', sent)).toContain('application="callcenter" data="care@pharma.seatline.test"');
  expect(await dial('4008002002')).toMatch(LEADING);

  expect((await admin.delete('/v1/emergency')).status).toBe(204);
  expect(await dial('4008001003')).toContain('application="callcenter" data="vip@pharma.seatline.test"');
  expect((await admin.get('/v1/emergency')).body).toEqual(OFF);
});

it('says what is built in where no message is chosen', async () => {
  for (const body of [{ message: null, reason: 'Fire' }, { reason: 'Fire' }]) {
    expect((await start(body)).body).toMatchObject({ active: true, message: null });
    expect(await dial('4008001003')).toMatch(saysAndHangsUp('closed'));
  }
});

it('changes nothing at the second click, and tells who comes second with something else', async () => {
  const { since } = (await start({ message: null, reason: 'Fire' })).body;
  expect((await start({ message: null, reason: 'Fire' }, supervisor)).body).toMatchObject({ since, started_by: 'admin@pharma.seatline.test' });
  const second = await start({ message: 'busy', reason: 'Fire' }, supervisor);
  expect(second.body).toMatchObject({ code: 'conflict', detail: expect.stringContaining('admin@pharma.seatline.test was first') });
  expect((await supervisor.get('/v1/emergency')).body).toMatchObject({ message: null, since });
  for (const client of [supervisor, admin]) expect((await client.delete('/v1/emergency')).status).toBe(204);
  const { data } = (await admin.get('/v1/audit-entries?object_type=emergencies&limit=2')).body;
  expect(data.map((entry) => [entry['action'], entry['actor_name']])).toEqual([
    ['removed', expect.stringContaining('supervisor')], ['created', 'admin@pharma.seatline.test'],
  ]);
});

it('has another message from the next call on, and keeps what is not changed', async () => {
  expect((await admin.patch('/v1/emergency', { reason: 'Fire' })).body).toMatchObject({ code: 'conflict', detail: 'The emergency switch-over is off.' });
  const { since } = (await start({ message: 'busy', reason: 'Fire' })).body;
  const changed = await supervisor.patch('/v1/emergency', { message: null });
  expect(changed).toMatchObject({ status: 200, body: { active: true, message: null, reason: 'Fire', since, started_by: 'admin@pharma.seatline.test' } });
  expect(await dial('4008001003')).toMatch(saysAndHangsUp('closed'));
  const refused = await admin.patch('/v1/emergency', { message: 'Not a sound' });
  expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([422, '/message']);
  expect((await admin.patch('/v1/emergency', { reason: 'Water' })).body).toMatchObject({ message: null, reason: 'Water' });
});

it('has one who was first of two at once', async () => {
  const answers = await Promise.all(['Fire', 'Water', 'Fire', 'Water'].map((reason, index) => start({ reason }, index % 2 ? supervisor : admin)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409]);
  const { reason } = (await admin.get('/v1/emergency')).body;
  for (const { status, body } of answers) if (status === 200) expect(body['reason']).toBe(reason);
});

it('holds its message as long as it lasts', async () => {
  const sound = (await admin.post('/v1/sounds', { name: 'evacuated' })).body.id;
  await admin.put(`/v1/sounds/${sound}/takes/zh-CN/text`, { text: '本楼已疏散。' }, { 'if-match': '"1"' });
  expect((await start({ message: 'evacuated', reason: 'Fire' })).status).toBe(200);
  expect(await dial('4008001001')).toMatch(new RegExp(`"playback" data="${api.environment['TENANT_SOUNDS_DIR']}/`));
  expect((await admin.get(`/v1/sounds/${sound}/uses`)).body).toMatchObject({ uses: [{ kind: 'emergency', name: 'Fire' }] });
  const { etag } = await admin.get(`/v1/sounds/${sound}`);
  const remove = () => admin.delete(`/v1/sounds/${sound}`, undefined, { 'if-match': etag });
  expect((await remove()).body).toMatchObject({ code: 'conflict', detail: 'The sound is played by: emergency Fire. Change that first.' });
  await admin.delete('/v1/emergency');
  expect((await remove()).status).toBe(204);
});

it('is for administrators and supervisors to use, for everybody of the tenant to see, and for nobody else', async () => {
  await start({ reason: 'Fire' }, supervisor);
  for (const role of ['agent', 'viewer'] as const) {
    const client = await clients.user('pharma', role);
    expect((await client.get('/v1/emergency')).body).toMatchObject({ active: true, reason: 'Fire' });
    expect((await start({ reason: 'Fire' }, client)).status).toBe(403);
    expect((await client.delete('/v1/emergency')).status).toBe(403);
  }
  const stranger = await clients.user('insurance', 'tenant_admin');
  expect((await stranger.get('/v1/emergency')).body).toEqual(OFF);
  await stranger.delete('/v1/emergency');
  expect((await admin.get('/v1/emergency')).body).toMatchObject({ active: true });
});

it.each([
  ['/reason', { message: null }],
  ['/reason', { reason: '' }],
  ['/reason', { reason: 'two\nlines' }],
  ['/message', { message: '../closed', reason: 'Fire' }],
  ['/message', { message: '', reason: 'Fire' }],
])('names what is wrong: %s of %j', async (pointer, body) => {
  expect((await start(body)).body).toMatchObject({ code: 'invalid_request', errors: expect.arrayContaining([expect.objectContaining({ pointer })]) });
  expect((await admin.get('/v1/emergency')).body).toEqual(OFF);
});
