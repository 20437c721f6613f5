import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { CallNotesRepository } from '../../src/features/call-notes/call-notes.repository';
import type { LiveCall } from '../../src/features/live/domain/live-view';
import { LiveStore } from '../../src/features/live/live-store';
import { NoticesRepository } from '../../src/features/notices/notices.repository';
import { ExpectedMessages } from '../../src/features/recordings/domain/expected-messages';
import { RecordingsRepository } from '../../src/features/recordings/recordings.repository';
import { VoicemailBook } from '../../src/features/voicemails/domain/voicemail-book';
import { ENTITIES } from '../../src/entities';
import { newId } from '../../src/platform/database/ids';
import { PROVIDER } from '../../src/platform/database/provider-database';
import { TenantDatabase } from '../../src/platform/database/tenant-database';
import { TenantOwned } from '../../src/platform/database/tenant-owned';
import { TenantTable } from '../../src/platform/database/tenant-table';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { billingPeriodAt } from '../../src/platform/time/billing-period';
import { WorkerModule } from '../../src/worker.module';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';
import { administratorToken, book, handleEvents, inboundLeg, tenantIdOf } from '../factories/books';
import { askRoute, type Route, routesOf } from '../factories/route-table';
import { keepDelivery } from '../factories/webhooks';

const OWNED = ENTITIES.filter((entity) => entity.prototype instanceof TenantOwned);
const CURSORS = ['after', 'before'];
/** Crockford's digits, in their order. */
const ID_DIGITS = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
/** What all ids of a kind begin with, and no object has. */
const UNKNOWN = '0'.repeat(26);

interface Queried {
  manager: EntityManager;
  entity: never;
}

/** Where the program puts the tenant into statements. */
interface Guarded {
  own(where: object): object;
  query(this: Queried, alias: string): unknown;
}
const table = TenantTable.prototype as unknown as Guarded;

let api: TestApi;
let provider: DataSource;
let routes: Route[];
let foreign: { tenantId: string; ids: string[]; rows: string };
/** One of each kind that the asker's tenant has. */
let own: string[];
let clients: ApiClients;
let admin: ApiClient;

beforeAll(async () => {
  api = await startTestApi(WorkerModule);
  provider = api.app.get<DataSource>(getDataSourceToken(PROVIDER));
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  clients = new ApiClients(api);
  const tenantId = await tenantIdOf(api.app, 'insurance');
  const otherAdmin = await clients.user('insurance', 'tenant_admin');
  const finance = await clients.staff('provider_admin');
  await otherAdmin.post('/v1/api-keys', { name: 'crm', role: 'viewer' });
  const script = await otherAdmin.post('/v1/ivr-scripts', { name: 'claims' });
  await otherAdmin.post(`/v1/ivr-scripts/${script.body.id}/publish`, {}, { 'if-match': '"1"' });
  // told nothing more: a delivery would change as it is tried
  const endpoint = await otherAdmin.post('/v1/webhook-endpoints', { url: 'http://127.0.0.1:9/', events: [] });
  await keepDelivery(api.app, tenantId, endpoint.body.id);
  const sound = await otherAdmin.post('/v1/sounds', { name: 'theirs' });
  await otherAdmin.put(`/v1/sounds/${sound.body.id}/takes/zh-CN/text`, { text: '欢迎' }, { 'if-match': sound.etag });
  const team = await otherAdmin.post('/v1/teams', { name: 'theirs' });
  const skill = (await otherAdmin.post('/v1/skills', { name: 'theirs' })).body.id;
  const [agent] = (await otherAdmin.get('/v1/agents')).body.data;
  expect((await otherAdmin.patch(`/v1/agents/${agent?.id}`, { team_id: team.body.id }, { 'if-match': '"1"' })).status).toBe(200);
  for (const owner of [`agents/${agent?.id}`, `queues/${(await otherAdmin.get('/v1/queues')).body.data[0]?.id}`]) {
    expect((await otherAdmin.put(`/v1/${owner}/skills`, { skills: [{ skill_id: skill, level: 3 }] })).status).toBe(200);
  }
  // nobody is ready: it stays as it is
  await otherAdmin.post('/v1/callbacks', { number: '13800138001', queue: 'claims' });
  await raiseHand();
  const segment = await otherAdmin.post('/v1/segments', { name: 'theirs' });
  const customer = { name: 'theirs', segment_id: segment.body.id, numbers: ['13800138001'] };
  const known = { customerId: (await otherAdmin.post('/v1/customers', customer)).body.id, segmentId: segment.body.id };
  expect((await otherAdmin.post('/v1/customer-imports', 'external_id,name\nc1,theirs\n', { 'content-type': 'text/csv' })).status).toBe(201);
  await handleEvents(api.app);
  const leg = inboundLeg(tenantId, new Date(Date.now() - 120_000).toISOString(), 61, known);
  await book(api.app, leg);
  await keepOfCall(tenantId, leg.uuid);
  await finance.enter(tenantId);
  await finance.post('/v1/invoices/close', { period: billingPeriodAt(new Date(), 'Asia/Shanghai').key });
  foreign = { tenantId, ids: [...(await firstIds(tenantId)), leg.uuid], rows: await rowsOf(tenantId) };
  // with the password that the document's example signs in with
  await clients.user('pharma', 'tenant_admin');
  await (await clients.user('pharma', 'tenant_admin')).post('/v1/customers', { name: 'own' });
  own = await firstIds(await tenantIdOf(api.app, 'pharma'));
  routes = routesOf(api.app);
});
afterAll(() => api.stop());

/** Their first agent's, who sits somewhere for it. */
async function raiseHand(): Promise<void> {
  const theirs = await clients.user('insurance', 'agent');
  expect((await theirs.put('/v1/me/agent/status', { status: 'on_break' })).status).toBe(200);
  expect((await theirs.post('/v1/me/agent/hand', { topic: 'decision' })).status).toBe(200);
}

const inTransaction = <T>(work: () => Promise<T>) => api.app.get(TenantDatabase).transaction(work);

/** The call goes on, and is recorded and noted already. */
async function keepOfCall(tenantId: string, uuid: string): Promise<void> {
  const [{ id: callId = null } = {}] = await provider.query<{ id: string }[]>('SELECT id FROM calls WHERE uuid = ?', [uuid]);
  const at = new Date();
  const call: LiveCall = {
    uuid, direction: 'inbound', state: 'talking', from: '13800138001', to: '4008001001', queue: null, agent: '2001', offeredTo: null, caller: null,
    seats: ['2001'], startedAt: at.toISOString(), waitingSince: null, answeredAt: at.toISOString(), talkingSince: null,
  };
  const recording = {
    id: newId('recording'), createdAt: at, node: 'sw1', callUuid: uuid, voicemailId: '', callId, startedAt: at, durationSeconds: 61, bytes: 44,
    keyVersion: 1, digest: 'x'.repeat(43), legalHold: false, deletedAt: null, deletedBecause: null,
  };
  api.app.get(LiveStore, { strict: false }).putCall(tenantId, 'sw1', call);
  await tenantContext.open({ tenantId }, async () => {
    await api.app.get(RecordingsRepository, { strict: false }).claim(recording);
    const file = await api.app.get(VoicemailBook, { strict: false }).expect({ callUuid: uuid, queue: 'claims', number: call.from, customerId: null });
    const left = { id: file?.slice(-34, -4) ?? '', recordingId: recording.id, callId, durationSeconds: 61 };
    await inTransaction(() => api.app.get(ExpectedMessages, { strict: false }).arrived(left));
    await api.app.get(NoticesRepository, { strict: false }).insert({
      id: newId('notice'), createdAt: at, callUuid: uuid, channel: 'sms', sealed: null, numberIndex: null, recipientIndex: null, state: 'failed', attempts: 1,
      dueAt: null, sentAt: null, problem: 'theirs',
    });
    await api.app.get(CallNotesRepository, { strict: false }).write({ callUuid: uuid, agent: '2001', text: 'theirs', wrapUpCode: null, queue: null });
  });
}

async function firstIds(tenantId: string): Promise<string[]> {
  const ids = await Promise.all(OWNED.map(async (entity) => (await allOf(entity, tenantId))[0]?.id));
  return ids.filter((id): id is string => id !== undefined);
}

async function rowsOf(tenantId: string): Promise<string> {
  const tables = await Promise.all(OWNED.map((entity) => allOf(entity, tenantId)));
  return JSON.stringify(tables, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}

function allOf(entity: object, tenantId: string): Promise<TenantOwned[]> {
  return provider.manager.find(entity as typeof TenantOwned, { where: { tenantId } as never, order: { id: 'ASC' } });
}

/** Whatever a tenant's administrator of another tenant asks, each line is a leak. */
async function leaks(idsFor = (_route: Route): string[] => foreign.ids): Promise<string[]> {
  const found: string[] = [];
  for (const route of routes) {
    // a session of its own for each: some routes end the one that asks
    admin = clients.bearer(await administratorToken(api.app, 'pharma'));
    // first by query: by path the route may remove what the query names, where nothing holds
    for (const query of route.idQueries) for (const id of idsOfQuery(query)) found.push(...(await leaksByQuery(route, query.name, id)));
    for (const id of route.path.includes('{') ? idsFor(route) : ['']) found.push(...(await leaksOf(route, id)));
  }
  if ((await rowsOf(foreign.tenantId)) !== foreign.rows) found.push('the other tenant is not what it was');
  return found;
}

const ofPattern = (pattern: string): string[] => foreign.ids.filter((id) => new RegExp(pattern).test(id));

/** Every list has the same two cursors: a few ids each are enough of them. */
function idsOfQuery({ name, pattern }: Route['idQueries'][number]): string[] {
  if (pattern !== null) return ofPattern(pattern);
  return CURSORS.includes(name) ? foreign.ids.filter((_, index) => index % 8 === 0) : foreign.ids;
}

/** Those that a route takes, and one that it does not: with all of them it was tried before. */
function idsOfItsKinds({ idPatterns }: Route): string[] {
  const taken = idPatterns.flatMap(ofPattern);
  return [...taken, ...foreign.ids.filter((id) => !taken.includes(id)).slice(0, 1)];
}

/** Also the body names the other tenant's objects, of each kind that it names. */
async function leaksOf(route: Route, id: string): Promise<string[]> {
  const what = `${route.name} ${id}`;
  const theirs = namesTenant(route) ? [...foreign.ids, foreign.tenantId] : foreign.ids;
  const answer = await askRoute(admin, route, id, theirs);
  const named = namesIds(route) ? theirs : [id];
  const text = tellingOf(answer.body);
  const shown = [foreign.tenantId, ...foreign.ids].filter((each) => !named.includes(each) && text.includes(each));
  const problems = shown.map((each) => `${what} shows ${each}`);
  if (answer.status === 401 && route.permission !== 'public') problems.push(`${what} was not asked: the administrator is signed out`);
  if (id === '' && !namesIds(route)) return problems;
  if (answer.status < 400) problems.push(`${what} was answered ${answer.status}`);
  // ids that nobody has must be answered in the very same words
  const nobodys = theirs.map(unknownFor);
  const unknown = await askRoute(admin, route, id && unknownFor(id), nobodys);
  if (wordsOf(answer.body, [id, ...theirs]) !== wordsOf(unknown.body, [id && unknownFor(id), ...nobodys])) {
    problems.push(`${what} tells that there is one`);
  }
  return problems;
}

/** Without what the asker's own audit log says that he asked for. */
const tellingOf = (body: object): string => JSON.stringify(body).replace(/\\*"asked\\*":\{[^}]*\}/g, '');

/** An id that nobody has must be answered alike, if it lies in the same place of a list. */
async function leaksByQuery(route: Route, name: string, id: string): Promise<string[]> {
  const inPath = own.find((each) => each.startsWith((route.idPatterns[0] ?? '').slice(1, 5))) ?? '';
  const neighbour = neighbourOf(id);
  const [answer, unknown] = [await byQuery(route, inPath, name, id), await byQuery(route, inPath, name, neighbour)];
  const what = `${route.name} ?${name}=${id}`;
  const text = tellingOf(answer.body);
  const shown = [foreign.tenantId, ...foreign.ids].filter((each) => each !== id && text.includes(each));
  const problems = shown.map((each) => `${what} shows ${each}`);
  if (wordsOf(answer.body, [id]) !== wordsOf(unknown.body, [neighbour])) problems.push(`${what} tells that there is one`);
  return problems;
}

const byQuery = (route: Route, inPath: string, name: string, id: string) =>
  askRoute(admin, route, inPath, foreign.ids, `?${name}=${encodeURIComponent(id)}`);

/** Of the same kind and made in the same moment: no row of the other tenant. */
function neighbourOf(id: string): string {
  const free = ID_DIGITS.map((digit) => id.slice(0, -1) + digit).find((each) => !foreign.rows.includes(each));
  if (free === undefined) throw new Error(`no free id beside ${id}`);
  return free;
}

const unknownFor = (id: string): string => (/^[a-z]{3}_/.test(id) ? id.slice(0, 4) + UNKNOWN : '00000000-0000-4000-8000-000000000000');
const namesTenant = ({ body }: Route): boolean => JSON.stringify(body ?? '').includes('"ten_');
const namesIds = ({ body }: Route): boolean => /"[a-z]{3}_[0-9A-Z]{26}"/.test(JSON.stringify(body ?? ''));

function wordsOf(body: object, ids: string[]): string {
  const text = JSON.stringify({ ...body, trace_id: '' });
  return ids.filter(Boolean).reduce((words, id) => words.replaceAll(id, 'ID'), text);
}

it('has an object of every kind that routes name to try', () => {
  const patterns = routes.filter(({ ofTenant }) => ofTenant).flatMap(({ idPatterns, idQueries }) => [...idPatterns, ...kindsIn(idQueries)]);
  expect(patterns.filter((pattern) => ofPattern(pattern).length === 0)).toEqual([]);
  const named = routes.flatMap(({ body }) => JSON.stringify(body ?? '').match(/"[a-z]{3}_(?=[0-9A-Z]{26}")/g) ?? []);
  const tried = [foreign.tenantId, ...foreign.ids];
  expect(named.filter((start) => !tried.some((id) => id.startsWith(start.slice(1))))).toEqual([]);
  expect(routes.filter(({ path }) => path.includes('{')).length).toBeGreaterThan(20);
  expect(routes.filter(namesIds).length).toBeGreaterThan(3);
  const queries = new Set(routes.flatMap(({ idQueries }) => idQueries.map(({ name }) => name)));
  expect([...queries].sort()).toEqual(expect.arrayContaining(['actor_id', 'after', 'before', 'call_id', 'object_id']));
});

const kindsIn = (queries: Route['idQueries']): string[] => queries.flatMap(({ pattern }) => pattern ?? []);

it('shows nothing of another tenant and changes nothing there', async () => {
  expect(await leaks()).toEqual([]);
});

/** Statements of the tenants' tables no longer name the tenant. */
async function withoutTheProgram<T>(work: () => Promise<T>): Promise<T> {
  const guards = [
    jest.spyOn(table, 'own').mockImplementation((where) => where),
    jest.spyOn(table, 'query').mockImplementation(function (this: Queried, alias) {
      return this.manager.createQueryBuilder(this.entity, alias).where('1 = 1');
    }),
  ];
  try {
    return await work();
  } finally {
    for (const guard of guards) guard.mockRestore();
  }
}

/** Tenants' work runs on the owner's connections, which may see everything. */
async function withoutTheDatabase<T>(work: () => Promise<T>): Promise<T> {
  const tenants = api.app.get<DataSource>(getDataSourceToken());
  const guard = jest
    .spyOn(driverOf(tenants), 'obtainMasterConnection')
    .mockImplementation(() => driverOf(provider).obtainMasterConnection());
  try {
    return await work();
  } finally {
    expect(guard).toHaveBeenCalled();
    guard.mockRestore();
  }
}

function driverOf(source: DataSource): { obtainMasterConnection(): Promise<unknown> } {
  return source.driver as never;
}

it('holds by the database alone', async () => {
  expect(await withoutTheProgram(() => leaks(idsOfItsKinds))).toEqual([]);
});

it('holds by the program alone', async () => {
  expect(await withoutTheDatabase(() => leaks(idsOfItsKinds))).toEqual([]);
});

it('would be noticed if it did not hold', async () => {
  const found = await withoutTheDatabase(() => withoutTheProgram(() => leaks(idsOfItsKinds)));
  expect(found.length).toBeGreaterThan(10);
  // each parameter that takes an id of one kind finds something where nothing holds
  const queries = routes.filter(({ ofTenant }) => ofTenant).flatMap(({ name, idQueries }) => idQueries.filter(({ pattern }) => pattern).map((query) => `${name} ?${query.name}=`));
  expect(queries.filter((query) => !found.some((leak) => leak.startsWith(query)))).toEqual([]);
});
