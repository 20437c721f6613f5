import type { Page, Route } from 'playwright-core';

/** What a room shows only after somebody has acted, or while something is wrong. */
export interface Scene {
  /** Whose: `who` of a person. */
  who: string;
  /** Part of the picture's name. */
  name: string;
  path: string;
  /** In either language: texts are found by what is the same in both. */
  act?: (page: Page) => Promise<void>;
}

/** Who is led by the insurer's script in the demonstration, all the way to the lookup. */
const LED = '13800100005';
/** While `npm run traffic` has callers call. */
const A_CALL_COMES_MS = 30_000;
/** The script of some fifteen steps. */
const SCRIPT = 'claims-line';

export const SCENES: readonly Scene[] = [
  { who: 'tenant', name: 'calls-led', path: `/calls?number=${LED}`, act: (page) => openFirst(page, '/calls') },
  { who: 'tenant', name: 'calls-nothing-found', path: '/calls?number=13800000009' },
  { who: 'tenant', name: 'invoices-line', path: '/invoices', act: openInvoiceLine },
  { who: 'tenant', name: 'customers-import', path: '/customers/import' },
  { who: 'tenant', name: 'agents-import', path: '/agents/import' },
  { who: 'tenant', name: 'audit-entry', path: '/audit', act: (page) => page.locator('.ant-table-row-expand-icon').first().click() },
  { who: 'tenant', name: 'script', path: '/ivr-scripts', act: openScript },
  { who: 'tenant', name: 'script-step', path: '/ivr-scripts', act: (page) => openStep(page, 'concern') },
  { who: 'tenant', name: 'script-branches', path: '/ivr-scripts', act: (page) => openStep(page, 'decided') },
  { who: 'tenant', name: 'script-lookup', path: '/ivr-scripts', act: (page) => openStep(page, 'claim') },
  { who: 'tenant', name: 'script-notice', path: '/ivr-scripts', act: (page) => openStep(page, 'written') },
  { who: 'tenant', name: 'script-settings', path: '/ivr-scripts', act: (page) => actInScript(page, 'control') },
  { who: 'tenant', name: 'script-trial', path: '/ivr-scripts', act: tryOut },
  { who: 'tenant', name: 'script-publish', path: '/ivr-scripts', act: (page) => actInScript(page, 'cloud-upload') },
  { who: 'tenant', name: 'script-document', path: '/ivr-scripts', act: (page) => openTab(page, 'document') },
  { who: 'tenant', name: 'script-versions', path: '/ivr-scripts', act: (page) => openTab(page, 'versions') },
  { who: 'tenant', name: 'loading', path: '/', act: (page) => openWith(page, () => new Promise(() => undefined)) },
  { who: 'tenant', name: 'failed', path: '/', act: (page) => openWith(page, (route) => route.fulfill(failure(route.request().headers()['accept-language']))) },
  { who: 'tenant', name: 'not-found', path: '/nothing' },
  { who: 'agent', name: 'no-permission', path: '/users' },
  { who: 'agent', name: 'desktop-call', path: '/desktop', act: (page) => page.locator('.desktop-calls .anticon-swap').first().waitFor({ timeout: A_CALL_COMES_MS }) },
  { who: 'agent', name: 'desktop-break', path: '/desktop', act: (page) => page.locator('.ant-segmented-item:has(.anticon-coffee)').click() },
  { who: 'provider', name: 'tenants-change', path: '/tenants', act: changeTenant },
  { who: 'provider', name: 'tenants-enter', path: '/tenants', act: enterTenant },
];

/** The address of the first thing that a room lists. */
export async function firstLinkOf(page: Page, path: string): Promise<string | null> {
  const first = page.locator(`main tbody a[href^="${path}/"]`).first();
  return (await first.count()) === 0 ? null : first.getAttribute('href');
}

async function openFirst(page: Page, path: string): Promise<void> {
  const first = await firstLinkOf(page, path);
  if (first !== null) await page.goto(first);
}

async function openInvoiceLine(page: Page): Promise<void> {
  await openFirst(page, '/invoices');
  await page.locator('main a[href*="/lines/"]').first().click();
}

async function openScript(page: Page): Promise<void> {
  await page.locator('main tbody a', { hasText: SCRIPT }).first().click();
  await page.locator('.anticon-control').waitFor();
}

async function actInScript(page: Page, sign: string): Promise<void> {
  await openScript(page);
  await page.locator(`main button:has(.anticon-${sign})`).first().click();
}

async function openStep(page: Page, step: string): Promise<void> {
  await openScript(page);
  await page.goto(`${page.url().split('?')[0]}?step=${step}`);
}

async function openTab(page: Page, tab: string): Promise<void> {
  await openScript(page);
  await page.goto(`${page.url().split('?')[0]}?tab=${tab}`);
}

/** As a caller who asks how a claim stands. */
async function tryOut(page: Page): Promise<void> {
  await actInScript(page, 'play-square');
  await page.locator('button:has(.anticon-phone)').last().click();
  await page.locator('.ivr-side, .ant-drawer').getByRole('button', { name: /2$/ }).first().click();
  await page.locator('.ivr-call').getByText('policy', { exact: true }).waitFor();
}

/** As the server tells of a defect, in the reader's language. */
function failure(language: string | undefined) {
  const detail = language === 'zh-CN' ? '系统出错，请稍后重试。' : 'Something went wrong on our side.';
  const problem = { type: 'about:blank', title: 'Internal Server Error', status: 500, code: 'internal', detail, trace_id: '9bcdbe8f-1ccd-4b61-912b-423abfadc512' };
  return { status: 500, contentType: 'application/problem+json', body: JSON.stringify(problem) };
}

/** The queues, which the server answers so. */
async function openWith(page: Page, answer: (route: Route) => Promise<void>): Promise<void> {
  await page.route('**/v1/queues?*', answer);
  await page.goto('/queues');
}

async function changeTenant(page: Page): Promise<void> {
  await openFirst(page, '/tenants');
  await page.goto(`${new URL(page.url()).pathname}/change`);
}

async function enterTenant(page: Page): Promise<void> {
  await openFirst(page, '/tenants');
  await page.locator('main .ant-btn-primary').first().click();
}
