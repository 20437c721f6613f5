import { WorkerModule } from '../../src/worker.module';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { ApiClients, PASSWORD } from '../factories/api-client';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(WorkerModule);
  await applyTenant(api.app, 'pharma');
  await new ApiClients(api).user('pharma', 'tenant_admin');
});
afterAll(() => api.stop());

async function post(path: string, body: object, headers: Record<string, string> = {}) {
  const answer = await fetch(api.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    body: (text ? JSON.parse(text) : {}) as Record<string, string>,
    cookie: answer.headers.getSetCookie().join('; '),
  };
}

const person = { tenant: 'pharma', email: 'admin@pharma.seatline.test', password: PASSWORD };
const pairOf = (cookie: string): string => cookie.split(';')[0] ?? '';

it('gives a page its refresh token where no script reads it, and takes it from there', async () => {
  const signedIn = await post('/v1/sign-in', { ...person, cookie: true });
  expect(signedIn.body).not.toHaveProperty('refresh_token');
  expect(signedIn.body['access_token']).toBeDefined();
  expect(signedIn.cookie).toMatch(/^seatline_refresh=rtu_[^;]+; Path=\/v1\/sign-in; Expires=[^;]+; HttpOnly; SameSite=Strict$/);

  const refreshed = await post('/v1/sign-in/refresh', { cookie: true }, { cookie: pairOf(signedIn.cookie) });
  expect(refreshed.status).toBe(200);
  expect(refreshed.body).not.toHaveProperty('refresh_token');
  expect(pairOf(refreshed.cookie)).not.toBe(pairOf(signedIn.cookie));

  const authorization = `Bearer ${refreshed.body['access_token']}`;
  const signedOut = await post('/v1/sign-out', {}, { authorization });
  expect(signedOut).toMatchObject({ status: 204, cookie: expect.stringContaining('seatline_refresh=; Max-Age=0; Path=/v1/sign-in') });
  expect((await post('/v1/sign-in/refresh', { cookie: true }, { cookie: pairOf(refreshed.cookie) })).status).toBe(401);
});

it('gives a program the token itself, and no cookie', async () => {
  const signedIn = await post('/v1/sign-in', person);
  expect(signedIn.body['refresh_token']).toMatch(/^rtu_/);
  expect(signedIn.cookie).toBe('');
});

it('refuses where neither shows a token', async () => {
  expect((await post('/v1/sign-in/refresh', {})).status).toBe(401);
});
