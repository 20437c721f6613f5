import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RecordingsSweepModule } from '../../src/features/recordings/recordings-sweep.module';
import { RecordingsSweeper } from '../../src/features/recordings/recordings.sweeper';
import { ExpectedMessages } from '../../src/features/recordings/domain/expected-messages';
import { VoicemailBook } from '../../src/features/voicemails/domain/voicemail-book';
import { VoicemailNumbers } from '../../src/features/voicemails/domain/voicemail-numbers';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';
import { administratorToken, book, handleEvents, inboundLeg, type OutboxRow, tenantIdOf } from '../factories/books';
import { wavFile } from '../factories/wav';

const NUMBER = '+8613800138001';

let api: TestApi;
let clients: ApiClients;
let admin: ApiClient;
let tenantId: string;

beforeAll(async () => {
  api = await startTestApi(RecordingsSweepModule);
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  clients = new ApiClients(api);
  admin = await clients.user('pharma', 'tenant_admin');
  tenantId = await tenantIdOf(api.app, 'pharma');
});
afterAll(() => api.stop());

const inside = <T>(work: () => Promise<T>) => tenantContext.open({ tenantId }, work);
const sweep = () => api.app.get(RecordingsSweeper).sweep();
const spoolOf = (id: string) => join(api.environment['RECORDING_SPOOL'] ?? '', tenantId, `voicemail-${id}.wav`);
const sealedOf = (id: string, uuid: string) => join(api.environment['RECORDINGS_DIR'] ?? '', tenantId, `sw1_${uuid}_${id}.sealed`);
const list = async (query = '') => (await admin.get(`/v1/voicemails?limit=100${query}`)).body.data;

/** What the engine does before the switch records. @returns the message's id */
async function expectOne(callUuid: string, queue = 'care', number: string | null = '13800138001'): Promise<string> {
  const file = await inside(() => api.app.get(VoicemailBook, { strict: false }).expect({ callUuid, queue, number, customerId: null }));
  expect(file).toMatch(/^voicemail-vml_\w{26}\.wav$/);
  return file?.slice(-34, -4) ?? '';
}

/** What the switch does. */
function spool(id: string, wav: Buffer): void {
  mkdirSync(join(spoolOf(id), '..'), { recursive: true });
  writeFileSync(spoolOf(id), wav);
}

interface Left {
  id: string;
  uuid: string;
  events: OutboxRow[];
}

/** A message in a call that is over and in the books, taken in. */
async function left(wav = wavFile(3), queue = 'care', number = '13800138001'): Promise<Left> {
  const leg = inboundLeg(tenantId, '2026-11-20T09:00:00.000Z', 9, { from: number });
  const id = await expectOne(leg.uuid, queue, number);
  spool(id, wav);
  await book(api.app, leg);
  await sweep();
  return { id, uuid: leg.uuid, events: await handleEvents(api.app) };
}

describe('a message', () => {
  it('is sealed, in the books, and found from its call', async () => {
    const wav = wavFile(3);
    const { id, uuid, events } = await left(wav);
    const { body } = await admin.get(`/v1/voicemails/${id}`);
    expect(body).toMatchObject({ queue: 'care', state: 'new', number: NUMBER, duration_seconds: 3, audio_deleted_at: null, taken_by: null, mine: false });
    expect(existsSync(spoolOf(id))).toBe(false);
    expect(readFileSync(sealedOf(id, uuid)).includes(wav.subarray(1000, 1064))).toBe(false);
    const callId = String(body['call_id']);
    expect((await list(`&call_id=${callId}`)).map((row) => row.id)).toEqual([id]);
    expect((await admin.get(`/v1/recordings?call_id=${callId}`)).body.data).toMatchObject([{ voicemail_id: id, call_uuid: uuid }]);
    const told = { voicemailId: id, callId, queue: 'care', durationSeconds: 3, at: Date.parse(String(body['created_at'])) };
    expect(events.map(({ type, payload }) => [type, typeof payload === 'string' ? JSON.parse(payload) : payload])).toEqual([['voicemail.left', told]]);
  });

  it('is heard whole and in parts, and each time stands in the audit log', async () => {
    const wav = wavFile(2);
    const { id } = await left(wav);
    const headers = { authorization: `Bearer ${await administratorToken(api.app, 'pharma')}` };
    const whole = await fetch(`${api.url}/v1/voicemails/${id}/audio`, { headers });
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(wav);
    const part = await fetch(`${api.url}/v1/voicemails/${id}/audio`, { headers: { ...headers, range: 'bytes=100-199' } });
    expect([part.status, Buffer.from(await part.arrayBuffer())]).toEqual([206, wav.subarray(100, 200)]);
    const entries = (await admin.get(`/v1/audit-entries?limit=100&object_id=${id}`)).body.data;
    expect(entries.filter((entry) => entry['action'] === 'read').length).toBeGreaterThanOrEqual(2);
  });

  it('beside the recording of its call stays apart from it', async () => {
    const leg = inboundLeg(tenantId, '2026-11-20T09:00:00.000Z', 9);
    const id = await expectOne(leg.uuid);
    spool(id, wavFile(2));
    writeFileSync(spoolOf(id).replace(`voicemail-${id}`, leg.uuid), wavFile(5));
    await book(api.app, leg);
    await sweep();
    const { data } = (await admin.get('/v1/recordings?limit=100')).body;
    const own = data.filter((row) => row['call_uuid'] === leg.uuid).map((row) => [row['voicemail_id'], row['duration_seconds']]);
    expect(own.sort()).toEqual([[id, 2], [null, 5]].sort());
  });

  it('is listed only once it is there', async () => {
    const id = await expectOne('4f236891-fbee-42a6-9673-d7b573c5a171');
    expect((await list()).map((row) => row.id)).not.toContain(id);
    expect((await admin.get(`/v1/voicemails/${id}`)).status).toBe(404);
  });

  it.each([
    ['half a second', wavFile(0.5)],
    ['silence', wavFile(4, 0)],
  ])('of %s is none', async (_, wav) => {
    const { id, events } = await left(wav);
    expect([existsSync(spoolOf(id)), events]).toEqual([false, []]);
    expect((await admin.get(`/v1/voicemails/${id}`)).status).toBe(404);
    expect(await api.app.get(ProviderDatabase).sql('SELECT id FROM voicemails WHERE id = ?', [id])).toEqual([]);
  });

  it('is not asked for in a queue that is gone', async () => {
    const request = { callUuid: '4f236891-fbee-42a6-9673-d7b573c5a171', queue: 'nowhere', number: NUMBER, customerId: null };
    expect(await inside(() => api.app.get(VoicemailBook, { strict: false }).expect(request))).toBeNull();
  });

  it('is there once, whoever dies where', async () => {
    const { id, uuid } = await left();
    // killed before the plain file was gone: it is taken in again
    spool(id, wavFile(3));
    await Promise.all([sweep(), sweep()]);
    expect(existsSync(spoolOf(id))).toBe(false);
    expect(await handleEvents(api.app)).toEqual([]);
    expect((await list()).filter((row) => row.id === id)).toHaveLength(1);
    expect((await admin.get('/v1/recordings?limit=100')).body.data.filter((row) => row['call_uuid'] === uuid)).toHaveLength(1);
    // a file that nobody expects is nobody's
    spool('vml_00000000000000000000000000', wavFile(3));
    await sweep();
    expect(existsSync(spoolOf('vml_00000000000000000000000000'))).toBe(true);
  });

  it('that fails to be written down leaves the file, and nothing in the books', async () => {
    const messages = api.app.get(ExpectedMessages, { strict: false });
    // each time until it is mended: the process sweeps by itself, too
    const arrival = jest.spyOn(messages, 'arrived').mockRejectedValue(new Error('the process ends here'));
    const { id, events } = await left();
    expect([existsSync(spoolOf(id)), events]).toEqual([true, []]);
    arrival.mockRestore();
    await sweep();
    expect(existsSync(spoolOf(id))).toBe(false);
    expect((await admin.get(`/v1/voicemails/${id}`)).body).toMatchObject({ state: 'new', duration_seconds: 3 });
  });
});

describe('seeing to it', () => {
  const act = (who: ApiClient, id: string, what: string) => who.post(`/v1/voicemails/${id}/${what}`, {});

  it("is one person's, who finishes it; reopened it is anybody's", async () => {
    const supervisor = await clients.user('pharma', 'supervisor');
    const { id } = await left();
    expect((await act(admin, id, 'done')).status).toBe(409);
    const taken = await act(admin, id, 'taken');
    expect(taken.body).toMatchObject({ state: 'taken', mine: true, taken_by: expect.any(String), taken_at: expect.any(String) });
    expect((await act(admin, id, 'taken')).body).toEqual(taken.body);
    const refused = await act(supervisor, id, 'taken');
    expect([refused.status, String(refused.body['detail'])]).toEqual([409, `${String(taken.body['taken_by'])} has taken this voicemail already.`]);
    expect((await act(admin, id, 'done')).body).toMatchObject({ state: 'done', done_by: taken.body['taken_by'], done_at: expect.any(String) });
    expect((await act(supervisor, id, 'taken')).status).toBe(409);
    expect((await act(supervisor, id, 'reopened')).body).toMatchObject({ state: 'new', taken_by: null, done_at: null });
    const entries = (await admin.get(`/v1/audit-entries?limit=100&object_id=${id}`)).body.data;
    expect(entries.filter((entry) => entry['action'] === 'changed')).toHaveLength(3);
  });

  it("an agent's is what lies in his queues, with the number once he has taken it", async () => {
    const agent = await clients.user('pharma', 'agent');
    await api.app.get(ProviderDatabase).sql('DELETE FROM queue_skills WHERE tenant_id = ?', [tenantId]);
    const [own, other] = [await left(wavFile(2), 'care'), await left(wavFile(2), 'vip')];
    expect((await agent.get(`/v1/voicemails/${own.id}`)).body.number).toBe('+86*******8001');
    expect((await act(agent, own.id, 'taken')).body.number).toBe(NUMBER);
    expect((await agent.get(`/v1/voicemails/${own.id}`)).body.number).toBe(NUMBER);
    expect((await act(agent, own.id, 'done')).body.number).toBe('+86*******8001');
    expect((await agent.get(`/v1/voicemails/${other.id}`)).status).toBe(404);
    expect((await agent.get('/v1/voicemails?limit=100')).body.data.map((row) => row.id)).not.toContain(other.id);
    expect((await agent.get('/v1/voicemails?queue=vip')).body.data).toEqual([]);
    expect((await agent.delete(`/v1/voicemails/${own.id}`)).status).toBe(403);
  });

  it('is narrowed by state and queue, and masked for viewers, who hear nothing', async () => {
    const { id } = await left(wavFile(2), 'vip');
    expect((await list('&queue=vip&state=new')).map((row) => row.id)).toContain(id);
    expect((await list('&queue=vip&state=done')).map((row) => row.id)).not.toContain(id);
    const viewer = await clients.user('pharma', 'viewer');
    expect((await viewer.get(`/v1/voicemails/${id}`)).body.number).not.toContain('0138001');
    expect((await viewer.get(`/v1/voicemails/${id}/audio`)).status).toBe(403);
    expect((await act(viewer, id, 'taken')).status).toBe(403);
    expect((await (await clients.user('insurance', 'tenant_admin')).get(`/v1/voicemails/${id}`)).status).toBe(404);
  });
});

describe('going', () => {
  const recordingOf = async (uuid: string) => (await admin.get('/v1/recordings?limit=100')).body.data.find((row) => row['call_uuid'] === uuid)?.id ?? '';

  it('is deleted at a request, but for one under a legal hold', async () => {
    const { id, uuid } = await left();
    const recording = await recordingOf(uuid);
    expect((await admin.patch(`/v1/recordings/${recording}`, { legal_hold: true })).status).toBe(200);
    expect((await admin.delete(`/v1/voicemails/${id}`)).status).toBe(409);
    await admin.patch(`/v1/recordings/${recording}`, { legal_hold: false });
    expect((await admin.delete(`/v1/voicemails/${id}`)).status).toBe(204);
    expect((await admin.get(`/v1/voicemails/${id}`)).body['audio_deleted_at']).not.toBeNull();
    expect((await admin.get(`/v1/voicemails/${id}/audio`)).status).toBe(410);
    expect(existsSync(sealedOf(id, uuid))).toBe(false);
  });

  it('goes with its number, when that person is erased', async () => {
    const { id, uuid } = await left(wavFile(2), 'care', '+8613900139009');
    const { body } = await admin.post('/v1/erasures', { number: '+8613900139009' });
    expect(body).toMatchObject({ voicemails: 1, recordings_deleted: 1, calls: 1 });
    expect((await admin.get(`/v1/voicemails/${id}`)).body).toMatchObject({ number: null, audio_deleted_at: expect.any(String) });
    expect(existsSync(sealedOf(id, uuid))).toBe(false);
  });

  it("loses its number when the policy says so; what never came goes whole", async () => {
    const { id } = await left();
    const never = await expectOne('4f236891-fbee-42a6-9673-d7b573c5a172');
    await inside(() => api.app.get(VoicemailNumbers, { strict: false }).forgetBefore(new Date(Date.now() + 1000)));
    expect((await admin.get(`/v1/voicemails/${id}`)).body).toMatchObject({ number: null, duration_seconds: 3 });
    expect(await api.app.get(ProviderDatabase).sql('SELECT id FROM voicemails WHERE id = ?', [never])).toEqual([]);
  });
});
