import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';
import { type Instance, startInstance } from '../scripts/provisioning/instance';
import { CHROMIUM, ensureProgram } from '../scripts/services/ensure-program';
import { LiveModule } from '../src/features/live/live.module';
import { LiveStore } from '../src/features/live/live-store';
import type { Figure } from './figure';
import { AGENTS, agentOf, callOf, CALLS, fillFloor, makeTenant, NODE, PASSWORD } from './grown-tenant';
import { secondsUsedBy } from './process-time';
import { percentile, rounded } from './statistics';
import { stolenTicks } from './stolen-time';

/** Changes a second: 300 calls of three minutes, each with its offers and its agent's states. */
const CHANGES_PER_SECOND = 20;
const SECONDS = 30;
/** The page counts the seconds of what it shows, changes or none. */
const AT_REST_MS = 10_000;
/** One change in so many makes the figure of those who wait another one, by which it is known when it is on the screen. */
const MARKED_EACH = 4;
const GOAL_MS = 250;

/** From an event's being told to its being on the floor's page; and how much of a processor the page takes for it. */
export async function floorEventToScreen(log: (line: string) => void): Promise<Figure> {
  const instance = await startInstance(log);
  try {
    await instance.start('main');
    const executablePath = await ensureProgram(CHROMIUM, log);
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    instance.atEnd(() => browser.close());
    return await instance.with(async (app) => {
      const tenantId = await makeTenant(app);
      const store = app.get(LiveStore, { strict: false });
      fillFloor(store, tenantId);
      const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
      await openFloor(page, instance);
      return measure(page, store, tenantId);
    }, LiveModule);
  } finally {
    await instance.stop();
  }
}

async function measure(page: Page, store: LiveStore, tenantId: string): Promise<Figure> {
  await page.evaluate(OBSERVE);
  const shareAtRest = await shareOfACore(() => sleep(AT_REST_MS));
  const told = new Map<number, number>();
  const stolen = stolenTicks();
  const share = await shareOfACore(() => tellChanges(store, tenantId, told));
  const stolenMs = (stolenTicks() - stolen) * 10;
  const seen = (await page.evaluate('window.seen')) as Record<string, number>;
  // several may be drawn together: what shows a later one shows an earlier one too
  const delays = [...told].map(([count, at]) => Math.min(...Object.entries(seen).filter(([shown]) => Number(shown) >= count).map(([, time]) => time)) - at);
  return {
    figure: 'floor-event-to-screen-p99-ms',
    value: rounded(percentile(delays, 0.99), 0),
    unit: 'ms',
    goal: GOAL_MS,
    detail: {
      agents: AGENTS, calls: CALLS, changesPerSecond: CHANGES_PER_SECOND, p50Ms: rounded(percentile(delays, 0.5), 0), measured: delays.length,
      shareOfACore: rounded(share, 3), shareAtRest: rounded(shareAtRest, 3), updatesShare: rounded(share - shareAtRest, 3), goalUpdatesShare: 0.1, stolenMs,
    },
  };
}

/** How much of one core the page takes while something goes on. */
async function shareOfACore(goOn: () => Promise<void>): Promise<number> {
  const before = { cpu: secondsUsedBy('--type=renderer'), at: performance.now() };
  await goOn();
  return (secondsUsedBy('--type=renderer') - before.cpu) / ((performance.now() - before.at) / 1000);
}

/** @param told is given when each marked change was told, by what the figure is then */
async function tellChanges(store: LiveStore, tenantId: string, told: Map<number, number>): Promise<void> {
  for (let turn = 1; turn <= SECONDS * CHANGES_PER_SECOND; turn += 1) {
    const nth = turn % CALLS;
    if (turn % MARKED_EACH === 0) {
      told.set(told.size + 1, Date.now());
      store.putCall(tenantId, NODE, callOf(CALLS + told.size, 'waiting'));
    } else if (turn % 2 === 0) store.putAgent(tenantId, agentOf(nth, turn % 3 ? 'Waiting' : 'Receiving'));
    else store.putCall(tenantId, NODE, callOf(nth, 'talking'));
    await sleep(1000 / CHANGES_PER_SECOND);
  }
  await sleep(1000);
}

/** When each value of the figure was first on the screen, by the page's own clock, which is this machine's. */
const OBSERVE = `(() => {
  window.seen = {};
  const figure = () => document.querySelector('[data-figure=waiting]')?.textContent?.replace(/\\D/g, '') ?? '';
  const note = () => { window.seen[figure()] ??= performance.timeOrigin + performance.now(); };
  new MutationObserver(() => requestAnimationFrame(note)).observe(document.body, { subtree: true, childList: true, characterData: true });
})()`;

async function openFloor(page: Page, { apiUrl }: Instance): Promise<void> {
  await page.goto(apiUrl);
  await page.fill('#tenant', 'insurance');
  await page.fill('#email', 'supervisor@insurance.seatline.test');
  await page.fill('#password', PASSWORD);
  await page.click('button[type=submit]');
  await page.locator('nav').waitFor();
  await page.goto(`${apiUrl}/floor`);
  await page.getByText(String(AGENTS), { exact: false }).first().waitFor();
  await sleep(2_000);
}
