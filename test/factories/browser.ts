import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM, ensureProgram } from '../../scripts/services/ensure-program';
import type { StaffRole, TenantRole } from '../../src/platform/auth/permissions';
import type { TestApi } from './api';
import { ApiClients, PASSWORD } from './api-client';
import { PATIENCE_MS } from './patience';

/** What is granted without being asked: a tone for a microphone, and calls within this machine. */
const ARGUMENTS = [
  '--no-sandbox',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--allow-loopback-in-peer-connection',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
];

/** Debian's Chromium, without a screen; installed where it is missing. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await ensureProgram(CHROMIUM, (line) => process.stderr.write(`${line}\n`));
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

export interface View {
  language?: 'en' | 'zh-CN';
  colorScheme?: 'light' | 'dark';
  width?: number;
}

/** A person's browser at the portal's first page. Whatever goes wrong within it fails the test that asks `problemsOf`. */
export async function openPortal(browser: Browser, api: Pick<TestApi, 'url'>, view: View = {}): Promise<Page> {
  const { language = 'en', colorScheme = 'light', width = 1440 } = view;
  const context = await browser.newContext({
    baseURL: api.url,
    locale: language,
    colorScheme,
    // a dialog that fades away would still be there for whoever asks at once
    reducedMotion: 'reduce',
    viewport: { width, height: width < 600 ? 844 : 900 },
    timezoneId: 'Asia/Shanghai',
  });
  await context.addInitScript(`localStorage.setItem('seatline.language', '${language}')`);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  problems.set(page, []);
  page.on('pageerror', (error) => problems.get(page)?.push(error.message));
  page.on('console', (message) => isProblem(message.text(), message.type()) && problems.get(page)?.push(message.text()));
  await page.goto('/');
  return page;
}

const problems = new WeakMap<Page, string[]>();

/** Errors that the page threw or logged. */
export function problemsOf(page: Page): string[] {
  return problems.get(page) ?? [];
}

/** A refused request is logged by the browser itself; the page has dealt with it. */
function isProblem(text: string, type: string): boolean {
  return type === 'error' && !text.startsWith('Failed to load resource');
}

export interface SignedIn {
  tenant?: string;
  email: string;
}

/** Signs in on the page, as a person does. @param shown what is there then: the navigation, or what one has to do first */
export async function signIn(page: Page, { tenant = '', email }: SignedIn, password = PASSWORD, shown = 'nav'): Promise<void> {
  await page.fill('#tenant', tenant);
  await page.fill('#email', email);
  await page.fill('#password', password);
  await page.click('button[type=submit]');
  await page.waitForSelector(shown);
}

/** A tenant's first user of a role, ready to sign in with `PASSWORD`, at the portal and signed in. */
export async function portalAs(browser: Browser, api: TestApi, tenant: string, role: TenantRole, view: View = {}): Promise<Page> {
  const clients = new ApiClients(api);
  const email = await clients.emailOf(tenant, role);
  const page = await openPortal(browser, api, view);
  await signIn(page, { tenant, email });
  return page;
}

/** The same for one of the provider's people. */
export async function portalAsStaff(browser: Browser, api: TestApi, role: StaffRole, view: View = {}): Promise<Page> {
  await new ApiClients(api).staff(role);
  const page = await openPortal(browser, api, view);
  await signIn(page, { email: `${role}@seatline.test` });
  return page;
}
