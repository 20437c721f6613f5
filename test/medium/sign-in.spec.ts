import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type Answer, ApiClients, PASSWORD } from '../factories/api-client';
import { timeMachine } from '../factories/books';

const BEGIN = Date.parse('2026-03-01T00:00:00Z');

let api: TestApi;
let clients: ApiClients;
let setTime: (at: string) => void;
let now = BEGIN;

beforeAll(async () => {
  api = await startTestApi();
  clients = new ApiClients(api);
  await applyTenant(api.app, 'pharma');
  await clients.user('pharma', 'tenant_admin');
  setTime = timeMachine(api.app);
});
afterAll(() => api.stop());
beforeEach(() => pass(7200));

/** What was tried more than an hour ago is of no account; each test begins afresh. */
function pass(seconds: number): void {
  now += seconds * 1000;
  setTime(new Date(now).toISOString());
}

function signIn(email: string, password: string): Promise<Answer> {
  return clients.anonymous().post('/v1/sign-in', { tenant: 'pharma', email, password });
}

async function fail(email: string, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let turn = 0; turn < times; turn += 1) statuses.push((await signIn(email, `wrong ${turn}`)).status);
  return statuses;
}

it.each(['admin@pharma.seatline.test', 'nobody@pharma.seatline.test'])('slows down guesses at %s', async (email) => {
  expect(await fail(email, 6)).toEqual([401, 401, 401, 401, 401, 429]);
  const told = await signIn(email, PASSWORD);
  expect([told.status, told.body.code, told.body['detail']]).toEqual([429, 'rate_limited', 'Too many attempts: try again in 1 s.']);
  expect(told.headers.get('retry-after')).toBe('1');
  for (const pause of [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]) {
    pass(pause - 0.001);
    expect(await fail(email, 1)).toEqual([429]);
    pass(0.001);
    expect(await fail(email, 1)).toEqual([401]);
  }
});

it.each(['PHARMA', 'Pharma', 'ph\u00e4rma', 'pharma ', 'pharm\u00e1'])('counts guesses at a tenant written %j with those at pharma, or knows no such tenant', async (tenant) => {
  const email = 'admin@pharma.seatline.test';
  expect((await fail(email, 6)).at(-1)).toBe(429);
  const answer = await clients.anonymous().post('/v1/sign-in', { tenant, email, password: PASSWORD });
  expect([401, 429]).toContain(answer.status);
});

it('takes the name of a tenant however its letters are written', async () => {
  const answer = await clients.anonymous().post('/v1/sign-in', { tenant: 'Pharma', email: 'ADMIN@pharma.seatline.test', password: PASSWORD });
  expect(answer.status).toBe(200);
});

it('lets the right password in after the pause, and forgets what failed', async () => {
  const email = 'supervisor@pharma.seatline.test';
  await clients.user('pharma', 'supervisor');
  expect((await fail(email, 6)).at(-1)).toBe(429);
  pass(1);
  expect((await signIn(email, PASSWORD)).status).toBe(200);
  expect(await fail(email, 5)).toEqual([401, 401, 401, 401, 401]);
});

it('lets no more through when all come at once', async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, (_, turn) => signIn('burst@pharma.seatline.test', `${turn}`)));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(25);
});
