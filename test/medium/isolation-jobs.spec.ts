import { ENTITIES } from '../../src/entities';
import { newId } from '../../src/platform/database/ids';
import { json } from '../../src/platform/database/json-column';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { TenantOwned } from '../../src/platform/database/tenant-owned';
import { TenantDatabase } from '../../src/platform/database/tenant-database';
import { EmergenciesService } from '../../src/features/emergencies/emergencies.service';
import { CallNotesRepository } from '../../src/features/call-notes/call-notes.repository';
import { CustomerImportsService } from '../../src/features/customers/customer-imports.service';
import { PasswordResetRequestsService } from '../../src/features/password-resets/password-reset-requests.service';
import { ExpectedMessages } from '../../src/features/recordings/domain/expected-messages';
import { VoicemailBook } from '../../src/features/voicemails/domain/voicemail-book';
import { HandsRepository } from '../../src/features/hands/hands.repository';
import { RecordingsRepository } from '../../src/features/recordings/recordings.repository';
import { LiveStore } from '../../src/features/live/live-store';
import { SeatSuspensions } from '../../src/features/seats/seat-suspensions';
import { EventHandlers } from '../../src/platform/events/event-handlers';
import { Outbox } from '../../src/platform/events/outbox';
import { OutboxRelay } from '../../src/platform/events/outbox-relay';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { CallSink } from '../../src/telephony/calls/call-sink';
import { WorkerModule } from '../../src/worker.module';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { book, handleEvents, inboundLeg, type OutboxRow, tenantIdOf } from '../factories/books';

const OWNED = ENTITIES.filter((entity) => entity.prototype instanceof TenantOwned);

let api: TestApi;
let pharma: string;
let insurance: string;
/** Every kind of job, as it came about in the insurance. */
let jobs: OutboxRow[];

beforeAll(async () => {
  // what it would take away is what is collected here
  jest.spyOn(OutboxRelay.prototype, 'onApplicationBootstrap').mockImplementation(() => undefined);
  api = await startTestApi(WorkerModule);
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  pharma = await tenantIdOf(api.app, 'pharma');
  insurance = await tenantIdOf(api.app, 'insurance');
  const leg = inboundLeg(insurance, new Date(Date.now() - 120_000).toISOString(), 61);
  jobs = await book(api.app, leg);
  const sink = api.app.get(CallSink);
  sink.agentChanged('sw1', { type: 'agent-put-on-break', agent: '2001@insurance.seatline.test', status: 'On Break', unansweredCalls: 3, at: Date.now() });
  const becomes = (state: string) => sink.agentChanged('sw1', { type: 'agent-state-changed', agent: '2001@insurance.seatline.test', state, at: Date.now() });
  for (const state of ['In a queue call', 'Waiting']) becomes(state);
  await sink.settled();
  api.app.get(LiveStore, { strict: false }).waiveWrapUp(insurance, '2001');
  becomes('In a queue call');
  sink.callChanged('sw1', {
    id: leg.uuid, coreUuid: 'core', from: leg.from, number: leg.to, domain: 'insurance.seatline.test', direction: 'inbound', customerId: null, segmentId: null,
    state: 'ended', onHold: false, queue: null, agent: null, outcome: 'answered', waitSeconds: 0, talkSeconds: 61,
    holdSeconds: 0, endedBy: 'caller', transferred: false, queues: [], offers: [], legs: [], seats: [],
    startedAt: leg.startedAt, answeredAt: leg.answeredAt, endedAt: leg.endedAt,
  });
  await sink.settled();
  const suspensions = api.app.get(SeatSuspensions, { strict: false });
  const [seat] = await api.app.get(ProviderDatabase).sql<{ id: string }>('SELECT id FROM seats WHERE tenant_id = ? LIMIT 1', [insurance]);
  await tenantContext.open({ tenantId: insurance }, () => suspensions.suspend(seat?.id ?? '', 'too-many-calls'));
  const suspended = { seatId: newId('seat'), extension: '2001', reason: 'too-many-calls' as const, at: Date.now() };
  await tenantContext.open({ tenantId: insurance }, () =>
    api.app.get(TenantDatabase).transaction(() => api.app.get(Outbox).add('seat.suspended', suspended)),
  );
  await tenantContext.open({ tenantId: insurance }, () =>
    api.app.get(TenantDatabase).transaction(() => api.app.get(Outbox).add('agent.status_changed', { number: '2001' })),
  );
  await tenantContext.open({ tenantId: insurance }, () => suspensions.resume(seat?.id ?? ''));
  const emergencies = api.app.get(EmergenciesService, { strict: false });
  await tenantContext.open({ tenantId: insurance }, async () => {
    await emergencies.start({ reason: 'Fire' });
    await emergencies.change({ reason: 'Water' });
    await emergencies.end();
  });
  await tenantContext.open({ tenantId: insurance }, () => raiseHand('2002'));
  const note = { callUuid: leg.uuid, agent: '2001', queue: 'claims', text: 'theirs', wrapUpCode: 'theirs' };
  await tenantContext.open({ tenantId: insurance }, () => api.app.get(CallNotesRepository, { strict: false }).write(note));
  await tenantContext.open({ tenantId: insurance }, () => leaveMessage(leg.uuid));
  const file = Buffer.from('external_id,name\nc1,theirs\n');
  await tenantContext.open({ tenantId: insurance }, () => api.app.get(CustomerImportsService, { strict: false }).begin(file));
  await api.app.get(ProviderDatabase).sql("UPDATE users SET password_hash = 'x' WHERE tenant_id = ?", [insurance]);
  const reset = { tenant: 'insurance', email: 'admin@insurance.seatline.test' };
  await api.app.get(PasswordResetRequestsService, { strict: false }).ask(reset, { address: '192.0.2.1', userAgent: '' });
  jobs.push(...(await handleEvents(api.app)));
});
afterAll(() => api.stop());

async function leaveMessage(callUuid: string): Promise<void> {
  const file = await api.app.get(VoicemailBook, { strict: false }).expect({ callUuid, queue: 'claims', number: null, customerId: null });
  const left = { id: file?.slice(-34, -4) ?? '', recordingId: await anyRecording(callUuid), callId: null, durationSeconds: 5 };
  await api.app.get(TenantDatabase).transaction(() => api.app.get(ExpectedMessages, { strict: false }).arrived(left));
}

async function anyRecording(callUuid: string): Promise<string> {
  const [id, at] = [newId('recording'), new Date()];
  await api.app.get(RecordingsRepository, { strict: false }).claim({
    id, createdAt: at, node: 'sw1', callUuid, voicemailId: '', callId: null, startedAt: at, durationSeconds: 5, bytes: 44, keyVersion: 1,
    digest: 'x'.repeat(43), legalHold: false, deletedAt: null, deletedBecause: null,
  });
  return id;
}

/** Another agent's than the one whose status changes: it stays up. */
async function raiseHand(agent: string): Promise<void> {
  const [id, hands] = [newId('hand'), api.app.get(HandsRepository, { strict: false })];
  await hands.transaction(async () => {
    await hands.insert({ id, createdAt: new Date(), agent, teamId: null, topic: 'decision', callUuid: null, text: 'theirs' });
    await api.app.get(Outbox).add('hand.changed', { handId: id });
  });
}

async function rowsOf(tenantId: string): Promise<string> {
  const manager = api.app.get(ProviderDatabase).manager();
  const find = (entity: object) => manager.find(entity as typeof TenantOwned, { where: { tenantId } as never, order: { id: 'ASC' } });
  const tables = await Promise.all(OWNED.map(find));
  return JSON.stringify(tables, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}

it('has a job of every kind to try', () => {
  const kinds = new Set(jobs.map(({ type }) => type));
  expect([...kinds].sort()).toEqual(api.app.get(EventHandlers).types().sort());
  expect(new Set(jobs.map(({ tenantId }) => tenantId))).toEqual(new Set([insurance]));
});

it("reaches nothing of another tenant's from a job that names its objects", async () => {
  const before = await rowsOf(insurance);
  const handlers = api.app.get(EventHandlers);
  for (const { type, payload } of jobs) {
    for (const name of handlers.names(type)) {
      // a handler may refuse what it cannot find
      await tenantContext.open({ tenantId: pharma }, async () => handlers.find(type, name)?.(json(payload))).catch(() => undefined);
    }
  }
  await handleEvents(api.app);
  expect(await rowsOf(insurance)).toBe(before);
  const ids = [...before.matchAll(/"id":"([a-z]{3}_[0-9A-Z]{26})"/g)].map(([, id]) => id ?? '');
  expect(ids.length).toBeGreaterThan(20);
  const theirs = await rowsOf(pharma);
  expect(ids.filter((id) => theirs.includes(id))).toEqual([]);
});

it('does a job for its own tenant, and for none that there is not', async () => {
  const settled = jobs.find(({ type }) => type === 'call.settled');
  const handlers = api.app.get(EventHandlers);
  const [name = ''] = handlers.names('call.settled');
  const usage = () => api.app.get(ProviderDatabase).sql<{ n: string }>('SELECT COUNT(*) AS n FROM usage_records WHERE tenant_id = ?', [insurance]);
  const [rated] = await usage();
  expect(Number(rated?.n)).toBe(1);
  await tenantContext
    .open({ tenantId: newId('tenant') }, async () => handlers.find('call.settled', name)?.(json(settled?.payload)))
    .catch(() => undefined);
  expect((await usage())[0]).toEqual(rated);
});
