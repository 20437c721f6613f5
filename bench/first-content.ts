import { type Browser, chromium } from 'playwright-core';
import { type Instance, startInstance } from '../scripts/provisioning/instance';
import { CHROMIUM, ensureProgram } from '../scripts/services/ensure-program';
import { LiveModule } from '../src/features/live/live.module';
import { LiveStore } from '../src/features/live/live-store';
import type { Figure } from './figure';
import { AGENT_EMAIL, AGENTS, CALLS, fillFloor, makeTenant, PASSWORD, SUPERVISOR_EMAIL } from './grown-tenant';
import { percentile, rounded } from './statistics';

const LOADS = 9;
const GOAL_MS = 1_500;
const PATIENCE_MS = 30_000;

/** A room, who opens it, and by what it is known to be there. */
interface Room {
  path: string;
  email: string;
  content: string;
}

const DESKTOP: Room = { path: '/desktop', email: AGENT_EMAIL, content: 'main .ant-segmented' };
const FLOOR: Room = { path: '/floor', email: SUPERVISOR_EMAIL, content: 'main .live-table td button' };

/** From the address to an agent's own desktop on the screen, in a browser that has nothing of it yet. */
export const desktopFirstContent = (log: (line: string) => void) => firstContent('desktop-first-content-ms', DESKTOP, log);
/** The same for a supervisor's floor, of 1,500 agents and 300 calls. */
export const floorFirstContent = (log: (line: string) => void) => firstContent('floor-first-content-ms', FLOOR, log);

interface Load {
  /** From the navigation to the room's own content being painted, in milliseconds; what a person waits for. */
  content: number;
  /** To the first paint of anything: the browser's `first-contentful-paint`. */
  anything: number;
  kilobytes: number;
}

async function firstContent(figure: string, room: Room, log: (line: string) => void): Promise<Figure> {
  const instance = await startInstance(log);
  try {
    await instance.start('main');
    const browser = await chromium.launch({ executablePath: await ensureProgram(CHROMIUM, log), args: ['--no-sandbox'] });
    instance.atEnd(() => browser.close());
    await instance.with(async (app) => fillFloor(app.get(LiveStore, { strict: false }), await makeTenant(app)), LiveModule);
    // the first one warms the api, not the browser
    await load(browser, instance, room);
    const loads: Load[] = [];
    while (loads.length < LOADS) loads.push(await load(browser, instance, room));
    const median = (of: keyof Load) => rounded(percentile(loads.map((each) => each[of]), 0.5), 0);
    const slowestMs = rounded(Math.max(...loads.map(({ content }) => content)), 0);
    const detail = { loads: LOADS, slowestMs, firstPaintMs: median('anything'), kilobytes: median('kilobytes'), agents: AGENTS, calls: CALLS };
    return { figure, value: median('content'), unit: 'ms', goal: GOAL_MS, detail };
  } finally {
    await instance.stop();
  }
}

/** In a context of its own: nothing is in its cache. Who is signed in it knows by the cookie alone, as after a restart. */
async function load(browser: Browser, { apiUrl }: Instance, { path, email, content }: Room): Promise<Load> {
  const context = await browser.newContext({ baseURL: apiUrl, viewport: { width: 1440, height: 900 } });
  try {
    const signIn = await context.request.post('/v1/sign-in', { data: { tenant: 'insurance', email, password: PASSWORD, cookie: true } });
    if (!signIn.ok()) throw new Error(`${email} cannot sign in: ${await signIn.text()}`);
    await context.addInitScript(WATCH.replace('CONTENT', JSON.stringify(content)));
    const page = await context.newPage();
    await page.goto(path);
    await page.locator(content).first().waitFor({ timeout: PATIENCE_MS });
    await page.waitForTimeout(200);
    return (await page.evaluate(READ)) as Load;
  } finally {
    await context.close();
  }
}

/** Notes the frame after the one in which the content came: then it is on the screen. */
const WATCH = `new MutationObserver((_, watch) => {
  if (!document.querySelector(CONTENT)) return;
  watch.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => { window.contentAt = performance.now(); }));
}).observe(document, { subtree: true, childList: true });`;

const READ = `({
  content: window.contentAt,
  anything: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
  kilobytes: performance.getEntriesByType('resource').reduce((sum, { transferSize }) => sum + transferSize, 0) / 1000,
})`;
