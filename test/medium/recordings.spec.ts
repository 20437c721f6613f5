import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RecordingsSweepModule } from '../../src/features/recordings/recordings-sweep.module';
import { RecordingsSweeper } from '../../src/features/recordings/recordings.sweeper';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { TenantKeys } from '../../src/platform/encryption/tenant-keys';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients, type Wire } from '../factories/api-client';
import { administratorToken, book, inboundLeg, staffToken, tenantIdOf } from '../factories/books';
import { wavFile, wavHead } from '../factories/wav';

let api: TestApi;
let admin: ApiClient;
let other: ApiClient;
let token: string;
let tenantId: string;
let otherId: string;

beforeAll(async () => {
  api = await startTestApi(RecordingsSweepModule);
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  const clients = new ApiClients(api);
  [admin, other] = [await clients.user('pharma', 'tenant_admin'), await clients.user('insurance', 'tenant_admin')];
  token = await administratorToken(api.app, 'pharma');
  [tenantId, otherId] = [await tenantIdOf(api.app, 'pharma'), await tenantIdOf(api.app, 'insurance')];
});
afterAll(() => api.stop());

const sweep = () => api.app.get(RecordingsSweeper).sweep();
const sql = <T>(statement: string, parameters: unknown[] = []) =>
  api.app.get(ProviderDatabase).sql<T>(statement, parameters);
const spooled = (uuid: string, tenant = tenantId) => join(api.environment['RECORDING_SPOOL'] ?? '', tenant, `${uuid}.wav`);
const sealed = (uuid: string, tenant = tenantId) =>
  join(api.environment['RECORDINGS_DIR'] ?? '', tenant, `sw1_${uuid}.sealed`);

function spool(uuid: string, wav: Buffer, tenant = tenantId): string {
  mkdirSync(dirname(spooled(uuid, tenant)), { recursive: true });
  writeFileSync(spooled(uuid, tenant), wav);
  return uuid;
}

async function call(tenant = tenantId): Promise<string> {
  const leg = inboundLeg(tenant, '2026-11-20T09:00:00.000Z', 5);
  await book(api.app, leg);
  return leg.uuid;
}

async function listed(uuid: string, client = admin): Promise<Wire[]> {
  return (await client.get('/v1/recordings?limit=100')).body.data.filter((row) => row['call_uuid'] === uuid);
}

/** Of a call that was recorded, taken in. */
async function recorded(wav = wavFile(2), tenant = tenantId, client = admin): Promise<Wire & { uuid: string }> {
  const uuid = spool(await call(tenant), wav, tenant);
  await sweep();
  const [row, more] = await listed(uuid, client);
  expect([row, more]).toEqual([expect.anything(), undefined]);
  return { ...(row as Wire), uuid };
}

function listen(id: string, headers: Record<string, string> = {}, path = 'audio', bearer = token): Promise<Response> {
  return fetch(`${api.url}/v1/recordings/${id}/${path}`, { headers: { authorization: `Bearer ${bearer}`, ...headers } });
}

const heard = async (id: string) => Buffer.from(await (await listen(id)).arrayBuffer());

async function refusal(id: string): Promise<[number, string]> {
  const response = await listen(id);
  return [response.status, String(((await response.json()) as Wire)['detail'])];
}

describe('taking in', () => {
  it('seals the recording of a settled call, and only then deletes what the switch wrote', async () => {
    const wav = wavFile(3);
    const { id, uuid, ...row } = await recorded(wav);
    expect(row).toMatchObject({ duration_seconds: 3, bytes: wav.length, pauses: [], legal_hold: false, deleted_at: null });
    expect((await admin.get(`/v1/calls/${String(row['call_id'])}`)).status).toBe(200);
    expect((await admin.get(`/v1/recordings?call_id=${String(row['call_id'])}`)).body.data.map((each) => each.id)).toEqual([id]);
    expect(existsSync(spooled(uuid))).toBe(false);
    const kept = readFileSync(sealed(uuid));
    expect(kept.includes(wav.subarray(1000, 1064))).toBe(false);
    expect(await heard(id)).toEqual(wav);
  });

  it('leaves a call alone that goes on', async () => {
    const uuid = spool(randomUUID(), wavFile(1));
    await sweep();
    expect([existsSync(spooled(uuid)), await listed(uuid)]).toEqual([true, []]);
    unlinkSync(spooled(uuid));
  });

  it('waits for a file that is being written, and takes what its writer died of', async () => {
    const whole = wavFile(2);
    const uuid = spool(await call(), Buffer.concat([wavHead(0), whole.subarray(44)]));
    await sweep();
    expect([existsSync(spooled(uuid)), await listed(uuid)]).toEqual([true, []]);
    const long = new Date(Date.now() - 11 * 60_000);
    utimesSync(spooled(uuid), long, long);
    await sweep();
    const [row] = await listed(uuid);
    expect(row).toMatchObject({ duration_seconds: 2 });
    expect(await heard(String(row?.id))).toEqual(whole);
  });

  it('takes a recording whose call never came into the books, once it is surely over', async () => {
    const uuid = spool(randomUUID(), wavFile(1));
    const long = new Date(Date.now() - 7 * 3600_000);
    utimesSync(spooled(uuid), long, long);
    await sweep();
    expect(await listed(uuid)).toEqual([expect.objectContaining({ call_id: null, duration_seconds: 1 })]);
  });

  it("takes nothing for a tenant but what lies in its own folder, under its own call's name", async () => {
    const foreign = await call(otherId);
    spool(foreign, wavFile(1));
    spool('../escape', wavFile(1));
    const linked = await call();
    symlinkSync('/etc/hostname', spooled(linked));
    await sweep();
    expect([await listed(foreign), await listed(foreign, other), await listed(linked)]).toEqual([[], [], []]);
    for (const uuid of [foreign, '../escape', linked]) unlinkSync(spooled(uuid));
  });

  it('killed before the row was there it begins again; killed after, it only deletes', async () => {
    const wav = wavFile(2);
    const uuid = spool(await call(), wav);
    mkdirSync(dirname(sealed(uuid)), { recursive: true });
    writeFileSync(sealed(uuid), 'half of it');
    writeFileSync(`${sealed(uuid)}.new`, 'half of it');
    await sweep();
    const rows = await listed(uuid);
    expect(rows).toHaveLength(1);
    expect(readdirSync(dirname(sealed(uuid)))).not.toContain(`sw1_${uuid}.sealed.new`);
    const before = readFileSync(sealed(uuid));
    spool(uuid, wav);
    await sweep();
    expect([await listed(uuid), existsSync(spooled(uuid))]).toEqual([rows, false]);
    expect(readFileSync(sealed(uuid))).toEqual(before);
    expect(await heard(String(rows[0]?.id))).toEqual(wav);
  });

  it('keeps one of each where many workers sweep at once', async () => {
    const wav = wavFile(2);
    const uuids: string[] = [];
    for (let nth = 0; nth < 5; nth += 1) uuids.push(spool(await call(), wav));
    await Promise.all([sweep(), sweep(), sweep()]);
    for (const uuid of uuids) {
      const rows = await listed(uuid);
      expect(rows).toHaveLength(1);
      expect(await heard(String(rows[0]?.id))).toEqual(wav);
      expect(existsSync(spooled(uuid))).toBe(false);
    }
  });

  it('loses nothing while the disk is full', async () => {
    const wav = wavFile(1);
    const uuid = spool(await call(), wav);
    mkdirSync(dirname(sealed(uuid)), { recursive: true });
    symlinkSync('/dev/full', `${sealed(uuid)}.new`);
    await sweep();
    expect([existsSync(spooled(uuid)), existsSync(sealed(uuid)), await listed(uuid)]).toEqual([true, false, []]);
    await sweep();
    const [row] = await listed(uuid);
    expect(await heard(String(row?.id))).toEqual(wav);
  });
});

describe('listening', () => {
  it('plays a part without the rest, as players ask for it', async () => {
    const wav = wavFile(20);
    const { id } = await recorded(wav);
    const whole = await listen(id);
    expect([whole.status, whole.headers.get('content-type'), whole.headers.get('accept-ranges')]).toEqual([200, 'audio/wav', 'bytes']);
    expect(whole.headers.get('content-length')).toBe(String(wav.length));
    const part = await listen(id, { range: 'bytes=70000-200000' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 70000-200000/${wav.length}`]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(wav.subarray(70_000, 200_001));
    const end = await listen(id, { range: 'bytes=-100' });
    expect(Buffer.from(await end.arrayBuffer())).toEqual(wav.subarray(-100));
    expect((await listen(id, { range: `bytes=${wav.length}-` })).status).toBe(416);
    const saved = await listen(id, {}, 'download');
    expect(saved.headers.get('content-disposition')).toBe(`attachment; filename="${id}.wav"`);
    expect(Buffer.from(await saved.arrayBuffer())).toEqual(wav);
  });

  it("is for the tenant's own people with the right, and nobody of the provider", async () => {
    const { id } = await recorded();
    const theirs = await administratorToken(api.app, 'insurance');
    expect((await listen(id, {}, 'audio', theirs)).status).toBe(404);
    for (const role of ['provider_admin', 'account_manager', 'finance']) {
      const staff = await staffToken(api.app, role);
      expect((await listen(id, { 'seatline-tenant': tenantId }, 'audio', staff)).status).toBe(403);
    }
    const supervisor = await new ApiClients(api).user('pharma', 'supervisor');
    expect((await supervisor.get(`/v1/recordings/${id}/download`)).status).toBe(403);
    const agent = await new ApiClients(api).user('pharma', 'agent');
    for (const path of ['', '/audio', '/download']) expect((await agent.get(`/v1/recordings/${id}${path}`)).status).toBe(403);
  });

  it.each([
    ['changed', (path: string) => writeFileSync(path, flipped(readFileSync(path), 200)), 'damaged'],
    ['cut', (path: string) => truncateSync(path, 1000), 'damaged'],
    ['missing', (path: string) => unlinkSync(path), 'missing'],
  ])('says cleanly that a file is %s', async (_how, harm, word) => {
    const { id, uuid } = await recorded();
    harm(sealed(uuid));
    expect(await refusal(id)).toEqual([410, `The file of the recording is ${word}.`]);
  });

  it('breaks off where a file was changed further on', async () => {
    const { id, uuid } = await recorded(wavFile(20));
    writeFileSync(sealed(uuid), flipped(readFileSync(sealed(uuid)), 200_000));
    await expect(listen(id).then((response) => response.arrayBuffer())).rejects.toThrow();
    expect((await listen(id, { range: 'bytes=0-1000' })).status).toBe(206);
  });

  it("opens no other row's file, nor another tenant's", async () => {
    const [mine, second, theirs] = [await recorded(), await recorded(), await recorded(wavFile(2), otherId, other)];
    copyFileSync(sealed(second.uuid), sealed(mine.uuid));
    expect(await refusal(mine.id)).toEqual([410, 'The file of the recording is damaged.']);
    copyFileSync(sealed(theirs.uuid, otherId), sealed(mine.uuid));
    expect(await refusal(mine.id)).toEqual([410, 'The file of the recording is damaged.']);
  });
});

describe('deleting', () => {
  it('takes the audio and keeps the proof; a second time changes nothing', async () => {
    const { id, uuid } = await recorded();
    expect((await other.delete(`/v1/recordings/${id}`)).status).toBe(404);
    expect((await admin.delete(`/v1/recordings/${id}`)).status).toBe(204);
    const { body } = await admin.get(`/v1/recordings/${id}`);
    expect(body).toMatchObject({ deleted_because: 'request', deleted_at: expect.any(String) as string });
    expect([existsSync(sealed(uuid)), await refusal(id)]).toEqual([false, [410, 'The recording was deleted.']]);
    expect((await admin.delete(`/v1/recordings/${id}`)).status).toBe(204);
    expect((await admin.get(`/v1/recordings/${id}`)).body).toEqual(body);
    spool(uuid, wavFile(1));
    await sweep();
    expect((await admin.get(`/v1/recordings/${id}`)).body).toEqual(body);
  });

  it('is refused under a legal hold', async () => {
    const { id } = await recorded();
    expect((await admin.patch(`/v1/recordings/${id}`, { legal_hold: true })).body['legal_hold']).toBe(true);
    expect((await admin.delete(`/v1/recordings/${id}`)).body.code).toBe('conflict');
    expect((await listen(id)).status).toBe(200);
    await admin.patch(`/v1/recordings/${id}`, { legal_hold: false });
    expect((await admin.delete(`/v1/recordings/${id}`)).status).toBe(204);
    expect((await admin.patch(`/v1/recordings/${id}`, { legal_hold: true })).status).toBe(410);
  });
});

describe("the tenant's key", () => {
  const keys = () => api.app.get(TenantKeys);
  const forTenant = <T>(work: () => Promise<T>) => tenantContext.open({ tenantId }, work);

  it('can be changed: what was sealed before is read as before', async () => {
    const before = await recorded();
    await forTenant(() => keys().rotate());
    const after = await recorded();
    for (const { id } of [before, after]) expect((await listen(id)).status).toBe(200);
    const [a, b] = await sql<{ version: number }>('SELECT key_version AS version FROM recordings WHERE id IN (?) ORDER BY id', [[before.id, after.id]]);
    expect(b?.version).toBe((a?.version ?? 0) + 1);
  });

  it('is made once, however many ask at once', async () => {
    await sql('DELETE FROM tenant_keys WHERE tenant_id = ?', [otherId]);
    const made = await tenantContext.open({ tenantId: otherId }, () =>
      Promise.all(Array.from({ length: 8 }, () => keys().current())),
    );
    for (const { version, secret } of made) expect([version, secret]).toEqual([1, made[0]?.secret]);
  });

  it('destroyed, erases what was sealed with it, and nothing of another tenant or of later', async () => {
    const mine = await recorded();
    const theirs = await recorded(wavFile(2), otherId, other);
    expect(await forTenant(() => keys().destroy())).toBeGreaterThan(0);
    expect(await refusal(mine.id)).toEqual([410, 'The key of the recording was destroyed: it is erased.']);
    expect((await admin.get(`/v1/recordings/${mine.id}`)).status).toBe(200);
    const otherToken = await administratorToken(api.app, 'insurance');
    expect((await listen(theirs.id, {}, 'audio', otherToken)).status).toBe(200);
    expect((await listen((await recorded()).id)).status).toBe(200);
  });

  it("cannot be put in another's place", async () => {
    await recorded();
    const theirs = await recorded(wavFile(2), otherId, other);
    await sql(
      `UPDATE tenant_keys theirs JOIN tenant_keys mine ON mine.tenant_id = ? AND mine.wrapped IS NOT NULL
          SET theirs.wrapped = mine.wrapped WHERE theirs.tenant_id = ?`,
      [tenantId, otherId],
    );
    const otherToken = await administratorToken(api.app, 'insurance');
    expect((await listen(theirs.id, {}, 'audio', otherToken)).status).toBe(500);
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}
