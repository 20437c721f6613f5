import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { NoticeAttempt } from '../../src/features/notices/notice-attempt';
import { NoticesSenderModule } from '../../src/features/notices/notices-sender.module';
import { NoticeBook, type NoticeRequest } from '../../src/features/notices/domain/notice-book';
import { NoticeTexts } from '../../src/features/notices/domain/notice-texts';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { applyTenant, startTestApiWith, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';
import { book, inboundLeg, tenantIdOf, timeMachine } from '../factories/books';
import { SmtpSink } from '../factories/smtp-sink';
import { eventually } from '../factories/switch';

const CALLER = '13800138001';
const MINUTE = 60_000;

/** An operator's gateway: keeps what it takes, and answers as it is told. */
const gateway = {
  received: [] as { to: string; text: string; reference: string; token: string }[],
  answers: [] as number[],
  server: createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const status = gateway.answers.shift() ?? 202;
      const sms = JSON.parse(body) as { to: string; text: string; reference: string };
      if (status < 300) gateway.received.push({ ...sms, token: request.headers.authorization ?? '' });
      response.writeHead(status).end();
    });
  }),
};

let api: TestApi;
let sink: SmtpSink;
let clients: ApiClients;
let admin: ApiClient;
let tenantId: string;
let now = Date.now();
let travelTo: (at: string) => void;

beforeAll(async () => {
  await new Promise<void>((done) => gateway.server.listen(0, '127.0.0.1', done));
  sink = new SmtpSink();
  const mail = { SMTP_URL: await sink.start(), MAIL_FROM: 'Seatline <no-reply@seatline.example>' };
  const sms = { SMS_URL: `http://127.0.0.1:${(gateway.server.address() as AddressInfo).port}/send`, SMS_TOKEN: 'gateway-token' };
  api = await startTestApiWith({ ...mail, ...sms, NOTICES_PER_TENANT_PER_DAY: '6' }, NoticesSenderModule);
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  clients = new ApiClients(api);
  tenantId = await tenantIdOf(api.app, 'pharma');
  travelTo = timeMachine(api.app);
});
afterAll(async () => {
  await api.stop();
  await sink.stop();
  await new Promise((done) => gateway.server.close(done));
});
beforeEach(async () => {
  wait(0);
  await api.app.get(ProviderDatabase).sql('DELETE FROM notices');
  gateway.received.splice(0);
  gateway.answers.splice(0);
  sink.received.splice(0);
  admin = await clients.user('pharma', 'tenant_admin');
});

function wait(milliseconds: number): void {
  now += milliseconds;
  travelTo(new Date(now).toISOString());
}

const inside = <T>(work: () => Promise<T>) => tenantContext.open({ tenantId }, work);
const ask = (over: Partial<NoticeRequest> = {}) =>
  inside(() =>
    api.app.get(NoticeBook, { strict: false }).ask({
      callUuid: randomUUID(), callerNumber: CALLER, channel: 'sms', to: CALLER, subject: null, text: 'We call you back before 17:30.', ...over,
    }),
  );
const shown = async (client = admin, query = '') => (await client.get(`/v1/notices${query}`)).body.data;
const stateOf = async () => (await shown())[0]?.['state'];

describe('a notice that a script asks for', () => {
  it('is sent by the gateway, once, and listed with its call', async () => {
    const leg = inboundLeg(tenantId, new Date(now - MINUTE).toISOString(), 30, { from: CALLER });
    await book(api.app, leg);
    expect(await ask({ callUuid: leg.uuid })).toBe(true);
    await eventually(async () => (await stateOf()) === 'sent');
    const [notice] = await shown();
    expect(gateway.received).toEqual([
      { to: '+8613800138001', text: 'We call you back before 17:30.', reference: notice?.id, token: 'Bearer gateway-token' },
    ]);
    const [call] = (await admin.get('/v1/calls?limit=1')).body.data;
    expect(notice).toMatchObject({
      channel: 'sms', recipient: '+8613800138001', text: 'We call you back before 17:30.', subject: null, attempts: 1, problem: null, call_id: call?.id,
    });
    expect(await shown(admin, `?call_id=${call?.id}`)).toHaveLength(1);
    expect(await shown(admin, '?channel=email')).toEqual([]);
    expect(await shown(admin, '?state=sent')).toHaveLength(1);
    expect((await admin.get('/v1/notices?state=lost')).status).toBe(422);
  });

  it('is an e-mail with its subject', async () => {
    expect(await ask({ channel: 'email', to: 'Li.Wei@example.test', subject: 'Your claim', text: '我们正在处理。' })).toBe(true);
    await eventually(async () => (await stateOf()) === 'sent');
    expect(sink.received.map(({ to, subject, text }) => [to, subject, text.trim()])).toEqual([['li.wei@example.test', 'Your claim', '我们正在处理。']]);
    expect(gateway.received).toEqual([]);
  });

  it('is masked, and does not say what it says, to whom personal data is hidden', async () => {
    await ask();
    const viewer = await clients.user('pharma', 'viewer');
    expect((await shown(viewer))[0]).toMatchObject({ recipient: '+86*******8001', text: null, subject: null });
  });

  it.each<[string, Partial<NoticeRequest>]>([
    ['to no mobile telephone', { to: '4008001001' }],
    ['to a number that is withheld', { to: '' }],
    ['to where the tenant may not call', { to: '+85261234567' }],
    ['to what is no address', { channel: 'email', to: CALLER, subject: 'x' }],
    ['that says nothing', { text: ' ' }],
    ['that is too long', { text: 'x'.repeat(501) }],
  ])('is refused %s', async (_, over) => {
    expect(await ask(over)).toBe(false);
    expect(await shown()).toEqual([]);
  });

  it('is one of three at the most in a call, and of so many a day', async () => {
    const callUuid = randomUUID();
    const asked = async (over: Partial<NoticeRequest>, times: number) => {
      const taken: boolean[] = [];
      for (let time = 0; time < times; time += 1) taken.push(await ask(over));
      return taken;
    };
    expect(await asked({ callUuid }, 4)).toEqual([true, true, true, false]);
    expect(await asked({}, 4)).toEqual([true, true, true, false]);
    wait(24 * 60 * MINUTE + 1);
    expect(await ask()).toBe(true);
  });
});

describe('sending', () => {
  const attempt = () => inside(() => api.app.get(NoticeAttempt, { strict: false }).next());

  it('is tried again while the gateway is in trouble, and given up where it refuses', async () => {
    gateway.answers = [503, 429];
    await ask();
    await eventually(async () => (await shown())[0]?.['problem'] === 'HTTP 503');
    expect(await stateOf()).toBe('queued');
    wait(10_001);
    await eventually(async () => (await shown())[0]?.['problem'] === 'HTTP 429');
    wait(MINUTE + 1);
    await eventually(async () => (await stateOf()) === 'sent');
    expect((await shown())[0]).toMatchObject({ attempts: 3, problem: null });

    gateway.answers = [400];
    await ask();
    await eventually(async () => (await stateOf()) === 'refused');
    expect((await shown())[0]).toMatchObject({ attempts: 1, problem: null, sent_at: null });
    expect(gateway.received).toHaveLength(1);
  });

  it('is given up after a day', async () => {
    gateway.answers = Array<number>(20).fill(500);
    await ask();
    for (let hours = 0; hours < 30; hours += 1) {
      await attempt();
      wait(60 * MINUTE);
    }
    // what he signed in with then is no longer good
    admin = await clients.user('pharma', 'tenant_admin');
    expect((await shown())[0]).toMatchObject({ state: 'failed', attempts: 8, problem: 'HTTP 500' });
  });

  it('is taken over from a worker that died in the middle of it, with the same reference', async () => {
    await ask();
    await eventually(async () => (await stateOf()) === 'sent');
    // killed after the gateway had it, and before that was written down
    const inAMinute = new Date(now + MINUTE);
    await api.app.get(ProviderDatabase).sql("UPDATE notices SET state = 'queued', sent_at = NULL, due_at = ?", [inAMinute]);
    expect(await attempt()).toBe(false);
    wait(MINUTE + 1);
    await eventually(async () => (await stateOf()) === 'sent');
    expect(new Set(gateway.received.map(({ reference }) => reference)).size).toBe(1);
    expect(gateway.received).toHaveLength(2);
  });
});

describe('what a notice says', () => {
  it('is forgotten with the person, who is sent nothing any more', async () => {
    gateway.answers = [500, 500];
    await ask();
    await ask({ callerNumber: '13700137009', to: '13700137009' });
    await eventually(async () => (await shown()).every((notice) => notice['attempts'] === 1));
    expect((await admin.post('/v1/erasures', { number: CALLER })).body).toMatchObject({ notices: 1 });
    const [other, own] = await shown();
    expect(own).toMatchObject({ state: 'forgotten', recipient: null, text: null, problem: null });
    expect(other).toMatchObject({ state: 'queued', recipient: '+8613700137009' });
    const sealed = await api.app.get(ProviderDatabase).sql<{ n: number }>('SELECT COUNT(*) AS n FROM notices WHERE sealed IS NULL AND recipient_index IS NULL');
    expect(Number(sealed[0]?.n)).toBe(1);
  });

  it('is forgotten as calls\' numbers are', async () => {
    await ask();
    await eventually(async () => (await stateOf()) === 'sent');
    await inside(() => api.app.get(NoticeTexts, { strict: false }).forgetBefore(new Date(now + 1)));
    expect((await shown())[0]).toMatchObject({ state: 'sent', recipient: null, text: null });
  });

  it('stands nowhere in the clear, and is nothing to another tenant', async () => {
    await ask({ text: 'in confidence' });
    const [row] = await api.app.get(ProviderDatabase).sql<Record<string, unknown>>('SELECT * FROM notices');
    expect(JSON.stringify(Object.values(row ?? {}).map(String))).not.toMatch(/confidence|13800138001/);
    const other = await clients.user('insurance', 'tenant_admin');
    expect(await shown(other)).toEqual([]);
  });
});
