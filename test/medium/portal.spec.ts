import { startTestApi, type TestApi } from '../factories/api';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const get = (path: string, accept = 'text/html') => fetch(api.url + path, { headers: { accept } });

it.each(['/', '/queues', '/queues/que_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C', '/sign-in/oidc?code=1'])('opens the portal at %s', async (path) => {
  const page = await get(path);
  expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([
    200, 'text/html; charset=utf-8', 'no-store',
  ]);
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
  expect(await page.text()).toContain('<div id="root">');
});

it('keeps its files for ever under names that change with them', async () => {
  const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(await (await get('/')).text()) ?? [];
  const file = await get(script, '*/*');
  expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
});

it.each(['/v1/nothing', '/assets/gone.js', '/health/nothing', '/..%2f..%2fpackage.json'])('opens nothing of the kind at %s', async (path) => {
  const answer = await get(path, path.includes('package') ? 'application/json' : 'text/html');
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(await answer.text()).not.toContain('"dependencies"');
});
