import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { chromium, type Page } from 'playwright-core';
import { parse, stringify } from 'yaml';
import { type Instance, startInstance } from '../scripts/provisioning/instance';
import { CHROMIUM, ensureProgram } from '../scripts/services/ensure-program';
import { repositoryRoot } from '../scripts/services/repository-root';
import type { LiveAgent, LiveCall } from '../src/features/live/domain/live-view';
import { LiveModule } from '../src/features/live/live.module';
import { LiveStore } from '../src/features/live/live-store';
import { readTenantFile } from '../src/features/tenants/domain/tenant-file';
import { TenantFilesService } from '../src/features/tenants/tenant-files.service';
import { hashPassword } from '../src/platform/auth/passwords';
import { ProviderDatabase } from '../src/platform/database/provider-database';
import type { Figure } from './figure';
import { secondsUsedBy } from './process-time';
import { percentile, rounded } from './statistics';

const AGENTS = 1_500;
const CALLS = 300;
const FIRST_AGENT = 20_001;
/** Changes a second: 300 calls of three minutes, each with its offers and its agent's states. */
const CHANGES_PER_SECOND = 20;
const SECONDS = 30;
/** One change in so many makes the figure of those who wait another one, by which it is known when it is on the screen. */
const MARKED_EACH = 4;
const PASSWORD = 'a password of the measurement';
const GOAL_MS = 250;
const NODE = 'sw1';

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
      for (let nth = 0; nth < AGENTS; nth += 1) store.putAgent(tenantId, agentOf(nth, nth < CALLS ? 'In a queue call' : 'Waiting'));
      for (let nth = 0; nth < CALLS; nth += 1) store.putCall(tenantId, NODE, callOf(nth, 'talking'));
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
  const told = new Map<number, number>();
  const before = { cpu: secondsUsedBy('--type=renderer'), at: performance.now() };
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
  const used = (secondsUsedBy('--type=renderer') - before.cpu) / ((performance.now() - before.at) / 1000);
  const seen = (await page.evaluate('window.seen')) as Record<string, number>;
  // several may be drawn together: what shows a later one shows an earlier one too
  const delays = [...told].map(([count, at]) => Math.min(...Object.entries(seen).filter(([shown]) => Number(shown) >= count).map(([, time]) => time)) - at);
  return {
    figure: 'floor-event-to-screen-p99-ms',
    value: rounded(percentile(delays, 0.99), 0),
    unit: 'ms',
    goal: GOAL_MS,
    detail: { agents: AGENTS, calls: CALLS, changesPerSecond: CHANGES_PER_SECOND, p50Ms: rounded(percentile(delays, 0.5), 0), measured: delays.length, shareOfACore: rounded(used, 3), goalShare: 0.1 },
  };
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

/** The shipped insurer, grown. @returns its id */
async function makeTenant(app: INestApplicationContext): Promise<string> {
  const text = readFileSync(join(repositoryRoot(__dirname), 'tenants/insurance.yaml'), 'utf8');
  const range = `${FIRST_AGENT}..${FIRST_AGENT + AGENTS - 1}`;
  const file = parse(text) as Record<string, unknown> & { queues: { tiers: unknown }[] };
  file['quotas'] = { concurrent_calls: CALLS * 2, seats: AGENTS };
  file['seats'] = [{ from: String(FIRST_AGENT), count: AGENTS }];
  file['agents'] = [{ range, name: 'Agent {number}', seat: '{number}' }];
  file.queues.forEach((queue) => (queue.tiers = [{ agents: range, level: 0, first_position: 1 }]));
  const reading = readTenantFile(stringify(file));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  await app.get(TenantFilesService, { strict: false }).apply(reading.spec);
  const database = app.get(ProviderDatabase, { strict: false });
  await database.sql('UPDATE users SET password_hash = ?, password_temporary = 0', [await hashPassword(PASSWORD)]);
  await database.sql("UPDATE agents SET status = 'available'");
  const [tenant] = await database.sql<{ id: string }>("SELECT id FROM tenants WHERE slug = 'insurance'");
  return tenant?.id ?? '';
}

function agentOf(nth: number, state: string): LiveAgent {
  return { number: String(FIRST_AGENT + nth), state, since: new Date().toISOString() };
}

function callOf(nth: number, state: 'talking' | 'waiting'): LiveCall {
  const now = new Date().toISOString();
  const tail = String(nth).padStart(12, '0');
  return {
    uuid: `00000000-0000-4000-8000-${tail}`,
    direction: 'inbound',
    state,
    from: `1380${tail.slice(-7)}`,
    to: '4008002002',
    queue: 'claims',
    agent: state === 'talking' ? String(FIRST_AGENT + nth) : null,
    offeredTo: null,
    startedAt: now,
    waitingSince: state === 'waiting' ? now : null,
    seats: [],
    answeredAt: state === 'talking' ? now : null,
  };
}
