import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { basename, join } from 'node:path';
import { SoundStore } from '../../src/features/sounds/sound-store';
import { SoundsScheduleModule } from '../../src/features/sounds/sounds-schedule.module';
import { SoundsSchedule } from '../../src/features/sounds/sounds.schedule';
import { SoundsReader } from '../../src/features/sounds/sounds.reader';
import { TenantFilesService } from '../../src/features/tenants/tenant-files.service';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { DesiredStateSource } from '../../src/telephony/reconciler/desired-state';
import { applyTenant, startTestApiWith, SWITCH_SECRET, type TestApi } from '../factories/api';
import { type Answer, type ApiClient, ApiClients, type Wire } from '../factories/api-client';
import { administratorToken, tenantIdOf } from '../factories/books';
import { SAMPLE_RATE, wavFile } from '../factories/wav';

const SHIPPED = join(__dirname, '../../freeswitch/sounds');
const MP3 = readFileSync(join(__dirname, '../fixtures/sounds/tone.mp3'));
const DAY_MS = 24 * 3600 * 1000;

let api: TestApi;
let admin: ApiClient;
let other: ApiClient;
let token: string;
let tenantId: string;

beforeAll(async () => {
  api = await startTestApiWith({ SOUNDS_DIR: SHIPPED }, SoundsScheduleModule);
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  const clients = new ApiClients(api);
  [admin, other] = [await clients.user('pharma', 'tenant_admin'), await clients.user('insurance', 'tenant_admin')];
  token = await administratorToken(api.app, 'pharma');
  tenantId = await tenantIdOf(api.app, 'pharma');
  mkdirSync(folder(), { recursive: true });
});
afterAll(() => api.stop());

const folder = () => join(api.environment['TENANT_SOUNDS_DIR'] ?? '', tenantId);
const files = () => (existsSync(folder()) ? readdirSync(folder()).filter((name) => name.endsWith('.wav')) : []);
const inTenant = <T>(work: () => Promise<T>) => tenantContext.open({ tenantId }, work);
const reader = () => api.app.get(SoundsReader, { strict: false });
const sql = <T>(statement: string, parameters: unknown[] = []) => api.app.get(ProviderDatabase).sql<T>(statement, parameters);

async function created(name: string, client = admin): Promise<Wire> {
  const { status, body } = await client.post('/v1/sounds', { name });
  expect(status).toBe(201);
  return body;
}

/** Raw, as a browser sends a file. */
async function put(path: string, body: Buffer | string, headers: Record<string, string>, bearer = token): Promise<Answer> {
  const response = await fetch(api.url + path, { method: 'PUT', headers: { authorization: `Bearer ${bearer}`, ...headers }, body: body as never });
  const answer = (await response.json()) as Wire;
  return { status: response.status, headers: response.headers, body: answer, etag: response.headers.get('etag') ?? '' };
}

async function upload(id: string, file: Buffer, { language = 'en', type = 'audio/wav', etag = '' } = {}): Promise<Answer> {
  const current = etag || (await admin.get(`/v1/sounds/${id}`)).etag;
  return put(`/v1/sounds/${id}/takes/${language}?file_name=own.wav`, file, { 'content-type': type, 'if-match': current });
}

const speak = async (id: string, text: string, language = 'en') =>
  admin.put(`/v1/sounds/${id}/takes/${language}/text`, { text }, { 'if-match': (await admin.get(`/v1/sounds/${id}`)).etag });

const takesOf = ({ body }: Answer) => body['takes'] as Wire[];
const ruleOf = ({ body }: Answer) => body.errors?.[0];

function listen(id: string, headers: Record<string, string> = {}, bearer = token, language = 'en'): Promise<Response> {
  return fetch(`${api.url}/v1/sounds/${id}/takes/${language}/audio`, { headers: { authorization: `Bearer ${bearer}`, ...headers } });
}

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

/** What sox makes of a tone. */
function tone(type: string, seconds: number, rate = 16000): Buffer {
  const path = join(folder(), `../tone.${type}`);
  execFileSync('sox', ['-n', '-r', String(rate), '-c', '2', '-t', type, path, 'synth', String(seconds), 'sine', '440', 'gain', '-20']);
  return readFileSync(path);
}

/** In decibels below full scale, of a WAV file's samples. */
function levelOf(wav: Buffer): number {
  let sum = 0;
  for (let at = 44; at < wav.length; at += 2) sum += (wav.readInt16LE(at) / 32768) ** 2;
  return 10 * Math.log10(sum / ((wav.length - 44) / 2));
}

describe('uploading', () => {
  it.each([
    ['WAV', () => wavFile(1)],
    ['WAV, stereo', () => tone('wav', 1)],
    ['MP3', () => MP3],
    ['Ogg Vorbis', () => tone('vorbis', 1)],
    ['FLAC', () => tone('flac', 1)],
  ])('keeps %s as telephones play it', async (kind, file) => {
    const { id } = await created(`kept-${kind.toLowerCase().replace(/\W+/g, '-')}`);
    const answer = await upload(id, file(), { type: 'audio/mpeg' });
    expect([answer.status, answer.etag]).toEqual([200, '"2"']);
    const [take] = takesOf(answer);
    expect(take).toMatchObject({ language: 'en', source: 'uploaded', file_name: 'own.wav', revision: 1, text: null });
    const wav = await bytesOf(await listen(id));
    expect([wav.readUInt32LE(24), wav.readUInt16LE(22), wav.readUInt16LE(34), wav.length]).toEqual([SAMPLE_RATE, 1, 16, take?.['bytes']]);
    expect(Math.abs(Number(take?.['duration_ms']) - 1000)).toBeLessThan(60);
    expect(levelOf(wav)).toBeCloseTo(-26, 0);
  });

  it('gives each revision a file of its own, the old one staying for whoever plays it', async () => {
    const { id } = await created('revised');
    const before = files();
    await upload(id, wavFile(1));
    const second = await upload(id, wavFile(2));
    expect(takesOf(second)).toMatchObject([{ revision: 2, duration_ms: 2000 }]);
    const added = files().filter((name) => !before.includes(name)).map((name) => name.slice(-6));
    expect(added.sort()).toEqual(['-1.wav', '-2.wav']);
  });

  it.each([
    ['nothing', () => Buffer.alloc(0), 'must not be empty'],
    ['text', () => Buffer.from('Welcome to pharma.'.repeat(20)), 'must be a WAV, MP3, Ogg Vorbis or FLAC file'],
    ['a page', () => Buffer.from('<!doctype html><title>x</title>'.repeat(20)), 'must be a WAV, MP3, Ogg Vorbis or FLAC file'],
    ['a playlist', () => Buffer.from('#EXTM3U\n/etc/passwd\n'), 'must be a WAV, MP3, Ogg Vorbis or FLAC file'],
    ['M4A', () => Buffer.from('\0\0\0\x20ftypM4A \0\0\0\0isommp42', 'latin1'), 'must not be M4A or MP4: save it as MP3 or WAV'],
    ['a WAV file that breaks off', () => wavFile(2).subarray(0, 20_000), 'must be whole: the file breaks off'],
    ['a FLAC file that breaks off', () => tone('flac', 2).subarray(0, 8000), /^must be whole|^cannot be read as FLAC/],
    ['an Ogg file that breaks off', () => tone('vorbis', 2).subarray(0, 4500), 'must be whole: the file breaks off'],
    ['an MP3 file that breaks off', () => MP3.subarray(0, 1000), 'must be whole: the file breaks off'],
    ['a head of FLAC before noise', () => Buffer.concat([Buffer.from('fLaC'), Buffer.alloc(5000, 7)]), 'cannot be read as FLAC: the file is damaged'],
    ['a WAV file without a sample', () => wavFile(0), 'must hold sound: there is none in it'],
    ['eleven minutes', () => wavFile(660), 'must be at most 10 minutes long'],
    ['eleven minutes in FLAC', () => tone('flac', 660, 8000), 'must be at most 10 minutes long'],
  ])('refuses %s', async (what, file, rule) => {
    const { id } = await created(`bad-${what.toLowerCase().replace(/\W+/g, '-')}`);
    const before = files();
    const answer = await upload(id, file());
    expect([answer.status, ruleOf(answer)]).toEqual([422, { pointer: '/audio', rule: typeof rule === 'string' ? rule : expect.stringMatching(rule) }]);
    expect([files(), (await admin.get(`/v1/sounds/${id}`)).etag]).toEqual([before, '"1"']);
  });

  it('takes what is called a sound only, from the version that was read', async () => {
    const { id } = await created('versions');
    expect((await upload(id, wavFile(1), { type: 'text/html' })).status).toBe(415);
    expect((await upload(id, wavFile(1), { etag: '"7"' })).status).toBe(412);
    expect((await upload(id, wavFile(1), { language: 'fr' })).status).toBe(404);
    expect((await put(`/v1/sounds/${id}/takes/en`, wavFile(1), { 'content-type': 'audio/wav' })).status).toBe(428);
    const [first, second] = await Promise.all([upload(id, wavFile(1), { etag: '"1"' }), upload(id, wavFile(2), { etag: '"1"' })]);
    expect([first.status, second.status].sort()).toEqual([200, 412]);
  });

  it('refuses 200 MB by their announcement, unread', async () => {
    const { id } = await created('huge');
    const { hostname, port } = new URL(api.url);
    const answer = await new Promise<string>((done) => {
      const socket = connect(Number(port), hostname);
      let text = '';
      socket.on('data', (chunk) => void (text += chunk.toString()));
      socket.on('close', () => done(text));
      socket.write(
        `PUT /v1/sounds/${id}/takes/en HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nIf-Match: "1"\r\n` +
          'Content-Type: audio/wav\r\nContent-Length: 200000000\r\n\r\n',
      );
    });
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expect(answer).toContain('The file must have at most 20 MB.');
  });

  it('takes so much of a tenant and no more', async () => {
    const { id } = await created('quota');
    await upload(id, wavFile(1));
    await sql("UPDATE sound_takes SET bytes = 999999000 WHERE sound_id = ? AND language = 'en'", [id]);
    const more = await upload(id, wavFile(1), { language: 'zh-CN' });
    expect([more.status, more.body['detail']]).toEqual([409, 'All sounds together may have 1000 MB.']);
    // replaced it counts once
    expect((await upload(id, wavFile(1))).status).toBe(200);
  });

  it('lets a tenant have a thousand sounds', async () => {
    const [{ count } = { count: 0 }] = await sql<{ count: string }>('SELECT COUNT(*) AS count FROM sounds WHERE tenant_id = ?', [tenantId]);
    const rows = Array.from({ length: 1000 - Number(count) }, (_, index) => [tenantId, `snd_filler${index}`, new Date(), 1, `filler-${index}`, '']);
    await sql('INSERT INTO sounds (tenant_id, id, created_at, version, name, description) VALUES ?', [rows]);
    const answer = await admin.post('/v1/sounds', { name: 'one-too-many' });
    await sql("DELETE FROM sounds WHERE id LIKE 'snd_filler%'");
    expect([answer.status, answer.body['detail']]).toEqual([409, 'There may be 1000 sounds.']);
  });
});

describe('having it spoken', () => {
  it('says it once, and keeps it like an uploaded file', async () => {
    const { id } = await created('spoken');
    const preview = await fetch(`${api.url}/v1/sounds/spoken`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': 'listen' },
      body: JSON.stringify({ language: 'zh-CN', text: '您好，欢迎致电。' }),
    });
    const heard = await bytesOf(preview);
    expect([preview.status, preview.headers.get('content-type')]).toEqual([200, 'audio/wav']);
    const answer = await speak(id, '您好，\n欢迎致电。', 'zh-CN');
    expect(takesOf(answer)).toMatchObject([{ language: 'zh-CN', source: 'spoken', text: '您好， 欢迎致电。', voice: 'espeak-ng cmn-150', file_name: null }]);
    const again = await speak(id, '您好，欢迎致电。', 'zh-CN');
    expect(takesOf(again)).toMatchObject([{ revision: 2, bytes: heard.length }]);
    expect(await bytesOf(await listen(id, {}, token, 'zh-CN'))).toEqual(heard);
    expect(levelOf(heard)).toBeGreaterThan(-32);
  });

  it('wants words, not too many', async () => {
    const { id } = await created('wordless');
    expect(ruleOf(await speak(id, ' \n '))).toEqual({ pointer: '/text', rule: 'must hold words to be spoken' });
    expect(ruleOf(await speak(id, 'a'.repeat(1001)))?.pointer).toBe('/text');
  });
});

describe('listening', () => {
  it('sends parts, so that a browser can seek', async () => {
    const { id } = await created('ranges');
    await upload(id, wavFile(1));
    const whole = await bytesOf(await listen(id));
    const part = await listen(id, { range: 'bytes=100-199' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-199/${whole.length}`]);
    expect(await bytesOf(part)).toEqual(whole.subarray(100, 200));
    expect((await listen(id, { range: `bytes=${whole.length}-` })).status).toBe(416);
    expect((await listen(id, {}, token, 'zh-CN')).status).toBe(404);
    expect((await listen(id, {}, await administratorToken(api.app, 'insurance'))).status).toBe(404);
  });
});

describe('what plays it', () => {
  it('is named by whoever would take it away', async () => {
    const { id } = await created('in-use');
    const [number] = (await admin.get('/v1/numbers')).body.data as [Wire];
    const numberEtag = async () => ({ 'if-match': (await admin.get(`/v1/numbers/${number.id}`)).etag });
    const greet = async (greeting: string | null) => admin.patch(`/v1/numbers/${number.id}`, { greeting }, await numberEtag());
    // without a take there is nothing to play
    expect(ruleOf(await greet('in-use'))?.pointer).toBe('/greeting');
    await upload(id, wavFile(1));
    expect((await greet('in-use')).status).toBe(200);
    const queue = await admin.post('/v1/queues', { name: 'musical', settings: { moh_sound: 'in-use' } });
    expect(queue.status).toBe(201);
    expect((await admin.get(`/v1/sounds/${id}/uses`)).body['uses']).toEqual([
      { kind: 'number', id: number.id, name: number['number'] },
      { kind: 'queue', id: queue.body.id, name: 'musical' },
    ]);
    const etag = async () => ({ 'if-match': (await admin.get(`/v1/sounds/${id}`)).etag });
    const detail = `The sound is played by: number ${String(number['number'])}; queue musical. Change that first.`;
    for (const refused of [
      await admin.delete(`/v1/sounds/${id}`, undefined, await etag()),
      await admin.delete(`/v1/sounds/${id}/takes/en`, undefined, await etag()),
      await admin.patch(`/v1/sounds/${id}`, { name: 'renamed' }, await etag()),
    ]) {
      expect([refused.status, refused.body['detail']]).toEqual([409, detail]);
    }
    await greet(String(number['greeting'] ?? '') || null);
    await admin.delete(`/v1/queues/${queue.body.id}`, undefined, { 'if-match': queue.etag });
    expect((await admin.delete(`/v1/sounds/${id}`, undefined, await etag())).status).toBe(204);
    expect((await admin.get(`/v1/sounds/${id}`)).status).toBe(404);
  });

  it('may name no sound that nobody has', async () => {
    const queue = await admin.post('/v1/queues', { name: 'silent', settings: { announce_sound: 'nobody-has-it' } });
    expect(ruleOf(queue)).toMatchObject({ pointer: '/settings/announce_sound' });
    const shipped = await admin.post('/v1/queues', { name: 'shipped', settings: { announce_sound: 'welcome' } });
    expect(shipped.status).toBe(201);
  });

  it('hears the own one instead of the shipped one, and each new take at once', async () => {
    const [number] = (await admin.get('/v1/numbers')).body.data as [Wire];
    await admin.patch(`/v1/numbers/${number.id}`, { greeting: 'welcome', calendar_id: null }, { 'if-match': (await admin.get(`/v1/numbers/${number.id}`)).etag });
    const played = async () => {
      const response = await fetch(`${api.url}/switch/xml`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`switch:${SWITCH_SECRET}`).toString('base64')}`, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ section: 'dialplan', 'Caller-Context': 'public', 'Caller-Destination-Number': String(number['number']), 'Hunt-Destination-Number': String(number['number']) }),
      });
      return /application="playback" data="([^"]+)"/.exec(await response.text())?.[1];
    };
    const queueParams = async () => (await api.app.get(DesiredStateSource).read()).queues.find(({ name }) => name.startsWith('shipped@pharma'))?.params['announce-sound'];
    expect([await played(), await queueParams()]).toEqual(['zh-CN/welcome.wav', 'zh-CN/welcome.wav']);
    const { id } = await created('welcome');
    await upload(id, wavFile(1));
    const english = await played();
    expect(english).toMatch(new RegExp(`^${folder()}/tke_\\w+-1\\.wav$`));
    expect(await queueParams()).toBe(english);
    await upload(id, wavFile(1));
    expect(await played()).toBe(english?.replace('-1.wav', '-2.wav'));
    await upload(id, wavFile(1), { language: 'zh-CN' });
    const own = await played();
    expect(own).not.toContain(basename(english ?? '').slice(0, 30));
    expect(await inTenant(() => reader().pathOf('welcome', 'zh-CN'))).toBe(own);
    expect(await inTenant(() => reader().pathOf('welcome', 'en'))).toBe(english?.replace('-1.wav', '-2.wav'));
    expect(await inTenant(() => reader().pathOf('closed', 'en'))).toBe('en/closed.wav');
    expect(await inTenant(() => reader().pathOf('nobody-has-it', 'en'))).toBeNull();
    expect([...(await inTenant(() => reader().names()))]).toEqual(expect.arrayContaining(['welcome', 'closed', 'busy']));
    const playable = (await admin.get('/v1/sounds/playable')).body['sounds'] as Wire[];
    expect(playable.filter(({ name }) => name === 'welcome')).toEqual([{ name: 'welcome', origin: 'own', languages: ['en', 'zh-CN'] }]);
    expect(((await other.get('/v1/sounds/playable')).body['sounds'] as Wire[]).find(({ name }) => name === 'welcome')).toMatchObject({ origin: 'shipped' });
  });

  it("may stand in the tenant's file, and in no other's", async () => {
    const { id } = await created('in-file');
    await upload(id, wavFile(1));
    const staff = await new ApiClients(api).staff('provider_admin');
    const problems = async (slug: string) => {
      const file = readFileSync(join(__dirname, `../../tenants/${slug}.yaml`), 'utf8').replace(/greeting: welcome/, 'greeting: in-file');
      return (await staff.post('/v1/tenants/check', { file })).body['problems'];
    };
    expect(await problems('pharma')).toEqual([]);
    expect(await problems('insurance')).toEqual([expect.objectContaining({ path: 'numbers[0].greeting' })]);
  });
});

describe('the sweep', () => {
  const sweep = () => api.app.get(SoundsSchedule).run();

  it('takes what no row needs once no call can play it, and leaves the rest', async () => {
    const { id } = await created('swept');
    await upload(id, wavFile(1));
    await upload(id, wavFile(1));
    const [{ takeId } = { takeId: '' }] = await sql<{ takeId: string }>('SELECT id AS takeId FROM sound_takes WHERE sound_id = ?', [id]);
    const [old, current] = [1, 2].map((revision) => join(folder(), `${takeId}-${revision}.wav`)) as [string, string];
    const foreign = join(folder(), 'notes.txt');
    writeFileSync(foreign, 'not ours');
    const unfinished = `${current}.abc.new`;
    writeFileSync(unfinished, '');
    await sweep();
    expect([old, current, unfinished].map(existsSync)).toEqual([true, true, true]);
    const before = new Date(Date.now() - DAY_MS - 1000);
    for (const path of [old, current, unfinished, foreign]) utimesSync(path, before, before);
    await sweep();
    expect([old, current, unfinished, foreign].map(existsSync)).toEqual([false, true, false, true]);
  });

  it('takes the file of a process that was killed before its row, and the next one goes on', async () => {
    const { id } = await created('killed');
    await upload(id, wavFile(1));
    const [{ takeId } = { takeId: '' }] = await sql<{ takeId: string }>('SELECT id AS takeId FROM sound_takes WHERE sound_id = ?', [id]);
    await inTenant(() => api.app.get(SoundStore, { strict: false }).write({ id: takeId, revision: 2 }, Buffer.from('half the truth')));
    expect(takesOf(await admin.get(`/v1/sounds/${id}`))).toMatchObject([{ revision: 1 }]);
    expect(takesOf(await upload(id, wavFile(2)))).toMatchObject([{ revision: 2 }]);
    expect((await bytesOf(await listen(id))).length).toBe(32_044);
  });

  it('says so where a file is gone', async () => {
    const { id } = await created('gone');
    await upload(id, wavFile(1));
    mkdirSync(folder(), { recursive: true });
    const [{ takeId } = { takeId: '' }] = await sql<{ takeId: string }>('SELECT id AS takeId FROM sound_takes WHERE sound_id = ?', [id]);
    execFileSync('rm', [join(folder(), `${takeId}-1.wav`)]);
    expect((await listen(id)).status).toBe(410);
  });

  it('takes all that a tenant had once the tenant is gone', async () => {
    const otherId = await tenantIdOf(api.app, 'insurance');
    const sound = (await other.post('/v1/sounds', { name: 'theirs' })).body;
    await other.put(`/v1/sounds/${sound.id}/takes/en/text`, { text: 'Goodbye.' }, { 'if-match': '"1"' });
    const theirs = join(folder(), '..', otherId);
    const [file = ''] = readdirSync(theirs).filter((name) => name.endsWith('.wav'));
    await api.app.get(TenantFilesService).remove('insurance');
    expect(await sql('SELECT id FROM sounds WHERE tenant_id = ?', [otherId])).toEqual([]);
    const before = new Date(Date.now() - DAY_MS - 1000);
    utimesSync(join(theirs, file), before, before);
    await sweep();
    expect(readdirSync(theirs)).toEqual([]);
    expect(takesOf(await admin.get(`/v1/sounds/${(await created('stays')).id}`))).toEqual([]);
  });
});
