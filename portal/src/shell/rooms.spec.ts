import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { WorkerModule } from '../../../src/worker.module';
import { type ApiClient, ApiClients } from '../../../test/factories/api-client';
import { book, inboundLeg, tenantIdOf } from '../../../test/factories/books';
import { problemsOf } from '../../../test/factories/browser';
import { stagePortal } from '../../../test/factories/portal-stage';

const [WIDE, NARROW] = [1440, 390];

const portal = stagePortal({
  parts: [WorkerModule],
  prepare: async (api) => {
    const tenantId = await tenantIdOf(api.app, 'insurance');
    await book(api.app, inboundLeg(tenantId, new Date(Date.now() - 120_000).toISOString(), 61));
    await makeOneOfEach(await new ApiClients(api).user('insurance', 'tenant_admin'));
  },
});

/** Of what the tenant's file does not bring, so that each room has something to show. */
async function makeOneOfEach(admin: ApiClient): Promise<void> {
  const made: [string, object][] = [
    ['teams', { name: 'night-shift' }],
    ['skills', { name: 'English' }],
    ['segments', { name: 'gold', colour: 'gold' }],
    ['customers', { name: 'Policy holder 88213', numbers: ['13800138001'] }],
    ['sounds', { name: 'holiday' }],
    ['callbacks', { number: '13800138001', queue: 'claims', calendar: 'claims-line' }],
    ['webhook-endpoints', { url: 'https://crm.insurance.seatline.test/seatline', events: ['call.ended'] }],
  ];
  for (const [path, body] of made) expect([path, (await admin.post(`/v1/${path}`, body)).status]).toEqual([path, 201]);
}

/** The addresses that the navigation leads to. */
async function roomsOf(page: Page): Promise<string[]> {
  return [...new Set([...(await hrefsOf(page, 'nav a')), '/account'])];
}

/** Each line is something that is wrong with the room. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  await page.setViewportSize({ width: WIDE, height: 900 });
  await page.goto(path);
  await page.locator('main').waitFor();
  await page.waitForLoadState('networkidle').catch(() => undefined);
  const faults = [...(await axeFaults(page, 'light')), ...(await axeFaults(page, 'dark'))];
  const text = await page.locator('body').innerText();
  const odd = /undefined|NaN|\[object|Invalid Date/.exec(text);
  if (odd) faults.push(`shows ${odd[0]}`);
  await page.setViewportSize({ width: NARROW, height: 844 });
  // the navigation goes behind its button first
  await settled(page, `document.documentElement.scrollWidth <= ${NARROW}`);
  const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
  if (width > NARROW) faults.push(`is ${width} pixels wide on a screen of ${NARROW}`);
  return faults.map((fault) => `${path}: ${fault}`);
}

/** Waits for what follows a moment later, but not for ever. Playwright's own way would need `eval`, which the page forbids. */
async function settled(page: Page, expression: string): Promise<void> {
  for (let tries = 0; tries < 60 && !(await page.evaluate(expression)); tries += 1) await page.waitForTimeout(50);
}

async function axeFaults(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  await settled(page, `document.documentElement.dataset.appearance === '${colorScheme}'`);
  // colours fade into one another, on a busy machine for longer than they are meant to
  await page.waitForTimeout(400);
  await settled(page, '!document.getAnimations().some((each) => each instanceof CSSTransition)');
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as axe.AxeResults;
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes.slice(0, 3).map(({ html, any }) => `${html.slice(0, 120)} ${any[0]?.message ?? ''}`).join(' … ')}`);
}

async function faultsOfRooms(page: Page, least: number): Promise<string[]> {
  const rooms = await roomsOf(page);
  expect(rooms.length).toBeGreaterThanOrEqual(least);
  const [faults, seen]: [string[], Set<string>] = [[], new Set(rooms)];
  for (const path of rooms) {
    faults.push(...(await faultsOf(page, path)));
    for (const within of await pagesWithin(page, path)) {
      if (seen.has(within)) continue;
      seen.add(within);
      faults.push(...(await faultsOf(page, within)));
    }
  }
  return [...faults, ...problemsOf(page)];
}

/** The pages beside a room's first one, and the first of what it lists. */
async function pagesWithin(page: Page, path: string): Promise<string[]> {
  const beside = await hrefsOf(page, 'main nav a');
  const listed = await hrefsOf(page, `main tbody a[href^="${path}/"]`);
  return [...beside, ...listed.slice(0, 1)];
}

async function hrefsOf(page: Page, selector: string): Promise<string[]> {
  const links = await page.locator(selector).evaluateAll((all: { getAttribute(name: string): string | null }[]) => all.map((each) => each.getAttribute('href')));
  return links.filter((each): each is string => each !== null);
}

it('has no room of a tenant that somebody cannot use, or that is cut on a small screen', async () => {
  expect(await faultsOfRooms(await portal.as('insurance', 'tenant_admin'), 4)).toEqual([]);
});

it('has no room of the provider that somebody cannot use', async () => {
  expect(await faultsOfRooms(await portal.asStaff('provider_admin'), 1)).toEqual([]);
});

it('tells who is not signed in what to do, and shows no faults there', async () => {
  const page = await portal.as('insurance', 'viewer', { language: 'zh-CN' });
  await page.evaluate('fetch("/v1/sign-in/refresh", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" })');
  await page.context().clearCookies();
  await page.reload();
  await page.getByRole('button', { name: '登录', exact: true }).waitFor();
  expect([...(await axeFaults(page, 'light')), ...(await axeFaults(page, 'dark'))]).toEqual([]);
});

it('offers the desktop to agents alone', async () => {
  expect(await roomsOf(await portal.as('insurance', 'agent'))).toContain('/desktop');
  expect(await roomsOf(await portal.as('insurance', 'supervisor'))).not.toContain('/desktop');
});

it('loads the agent desktop, the phone in the page with it, in less than 400 kB of scripts', async () => {
  const page = await portal.as('insurance', 'agent');
  await page.goto('/desktop');
  await page.getByText('In this page').click();
  await page.getByText('Connecting to the switch').waitFor();
  await page.waitForLoadState('networkidle');
  const scripts = (await page.evaluate(
    'performance.getEntriesByType("resource").filter((each) => each.name.endsWith(".js")).map((each) => [each.name, each.encodedBodySize])',
  )) as [string, number][];
  expect(scripts.map(([name]) => name).join()).toContain('JsSIP');
  expect(scripts.reduce((sum, [, size]) => sum + size, 0)).toBeLessThan(400_000);
});
