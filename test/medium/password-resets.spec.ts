import { TOTP } from 'otpauth';
import { PasswordResetsScheduleModule } from '../../src/features/password-resets/password-resets-schedule.module';
import { PasswordResetsSchedule } from '../../src/features/password-resets/password-resets.schedule';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { newId } from '../../src/platform/database/ids';
import { json } from '../../src/platform/database/json-column';
import { Outbox } from '../../src/platform/events/outbox';
import { EventHandlers } from '../../src/platform/events/event-handlers';
import type { EventMap } from '../../src/platform/events/events';
import { Log } from '../../src/platform/logging/log';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { applyTenant, startTestApi, startTestApiWith, type TestApi } from '../factories/api';
import { type Answer, type ApiClient, ApiClients, PASSWORD } from '../factories/api-client';
import { handleEvents, type OutboxRow, tenantIdOf, timeMachine } from '../factories/books';
import { SmtpSink } from '../factories/smtp-sink';

const PATH = '/v1/password-resets';
const EMAIL = 'viewer@pharma.seatline.test';
const NEW = 'an entirely other staple';
const LINK = /^https:\/\/seatline\.example\/password-reset#([\w-]{32})$/m;
const OVER = [422, [{ pointer: '/token', rule: expect.stringContaining('not used yet') as string }]];

let api: TestApi;
let sink: SmtpSink;
let clients: ApiClients;
let database: ProviderDatabase;
let travelTo: (at: string) => void;
let now: number;

beforeAll(async () => {
  sink = new SmtpSink();
  const mail = { SMTP_URL: await sink.start(), MAIL_FROM: 'Seatline <no-reply@seatline.example>' };
  api = await startTestApiWith({ ...mail, PASSWORD_RESET_URL: 'https://seatline.example/password-reset' }, PasswordResetsScheduleModule);
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  clients = new ApiClients(api);
  database = api.app.get(ProviderDatabase);
  travelTo = timeMachine(api.app);
  now = Date.now();
});
afterAll(async () => {
  await api.stop();
  await sink.stop();
});
beforeEach(async () => {
  wait(24 * 60);
  await database.sql('DELETE FROM password_resets');
  await database.sql('DELETE FROM outbox');
  sink.received.splice(0);
  sink.refusals = [];
});

/** Minutes go by. */
function wait(minutes: number): void {
  now += minutes * 60_000;
  travelTo(new Date(now).toISOString());
}

const ask = (email = EMAIL, tenant = 'pharma'): Promise<Answer> => clients.anonymous().post(PATH, { tenant, email });
const complete = (token: string, password = NEW): Promise<Answer> => clients.anonymous().post(`${PATH}/complete`, { token, password });
const signIn = (password: string) => clients.anonymous().post('/v1/sign-in', { tenant: 'pharma', email: EMAIL, password });
const told = ({ status, body }: Answer) => [status, body.errors];

/** Asks, has the mail sent, and reads it. */
async function mailedToken(email = EMAIL, tenant = 'pharma'): Promise<string> {
  const before = sink.received.length;
  expect((await ask(email, tenant)).status).toBe(202);
  await handleEvents(api.app);
  expect(sink.received).toHaveLength(before + 1);
  return LINK.exec(sink.received.at(-1)?.text ?? '')?.[1] ?? '';
}

/** The viewer with a password and a session of his own. */
async function viewer(): Promise<ApiClient> {
  return clients.user('pharma', 'viewer');
}

describe('asking for a token', () => {
  it('is answered alike, and is the same work, whoever there is', async () => {
    await viewer();
    const whom = [[EMAIL, 'pharma'], [EMAIL.toUpperCase(), 'pharma'], ['nobody@pharma.seatline.test', 'pharma'], [EMAIL, 'insurance'], [EMAIL, 'nobody'], [EMAIL, '公司']] as const;
    for (const [email, tenant] of whom) {
      const answer = await ask(email, tenant);
      expect([answer.status, answer.body]).toEqual([202, { expires_in: 1800 }]);
    }
    const rows = await database.sql<{ type: string }>('SELECT type FROM outbox');
    expect(rows).toEqual(whom.map(() => ({ type: 'password_reset.asked' })));
    expect(await database.sql('SELECT id FROM password_resets')).toEqual([]);
    await handleEvents(api.app);
    expect(sink.received.map(({ to }) => to)).toEqual([EMAIL, EMAIL]);
  });

  it.each([
    ['who is switched off', 'UPDATE users SET active = 0'],
    ['who has no password to forget', 'UPDATE users SET password_hash = NULL'],
  ])('mails nothing to one %s', async (_who, change) => {
    await viewer();
    await database.sql(`${change} WHERE email = ?`, [EMAIL]);
    expect((await ask()).status).toBe(202);
    await handleEvents(api.app);
    expect(sink.received).toEqual([]);
    await database.sql('UPDATE users SET active = 1 WHERE email = ?', [EMAIL]);
  });

  it('mails nothing to an address that only looks like the user\'s', async () => {
    await viewer();
    const alike = 'viewer@ph\u00e4rma.seatline.test';
    expect((await ask(alike)).status).toBe(422);
    const asked = { id: newId('passwordReset'), email: alike, address: '192.0.2.1', at: now };
    const tenantId = await tenantIdOf(api.app, 'pharma');
    await tenantContext.open({ tenantId }, () => database.transaction(() => api.app.get(Outbox).add('password_reset.asked', asked)));
    await handleEvents(api.app);
    expect(sink.received.map(({ to }) => to)).toEqual([]);
  });

  it('mails three an hour to one person, and no more', async () => {
    await viewer();
    for (let turn = 0; turn < 5; turn += 1) await ask();
    await handleEvents(api.app);
    expect(sink.received).toHaveLength(3);
    wait(61);
    await mailedToken();
  });

  it.each([
    [{ tenant: 'pharma', email: 'no address' }, '/email'],
    [{ tenant: 'pharma' }, '/email'],
    [{ email: EMAIL }, '/tenant'],
  ])('is refused without sense: %j', async (body, pointer) => {
    const refused = await clients.anonymous().post(PATH, body);
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([422, pointer]);
  });
});

describe('the mail', () => {
  it("is in the tenant's language", async () => {
    await viewer();
    await clients.user('insurance', 'tenant_admin');
    await mailedToken();
    await database.sql("UPDATE tenants SET locale = 'en' WHERE slug = 'insurance'");
    await mailedToken('admin@insurance.seatline.test', 'insurance');
    const [chinese, english] = sink.received;
    expect(chinese).toMatchObject({ from: 'no-reply@seatline.example', to: EMAIL, subject: '重设您的 Seatline 密码' });
    expect(chinese?.text).toContain('“Drug maker”');
    expect(english).toMatchObject({ subject: 'Your Seatline password', to: 'admin@insurance.seatline.test' });
    expect(english?.text).toContain('within 30 minutes');
    expect(english?.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('holds the only copy of the token', async () => {
    await viewer();
    const token = await mailedToken();
    expect(token).toHaveLength(32);
    for (const table of ['password_resets', 'outbox', 'audit_entries']) {
      expect(JSON.stringify(await database.sql(`SELECT * FROM ${table}`))).not.toContain(token);
    }
  });

  it('is sent when the mail server is back, once', async () => {
    await viewer();
    await ask();
    const job = await takeJob();
    sink.refusals = ['451 later'];
    await expect(run(job)).rejects.toThrow('451');
    expect(sink.received).toEqual([]);
    wait(29);
    await run(job);
    await run(job);
    expect(sink.received).toHaveLength(1);
    expect((await complete(LINK.exec(sink.received[0]?.text ?? '')?.[1] ?? '')).status).toBe(204);
  });

  it('is not sent to who asked longer ago than a token is good for', async () => {
    await viewer();
    await ask();
    const job = await takeJob();
    wait(31);
    await run(job);
    expect(sink.received).toEqual([]);
  });

  it('is given up where the mail server refuses it for good', async () => {
    await viewer();
    await ask();
    const job = await takeJob();
    sink.refusals = ['550 no such mailbox'];
    await run(job);
    await run(job);
    expect(sink.received).toEqual([]);
  });

  it("is of its tenant: another's job finds nobody", async () => {
    await viewer();
    await ask();
    const job = await takeJob();
    await run({ ...job, tenantId: await tenantIdOf(api.app, 'insurance') });
    expect(sink.received).toEqual([]);
  });
});

async function takeJob(): Promise<OutboxRow> {
  const [row] = await database.sql<OutboxRow>('SELECT id, tenant_id AS tenantId, type, payload FROM outbox');
  if (!row) throw new Error('nothing was asked for');
  return row;
}

async function run({ tenantId, payload }: OutboxRow): Promise<void> {
  const handler = api.app.get(EventHandlers).find('password_reset.asked', 'mail-token');
  await tenantContext.open({ tenantId }, async () => handler?.(json<EventMap['password_reset.asked']>(payload)));
}

describe('the token', () => {
  it('sets another password, once, and ends the sessions; it signs nobody in', async () => {
    const session = await viewer();
    const me = (await session.get('/v1/me')).body;
    const token = await mailedToken();
    const done = await complete(token);
    expect([done.status, done.body['text']]).toEqual([204, '']);
    expect((await session.get('/v1/me')).status).toBe(401);
    expect((await signIn(PASSWORD)).status).toBe(401);
    const answer = await signIn(NEW);
    expect(answer.status).toBe(200);
    expect((await clients.bearer(String(answer.body['access_token'])).get('/v1/me')).body).toMatchObject({ id: me.id, duties: [] });
    expect(told(await complete(token, `${NEW} 2`))).toEqual(OVER);
    const admin = await clients.user('pharma', 'tenant_admin');
    const [change] = (await admin.get(`/v1/audit-entries?object_id=${me.id}&action=changed`)).body.data;
    expect(change).toMatchObject({ actor_id: me.id, actor_name: EMAIL, detail: { after: { passwordHash: '(hidden)' } } });
    const resets = (await admin.get('/v1/audit-entries?object_type=password_resets')).body.data;
    expect(resets.slice(0, 3)).toMatchObject([
      { actor_id: me.id, action: 'changed', detail: { before: { usedAt: null } } },
      { actor_kind: 'system', action: 'changed', detail: { before: { sentAt: null } } },
      { actor_kind: 'system', action: 'created', detail: { after: { personId: me.id, tokenHash: '(hidden)', address: expect.any(String) as string } } },
    ]);
    const ends = (await admin.get('/v1/audit-entries?object_type=sessions&action=changed')).body.data;
    expect(ends[0]).toMatchObject({ detail: { after: { endedBecause: 'password_changed' } } });
  });

  it('keeps to the rules of a change, and stays good where they refuse', async () => {
    await viewer();
    const token = await mailedToken();
    const rules = [['short', /./], ['viewer@pharma is mine', /must not contain "viewer"/], [PASSWORD, /must not be one of your last 5/]] as const;
    for (const [password, rule] of rules) {
      const refused = await complete(token, password);
      expect([refused.status, refused.body.errors]).toEqual([422, [{ pointer: '/password', rule: expect.stringMatching(rule) as string }]]);
    }
    expect((await complete(token)).status).toBe(204);
  });

  it('is good for one of two who show it at once', async () => {
    await viewer();
    const token = await mailedToken();
    const answers = await Promise.all([complete(token, `${NEW} 1`), complete(token, `${NEW} 2`)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 422]);
  });

  it.each<[string, (user: ApiClient) => Promise<void> | void]>([
    ['after 30 minutes', () => wait(30)],
    ['after the password was changed otherwise', async (user) => {
      wait(1);
      expect((await user.post('/v1/me/password', { old_password: PASSWORD, password: `${NEW} 3` })).status).toBe(204);
    }],
    ['when its owner was switched off', async () => void (await database.sql('UPDATE users SET active = 0 WHERE email = ?', [EMAIL]))],
  ])('is worth nothing %s', async (_when, happens) => {
    const user = await viewer();
    const token = await mailedToken();
    await happens(user);
    expect(told(await complete(token, `${NEW} 4`))).toEqual(OVER);
    await database.sql('UPDATE users SET active = 1 WHERE email = ?', [EMAIL]);
  });

  it('takes the others that were mailed with it', async () => {
    await viewer();
    const [first, second] = [await mailedToken(), await mailedToken()];
    wait(1);
    expect((await complete(second)).status).toBe(204);
    expect(told(await complete(first, `${NEW} 5`))).toEqual(OVER);
  });

  it('is no other text', async () => {
    for (const token of ['x'.repeat(32), '%'.repeat(32), '密'.repeat(32)]) expect(told(await complete(token))).toEqual(OVER);
  });

  it('leaves the second factor to be asked for', async () => {
    const user = await viewer();
    const { body } = await user.post('/v1/me/second-factor', { password: PASSWORD });
    const code = new TOTP({ secret: body.secret }).generate({ timestamp: now });
    expect((await user.post('/v1/me/second-factor/confirm', { code })).status).toBe(200);
    expect((await complete(await mailedToken())).status).toBe(204);
    const answer = await signIn(NEW);
    expect(answer.body).toMatchObject({ challenge: expect.any(String) as string });
    expect(answer.body['access_token']).toBeUndefined();
    await database.sql('DELETE FROM second_factors');
  });

  it('is forgotten a day after its end', async () => {
    await viewer();
    const resets = api.app.get(PasswordResetsSchedule, { strict: false });
    const count = async () => (await database.sql('SELECT id FROM password_resets')).length;
    await mailedToken();
    wait(24 * 60 + 29);
    await resets.run();
    expect(await count()).toBe(1);
    wait(2);
    await resets.run();
    expect(await count()).toBe(0);
  });
});

describe('without a mail server', () => {
  it('answers alike, sends nothing, and says so without the token', async () => {
    const silent = await startTestApi();
    try {
      await applyTenant(silent.app, 'pharma');
      const others = new ApiClients(silent);
      await others.user('pharma', 'viewer');
      const warned = jest.spyOn(silent.app.get(Log), 'warn');
      const answer = await others.anonymous().post(PATH, { tenant: 'pharma', email: EMAIL });
      expect([answer.status, answer.body]).toEqual([202, { expires_in: 1800 }]);
      await handleEvents(silent.app);
      expect(warned.mock.calls).toEqual([[{ subject: '重设您的 Seatline 密码' }, 'a mail was not sent: SMTP_URL is not set']]);
      expect(await silent.app.get(ProviderDatabase).sql('SELECT id FROM password_resets')).toHaveLength(1);
    } finally {
      await silent.stop();
    }
  });
});
