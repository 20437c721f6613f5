import { TOTP } from 'otpauth';
import { SignInSecrets } from '../../src/features/sign-in/sign-in-secrets';
import { Config } from '../../src/platform/config/config';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { MasterKeys } from '../../src/platform/encryption/master-keys';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type Answer, type ApiClient, ApiClients, PASSWORD } from '../factories/api-client';
import { timeMachine } from '../factories/books';

const PATH = '/v1/me/second-factor';

let api: TestApi;
let clients: ApiClients;
let admin: ApiClient;
let setTime: (at: string) => void;
let now = Date.parse('2026-03-01T00:00:00Z');
let count = 0;

beforeAll(async () => {
  api = await startTestApi();
  clients = new ApiClients(api);
  for (const tenant of ['pharma', 'insurance']) await applyTenant(api.app, tenant);
  setTime = timeMachine(api.app);
});
afterAll(() => api.stop());
/** Each test has a new hour, so that no pause of another test lasts, and a new session. */
beforeEach(async () => {
  pass(7200);
  admin = await clients.user('pharma', 'tenant_admin');
});

function pass(seconds: number): void {
  now += seconds * 1000;
  setTime(new Date(now).toISOString());
}

interface Person {
  id: string;
  credentials: { tenant?: string; email: string; password: string };
  client: ApiClient;
}

async function newcomer(role = 'supervisor'): Promise<Person> {
  const email = `colleague-${(count += 1)}@pharma.seatline.test`;
  const { id } = (await admin.post('/v1/users', { email, name: 'Colleague', role, password: 'chosen by somebody else' })).body;
  const client = await clients.firstSignIn({ tenant: 'pharma', email, password: 'chosen by somebody else' });
  return { id, credentials: { tenant: 'pharma', email, password: PASSWORD }, client };
}

async function staff(): Promise<Person> {
  await sql('DELETE FROM staff_second_factors');
  const client = await clients.staff('finance');
  const { id } = (await client.get('/v1/me')).body;
  return { id, credentials: { email: 'finance@seatline.test', password: PASSWORD }, client };
}

interface Device {
  code(): string;
  recoveryCodes: string[];
  secret: string;
}

/** Enrols and confirms; then lets the step pass whose code was used. */
async function enrol({ client }: Person): Promise<Device> {
  const enrolled = await client.post(PATH, { password: PASSWORD });
  expect(enrolled.status).toBe(201);
  const secret = enrolled.body.secret;
  const code = () => new TOTP({ secret }).generate({ timestamp: now });
  const confirmed = await client.post(`${PATH}/confirm`, { code: code() });
  expect(confirmed.status).toBe(200);
  pass(30);
  return { code, secret, recoveryCodes: confirmed.body['recovery_codes'] as string[] };
}

const begin = ({ credentials }: Person) => clients.anonymous().post('/v1/sign-in', credentials);
const challengeOf = async (person: Person) => String((await begin(person)).body['challenge']);
const complete = (challenge: string, code: string) => clients.anonymous().post('/v1/sign-in/second-factor', { challenge, code });
const signIn = async (person: Person, code: string) => complete(await challengeOf(person), code);
const told = ({ status, body }: Answer) => [status, body.errors?.[0]?.pointer ?? body['detail']];
const sql = <T>(statement: string, parameters: unknown[] = []) => api.app.get(ProviderDatabase).sql<T>(statement, parameters);

const USED = [401, 'The code is wrong, or was used.'];
const OVER = [401, 'This sign-in took too long: begin anew.'];

describe.each([
  ["a tenant's user", () => newcomer()],
  ["one of the provider's people", staff],
])('the second factor of %s', (_who, make) => {
  it('is asked for at sign-in once it was confirmed', async () => {
    const person = await make();
    expect((await person.client.get(PATH)).body).toEqual({ enrolled: false, confirmed_at: null, recovery_codes_left: 0 });
    await person.client.post(PATH, { password: PASSWORD });
    expect((await begin(person)).body['access_token']).toBeDefined();
    const device = await enrol(person);
    expect((await person.client.get(PATH)).body).toMatchObject({ enrolled: true, recovery_codes_left: 10 });
    const answer = await begin(person);
    expect(Object.keys(answer.body).sort()).toEqual(['challenge', 'challenge_expires_in']);
    const done = await complete(String(answer.body['challenge']), device.code());
    expect(done.status).toBe(200);
    expect((await clients.bearer(String(done.body['access_token'])).get('/v1/me')).body.id).toBe(person.id);
  });

  it('takes a code once, also when it comes twice at once', async () => {
    const person = await make();
    const device = await enrol(person);
    const challenges = await Promise.all([challengeOf(person), challengeOf(person), challengeOf(person)]);
    const answers = await Promise.all(challenges.map((each) => complete(each, device.code())));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expect(told(await signIn(person, device.code()))).toEqual(USED);
    pass(30);
    expect((await signIn(person, device.code())).status).toBe(200);
  });

  it('takes each recovery code once in the place of one', async () => {
    const person = await make();
    const [first = '', second = ''] = (await enrol(person)).recoveryCodes;
    expect((await signIn(person, first.toLowerCase())).status).toBe(200);
    expect(told(await signIn(person, first))).toEqual(USED);
    const twice = [await challengeOf(person), await challengeOf(person)];
    const answers = await Promise.all(twice.map((each) => complete(each, second)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await person.client.get(PATH)).body['recovery_codes_left']).toBe(8);
  });

  it('is removed with password and code', async () => {
    const person = await make();
    const device = await enrol(person);
    expect(told(await person.client.post(PATH, { password: PASSWORD }))[0]).toBe(409);
    const remove = (password: string, code: string) => person.client.post(`${PATH}/remove`, { password, code });
    expect(told(await remove('not the password', device.code()))).toEqual([422, '/password']);
    expect(told(await remove(PASSWORD, '000000'))).toEqual([422, '/code']);
    expect((await remove(PASSWORD, device.code())).status).toBe(204);
    expect((await begin(person)).body['access_token']).toBeDefined();
  });

  it('is kept sealed, and what it is by is told once', async () => {
    const person = await make();
    const { secret, recoveryCodes } = await enrol(person);
    const rows = JSON.stringify([await sql('SELECT * FROM second_factors'), await sql('SELECT * FROM staff_second_factors'), await sql('SELECT * FROM audit_entries')]);
    for (const each of [secret, ...recoveryCodes]) expect(rows).not.toContain(each);
    expect(JSON.stringify(await person.client.get(PATH))).not.toContain(secret);
  });
});

it('ends the sessions that were opened without it', async () => {
  const person = await newcomer();
  const other = await clients.signIn(person.credentials);
  await enrol(person);
  expect([(await other.get('/v1/me')).status, (await person.client.get('/v1/me')).status]).toEqual([401, 200]);
});

it('takes no code of another time, of another person, or none that was shown', async () => {
  const [person, other] = [await newcomer(), await newcomer()];
  const [device, others] = [await enrol(person), await enrol(other)];
  const old = device.code();
  pass(90);
  for (const code of [old, others.code(), others.recoveryCodes[0] ?? '', 'AAAA-AAAA-AAAA-AAAA']) {
    expect(told(await signIn(person, code))).toEqual(USED);
  }
});

it('slows down guesses, over all challenges', async () => {
  const person = await newcomer();
  const device = await enrol(person);
  const statuses: number[] = [];
  for (let turn = 0; turn < 6; turn += 1) statuses.push((await signIn(person, '000000')).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  expect((await signIn(person, device.code())).status).toBe(429);
  pass(1);
  expect((await signIn(person, device.code())).status).toBe(200);
});

it('opens no session by a challenge that is none, was used, or whose person was changed since', async () => {
  const person = await newcomer();
  const device = await enrol(person);
  expect(told(await complete('x'.repeat(32), device.code()))).toEqual(OVER);
  const used = await challengeOf(person);
  expect((await complete(used, device.code())).status).toBe(200);
  pass(30);
  expect(told(await complete(used, device.code()))).toEqual(OVER);
  expect((await clients.bearer(used).get('/v1/me')).status).toBe(401);
  const open = [await challengeOf(person), await challengeOf(person)] as const;
  await admin.post(`/v1/users/${person.id}/password`, { password: 'chosen again by somebody' });
  expect(told(await complete(open[0], device.code()))).toEqual(OVER);
  await sql('UPDATE users SET active = 0 WHERE id = ?', [person.id]);
  expect(told(await complete(open[1], device.code()))).toEqual(OVER);
});

it('is required of the roles that the policy names, and of those only', async () => {
  const [supervisor, viewer] = [await newcomer('supervisor'), await newcomer('viewer')];
  const { etag } = await admin.get('/v1/sign-in-policy');
  const set = await admin.patch('/v1/sign-in-policy', { second_factor_roles: ['supervisor'] }, { 'if-match': etag });
  expect(set.body['second_factor_roles']).toEqual(['supervisor']);
  expect((await supervisor.client.get('/v1/me')).body['duties']).toEqual(['enrol_second_factor']);
  const refused = await supervisor.client.get('/v1/queues');
  expect([refused.status, refused.body['detail']]).toEqual([403, 'Enrol a second factor first (POST /v1/me/second-factor).']);
  expect((await viewer.client.get('/v1/queues')).status).toBe(200);
  await enrol(supervisor);
  expect((await supervisor.client.get('/v1/queues')).status).toBe(200);
  const wrong = await admin.patch('/v1/sign-in-policy', { second_factor_roles: ['finance'] }, { 'if-match': set.etag });
  expect(wrong.status).toBe(422);
  await admin.patch('/v1/sign-in-policy', { second_factor_roles: [] }, { 'if-match': set.etag });
});

it("is taken away by the tenant's administrator where a device is lost, and by no other tenant's", async () => {
  const person = await newcomer();
  await enrol(person);
  const path = `/v1/users/${person.id}/second-factor`;
  const stranger = await clients.user('insurance', 'tenant_admin');
  expect([(await stranger.delete(path)).status, (await person.client.delete(path)).status]).toEqual([404, 403]);
  expect((await admin.delete(path)).status).toBe(204);
  expect((await person.client.get('/v1/me')).status).toBe(401);
  expect((await begin(person)).body['access_token']).toBeDefined();
});

it('has nothing for an API key', async () => {
  const key = clients.bearer((await admin.post('/v1/api-keys', { name: 'crm', role: 'viewer' })).body.secret);
  expect([(await key.get(PATH)).status, (await key.post(PATH, { password: PASSWORD })).status]).toEqual([404, 404]);
});

it('goes on under a new master key', async () => {
  const person = await newcomer();
  const device = await enrol(person);
  const config = api.app.get(Config);
  const secrets = api.app.get(SignInSecrets) as unknown as { secrets: { masters: MasterKeys } };
  const before = secrets.secrets.masters;
  const next = { ...config, MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), MASTER_KEY_PREVIOUS: config.MASTER_KEY };
  secrets.secrets.masters = new MasterKeys(next as Config);
  expect(await api.app.get(SignInSecrets).rewrapAll()).toBeGreaterThan(0);
  expect(await api.app.get(SignInSecrets).rewrapAll()).toBe(0);
  secrets.secrets.masters = new MasterKeys({ ...next, MASTER_KEY_PREVIOUS: undefined } as unknown as Config);
  expect((await signIn(person, device.code())).status).toBe(200);
  secrets.secrets.masters = before;
});
