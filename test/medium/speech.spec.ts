import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Config } from '../../src/platform/config/config';
import { Clock } from '../../src/platform/clock/clock';
import { Log } from '../../src/platform/logging/log';
import { Speech } from '../../src/platform/speech/speech';
import { MOST_CACHED_BYTES, trim } from '../../src/platform/speech/speech-cache';
import { SpeechProvider, type SpokenLanguage } from '../../src/platform/speech/speech-provider';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { startTestApi, startTestApiWith, type TestApi } from '../factories/api';

const TENANTS = ['ten_one', 'ten_two'] as const;

let api: TestApi;
let speech: Speech;

beforeAll(async () => {
  api = await startTestApi();
  speech = api.app.get(Speech);
});
afterAll(() => api.stop());

const inTenant = <T>(tenantId: string, work: () => Promise<T>) => tenantContext.open({ tenantId }, work);
const folder = (tenantId: string) => join(api.environment['TENANT_SOUNDS_DIR'] ?? '', tenantId, 'speech');

/** Counts what the machine is asked for. */
class Counting extends SpeechProvider {
  readonly name = 'counting';
  asked = 0;
  constructor(private readonly file: Buffer) {
    super();
  }
  voiceOf(language: SpokenLanguage): string {
    return language;
  }
  async speak(_text: string, _language: SpokenLanguage, file: string): Promise<void> {
    this.asked += 1;
    await new Promise((done) => setTimeout(done, 20));
    writeFileSync(file, this.file);
  }
}

function counting(): { provider: Counting; speech: Speech } {
  const provider = new Counting(Buffer.from('said'));
  return { provider, speech: new Speech(provider, api.app.get(Config), api.app.get(Clock), api.app.get(Log)) };
}

it('says a text in 8 kHz, mono, 16 bits, another one in another language, in the tenant\'s own folder', async () => {
  const [chinese, english] = await inTenant(TENANTS[0], () => Promise.all([speech.fileOf('zh-CN', '请稍候 1'), speech.fileOf('en', 'One moment')]));
  expect(chinese).toMatch(new RegExp(`^${folder(TENANTS[0])}/[0-9a-f]{64}\\.wav$`));
  for (const path of [chinese, english]) {
    const wav = readFileSync(path);
    expect([wav.readUInt32LE(24), wav.readUInt16LE(22), wav.readUInt16LE(34), wav.readUInt32LE(40)]).toEqual([8000, 1, 16, wav.length - 44]);
    expect(wav.length).toBeGreaterThan(8000);
  }
  const theirs = await inTenant(TENANTS[1], () => speech.fileOf('en', 'One moment'));
  expect(theirs).toBe(english.replace(TENANTS[0], TENANTS[1]));
});

it('ends with every text written that it began, and begins no other', async () => {
  const { provider, speech: own } = counting();
  mkdirSync(folder('ten_end'), { recursive: true });
  const begun = inTenant('ten_end', () => own.fileOf('en', 'begun before the end'));
  while (provider.asked === 0) await new Promise(setImmediate);
  await own.onApplicationShutdown();
  expect(readdirSync(folder('ten_end'))).toEqual([basename(await begun)]);
  await expect(inTenant('ten_end', () => own.fileOf('en', 'too late'))).rejects.toThrow('is ending');
  expect(provider.asked).toBe(1);
});

it('takes a text for nothing but a text', async () => {
  const plain = await inTenant(TENANTS[0], () => speech.fileOf('en', 'hello'));
  const odd = ['--help', '-f /etc/passwd', '$(touch /tmp/x)', '`id`', '|id', '<break time="60s"/>', '[[D@Is]]', '"; id'];
  const files = await inTenant(TENANTS[0], () => Promise.all(odd.map((text) => speech.fileOf('en', text))));
  for (const file of files) expect(readFileSync(file).subarray(0, 4).toString()).toBe('RIFF');
  expect(new Set([plain, ...files]).size).toBe(odd.length + 1);
});

it('asks the machine once for what is asked ten times at once, and never again', async () => {
  const { provider, speech: own } = counting();
  const ask = () => inTenant('ten_ten', () => own.fileOf('en', 'ten times'));
  mkdirSync(folder('ten_ten'), { recursive: true });
  const files = await Promise.all(Array.from({ length: 10 }, ask));
  expect([new Set(files).size, provider.asked]).toEqual([1, 1]);
  expect([await ask(), provider.asked]).toEqual([files[0], 1]);
  // another process finds it, too
  const other = counting();
  await inTenant('ten_ten', () => other.speech.fileOf('en', ' ten  times '));
  expect(other.provider.asked).toBe(0);
});

it('writes whole files when two processes say the same', async () => {
  const second = await startTestApiWith({ TENANT_SOUNDS_DIR: api.environment['TENANT_SOUNDS_DIR'] ?? '' });
  try {
    const other = second.app.get(Speech);
    const [first, again] = await inTenant('ten_both', () => Promise.all([speech.fileOf('en', 'both'), other.fileOf('en', 'both')]));
    expect(first).toBe(again);
    expect(readdirSync(folder('ten_both'))).toHaveLength(1);
    expect(readFileSync(first).readUInt32LE(40)).toBe(readFileSync(first).length - 44);
  } finally {
    await second.stop();
  }
});

it('lets go of what was not used for longest, and of what nobody finishes', async () => {
  const place = folder('ten_full');
  mkdirSync(place, { recursive: true });
  const now = new Date('2026-11-20T12:00:00Z');
  const put = (name: string, bytes: number, hours: number) => {
    writeFileSync(join(place, name), Buffer.alloc(bytes));
    const at = new Date(now.getTime() - hours * 3600_000);
    utimesSync(join(place, name), at, at);
  };
  put('a.wav', 400, 5);
  put('b.wav', 400, 9);
  put('c.wav', 400, 1);
  put('d.wav.0.new', 400, 2);
  put('e.wav.0.new', 100, 0);
  // 1,300 without the unfinished one of two hours ago
  await trim(place, now, 1000);
  expect(readdirSync(place).sort()).toEqual(['a.wav', 'c.wav', 'e.wav.0.new']);
  await trim(place, now, 1000);
  expect(readdirSync(place)).toHaveLength(3);
  expect(MOST_CACHED_BYTES).toBe(200_000_000);
});

it('says that it speaks not, where nothing does', async () => {
  const silent = await startTestApiWith({ SPEECH_PROVIDER: 'none' });
  try {
    const refusal = inTenant('ten_one', () => silent.app.get(Speech).fileOf('en', 'hello'));
    await expect(refusal).rejects.toMatchObject({ code: 'unavailable', detail: 'This installation speaks no texts: upload a file.' });
  } finally {
    await silent.stop();
  }
});
