import { freePort } from '../../scripts/switch/free-ports';
import { DRAFT } from '../../src/features/ivr-scripts/domain/claim';
import { Programs } from '../../src/features/ivr-scripts/leading/programs';
import { ScriptLeadingModule } from '../../src/features/ivr-scripts/leading/script-leading.module';
import { TenantFilesService } from '../../src/features/tenants/tenant-files.service';
import { exportTenant } from '../../src/features/tenants/domain/tenant-export';
import { readTenantFile } from '../../src/features/tenants/domain/tenant-file';
import { renderPlan } from '../../src/features/tenants/domain/render-plan';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { applyTenant, startTestApiWith, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';
import { tenantIdOf } from '../factories/books';
import { askXml, recordedXmlRequests } from '../factories/switch';

let api: TestApi;
let admin: ApiClient;
/** Numbers, calendars and scripts by their names. */
const ids = new Map<string, string>();

const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** Far from today in every zone. */
const otherDay = () => WEEK[(new Date().getUTCDay() + 3) % 7]!;
const ALL_DAY = [{ open: '00:00', close: '24:00' }];
const EVERY_DAY = Object.fromEntries(WEEK.map((day) => [day, ALL_DAY]));
const NUMBER = '4008001003';

beforeAll(async () => {
  api = await startTestApiWith({ IVR_PORT: String(await freePort('127.0.0.1')) }, ScriptLeadingModule);
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  const clients = new ApiClients(api);
  admin = await clients.user('pharma', 'tenant_admin');
  for (const each of (await admin.get('/v1/numbers')).body.data) ids.set(String(each['number']), each.id);
  await calendar('open', EVERY_DAY);
  await calendar('open-too', EVERY_DAY);
  await calendar('shut', { [otherDay()]: ALL_DAY });
  for (const name of ['own', 'first', 'second']) await publish(await script(name));
  const stranger = await clients.user('insurance', 'tenant_admin');
  ids.set('theirs', (await stranger.get('/v1/calendars')).body.data[0]!.id);
});
afterAll(() => api.stop());
afterEach(() => change({ ivr: null, scripts_by_hours: [], calendar_id: null, tests_draft: false }));

async function calendar(name: string, week: object): Promise<void> {
  ids.set(name, (await admin.post('/v1/calendars', { name, hours: { week } })).body.id);
}

const document = (queue: string) => ({ start: 'people', fallback: 'care', steps: { people: { type: 'queue', queue } } });

async function script(name: string): Promise<string> {
  const { id } = (await admin.post('/v1/ivr-scripts', { name, draft: document('care') })).body;
  ids.set(name, id);
  return id;
}

const etagOf = async (path: string) => ({ 'if-match': (await admin.get(path)).etag });
const publish = async (id: string) => admin.post(`/v1/ivr-scripts/${id}/publish`, {}, await etagOf(`/v1/ivr-scripts/${id}`));
const withdraw = async (id: string) => admin.post(`/v1/ivr-scripts/${id}/withdraw`, undefined, await etagOf(`/v1/ivr-scripts/${id}`));
const remove = async (path: string) => admin.delete(path, undefined, await etagOf(path));

async function change(body: object) {
  const path = `/v1/numbers/${ids.get(NUMBER)}`;
  return admin.patch(path, body, await etagOf(path));
}

const listed = (...entries: [calendar: string, ivr: string][]) => entries.map(([name, ivr]) => ({ calendar_id: ids.get(name), ivr }));

const inbound = recordedXmlRequests().find((form) => form['section'] === 'dialplan') ?? {};

/** The script, with its version, that leads who calls; the queue where none does. */
async function leads(extra = {}): Promise<string> {
  const { text } = await askXml(api, { ...inbound, 'Hunt-Context': 'public', 'Hunt-Destination-Number': NUMBER, ...extra });
  const [, id = '', version] = /"seatline_ivr=(ivr_\w+):(\d+):/.exec(text) ?? [];
  if (id !== '') return `${[...ids].find(([, known]) => known === id)?.[0]} ${version}`;
  return /application="callcenter" data="(\w+)@/.exec(text)?.[1] ?? (text.includes('seatline_outcome=closed') ? 'closed' : 'nothing');
}

describe('scripts by hours', () => {
  it('are led by the first one that is open, otherwise by the number\'s own, otherwise straight to the queue', async () => {
    expect(await leads()).toBe('vip');
    await change({ ivr: 'own', scripts_by_hours: listed(['shut', 'first'], ['open', 'second'], ['open-too', 'first']) });
    expect(await leads()).toBe('second 1');
    await change({ scripts_by_hours: listed(['open-too', 'first'], ['open', 'second']) });
    expect(await leads()).toBe('first 1');
    await change({ scripts_by_hours: listed(['shut', 'first']) });
    expect(await leads()).toBe('own 1');
    await change({ ivr: null });
    expect(await leads()).toBe('vip');
  });

  it('follow a calendar that is changed, with the next call', async () => {
    await change({ ivr: 'own', scripts_by_hours: listed(['open', 'first']) });
    expect(await leads()).toBe('first 1');
    const path = `/v1/calendars/${ids.get('open')}`;
    await admin.patch(path, { hours: { week: { [otherDay()]: ALL_DAY } } }, await etagOf(path));
    expect(await leads()).toBe('own 1');
    await admin.patch(path, { hours: { week: EVERY_DAY } }, await etagOf(path));
    expect(await leads()).toBe('first 1');
  });

  it('come after the number\'s own hours, and after the desk of a customer who has one', async () => {
    await change({ calendar_id: ids.get('shut'), scripts_by_hours: listed(['open', 'first']) });
    expect(await leads()).toBe('closed');
    await change({ calendar_id: null });
    const [segment] = (await admin.get('/v1/segments')).body.data;
    await admin.post('/v1/customers', { name: 'Important', segment_id: segment!.id, numbers: ['13800138001'] });
    expect(await leads({ 'Caller-Caller-ID-Number': '13800138001' })).toBe('vip');
    expect(await leads()).toBe('first 1');
  });

  it('pass over a script that is not published', async () => {
    await change({ scripts_by_hours: listed(['open', 'first'], ['open', 'second']) });
    await withdraw(ids.get('first')!);
    expect(await leads()).toBe('second 1');
    await publish(ids.get('first')!);
    expect(await leads()).toBe('first 1');
  });

  it('are answered as they were sent, in their order', async () => {
    const scripts_by_hours = listed(['shut', 'second'], ['open', 'first']);
    expect((await change({ scripts_by_hours })).body).toMatchObject({ scripts_by_hours });
    expect((await change({ greeting: null })).body).toMatchObject({ scripts_by_hours });
  });

  it.each<[pointer: string, rule: RegExp, entries: [string, string][]]>([
    ['/scripts_by_hours/1/ivr', /must be an IVR script of this tenant/, [['open', 'first'], ['open', 'none']]],
    ['/scripts_by_hours/0/calendar_id', /must be a calendar of this tenant/, [['theirs', 'first']]],
    ['/scripts_by_hours/0/calendar_id', /must be an id like cld_/, [[NUMBER, 'first']]],
    ['/scripts_by_hours', /no more than 10/, Array.from({ length: 11 }, () => ['open', 'first'])],
  ])('refuse at %s: %s', async (pointer, rule, entries) => {
    const { status, body } = await change({ scripts_by_hours: listed(...entries) });
    expect(status).toBe(422);
    expect(body.errors).toEqual([{ pointer, rule: expect.stringMatching(rule) }]);
  });

  it('hold their scripts and their calendars', async () => {
    await change({ scripts_by_hours: listed(['open', 'first']) });
    const paths = [`/v1/calendars/${ids.get('open-too')}`, `/v1/ivr-scripts/${ids.get('second')}`];
    await change({ scripts_by_hours: listed(['open', 'first'], ['open-too', 'second']) });
    for (const path of paths) expect((await remove(path)).body).toMatchObject({ code: 'conflict', detail: expect.stringContaining(NUMBER) });
    await change({ scripts_by_hours: listed(['open', 'first']) });
    for (const path of paths) expect((await remove(path)).status).toBe(204);
    await calendar('open-too', EVERY_DAY);
    await publish(await script('second'));
  });

  it("stand in the tenant's file, which tells what applying it changes", async () => {
    await change({ ivr: 'own', scripts_by_hours: listed(['shut', 'second'], ['open', 'first']) });
    const files = api.app.get(TenantFilesService);
    const text = exportTenant((await files.read('pharma'))!);
    expect(text).toContain('    scripts_by_hours:\n      - hours: shut\n        ivr: second\n      - hours: open\n        ivr: first\n');
    const planned = async (file: string) => {
      const reading = readTenantFile(file);
      if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
      return { spec: reading.spec, plan: renderPlan(await files.plan(reading.spec)) };
    };
    expect((await planned(text)).plan).toContain('no changes');
    const { spec, plan } = await planned(text.replace('      - hours: shut\n        ivr: second\n', ''));
    expect(plan).toContain('~ 4008001003  scripts_by_hours: "shut: second, open: first" → "open: first"');
    expect(await leads()).toBe('first 1');
    await files.apply(spec);
    expect((await admin.get(`/v1/numbers/${ids.get(NUMBER)}`)).body).toMatchObject({ scripts_by_hours: listed(['open', 'first']) });
    expect((await planned(exportTenant((await files.read('pharma'))!))).plan).toContain('no changes');
  });
});

describe('a number that tests drafts', () => {
  const path = (name: string) => `/v1/ivr-scripts/${ids.get(name)}`;
  const draw = async (name: string, draft: object) => expect((await admin.patch(path(name), { draft }, await etagOf(path(name)))).status).toBe(200);
  const HALF_DONE = { start: 'menu', fallback: 'care', steps: {} };
  afterEach(() => draw('own', document('care')));

  it('leads by the draft, whatever is published', async () => {
    await change({ ivr: 'own', tests_draft: true });
    expect(await leads()).toBe('own 0');
    await draw('own', document('vip'));
    expect(await leads()).toBe('own 0');
    await change({ tests_draft: false });
    expect(await leads()).toBe('own 1');
  });

  it('leads by what is published as long as the check finds an error in the draft', async () => {
    await change({ ivr: 'own', tests_draft: true });
    for (const faulty of [HALF_DONE, document('no-such-queue'), {}]) {
      await draw('own', faulty);
      expect(await leads()).toBe('own 1');
      await draw('own', document('care'));
      expect(await leads()).toBe('own 0');
    }
  });

  it('finds an error that comes about elsewhere', async () => {
    const queue = (await admin.post('/v1/queues', { name: 'for-a-while' })).body.id;
    await draw('own', document('for-a-while'));
    await change({ ivr: 'own', tests_draft: true });
    expect(await leads()).toBe('own 0');
    await remove(`/v1/queues/${queue}`);
    expect(await leads()).toBe('own 1');
  });

  it('leads by a script that was never published, straight to the queue while it is half done', async () => {
    await script('new');
    await change({ ivr: 'new' });
    expect(await leads()).toBe('vip');
    await change({ tests_draft: true });
    expect(await leads()).toBe('new 0');
    await draw('new', HALF_DONE);
    expect(await leads()).toBe('vip');
  });

  it('leads by the drafts of its scripts by hours as well', async () => {
    await change({ ivr: 'own', scripts_by_hours: listed(['shut', 'second'], ['open', 'first']), tests_draft: true });
    expect(await leads()).toBe('first 0');
  });

  it('has the engine lead by the draft as it is saved, at once, and by a version as it was published', async () => {
    const tenantId = await tenantIdOf(api.app, 'pharma');
    const queueOf = async (version: number) => {
      const program = await tenantContext.open({ tenantId }, () => api.app.get(Programs, { strict: false }).of(ids.get('own')!, version));
      const entered = program?.scripts.get('own')?.steps.get('people');
      return entered && 'queue' in entered ? entered.queue : null;
    };
    expect([await queueOf(DRAFT), await queueOf(1)]).toEqual(['care', 'care']);
    await draw('own', document('vip'));
    expect([await queueOf(DRAFT), await queueOf(1)]).toEqual(['vip', 'care']);
    // saved after the route was told: the caller comes to his number's queue
    await draw('own', {});
    expect(await queueOf(DRAFT)).toBeNull();
  });

  it("stands so in the tenant's file", async () => {
    await change({ ivr: 'own', tests_draft: true });
    const files = api.app.get(TenantFilesService);
    const text = exportTenant((await files.read('pharma'))!);
    expect(text.match(/tests_draft/g)).toHaveLength(1);
    const reading = readTenantFile(text.replace('    tests_draft: true\n', ''));
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    expect(renderPlan(await files.plan(reading.spec))).toContain('~ 4008001003  tests_draft: true → false');
    await files.apply(reading.spec);
    expect(await leads()).toBe('own 1');
  });
});
