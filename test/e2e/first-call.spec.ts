import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { compileSimulator } from '../../freeswitch/simulator/test/compile-simulator';
import { openBrowser, openPortal, problemsOf, signIn } from '../factories/browser';
import { until } from '../telephony/conformance/api';
import { Stage } from '../telephony/conformance/stage';
import { type Staged, stageNames } from '../telephony/conformance/stages';
import { simulator } from '../telephony/conformance/switch-under-test';
import { PASSWORD, TestBed } from '../telephony/conformance/test-bed';

const STAGED = { name: 'first-call', stages: { pharma: { agents: 1 } } } satisfies Staged;
const NAMES = stageNames('pharma', STAGED.name, 0, STAGED.stages.pharma);
const [AGENT = ''] = NAMES.agents;
const NUMBER = '4008001234';
const CALLER = '13800138042';
const QUEUE = 'night-desk';

const directory = mkdtempSync(join(tmpdir(), 'first-call-'));
let bed: TestBed;
let browser: Browser;
beforeAll(async () => {
  bed = await TestBed.start(simulator(compileSimulator(directory)), [STAGED]);
  await bed.stockNumber(NUMBER);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await bed?.stop();
  rmSync(directory, { recursive: true, force: true });
});

it('leads from an empty queue to a call on the floor, to its story and to its line on the bill', async () => {
  const stage = await Stage.open(bed, 'pharma', NAMES, () => CALLER);
  await stage.seat(1, { kind: 'answer', afterMs: 400 });
  const page = await openPortal(browser, { url: bed.apiUrl });
  await signIn(page, { tenant: 'pharma', email: 'admin@pharma.seatline.test' }, PASSWORD);
  await makeQueue(page);
  await leaseNumber(page);

  await page.getByRole('link', { name: 'Floor' }).click();
  await page.getByText('No call is in progress.').waitFor();
  const call = stage.call({ to: NUMBER });
  await page.getByRole('row', { name: new RegExp(`Talking.*${CALLER}.*${NUMBER}.*${QUEUE}.*${AGENT}`) }).waitFor();
  await page.getByRole('row', { name: new RegExp(`^${QUEUE} 0 – 1$`) }).waitFor();
  await call.hangup();
  await call.ended;
  await page.getByText('No call is in progress.').waitFor();

  await readStory(page);
  await until('the rated call', async () => (await stage.api.get<{ data: unknown[] }>('/v1/usage')).data.length === 1);
  await bed.drawUpInvoices();
  await findOnBill(page);
  expect(problemsOf(page)).toEqual([]);
});

async function makeQueue(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Queues' }).click();
  await page.getByRole('button', { name: 'New queue' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name').fill(QUEUE);
  await form.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('link', { name: QUEUE }).click();
  await page.getByRole('heading', { name: QUEUE }).waitFor();
  await page.getByLabel('Add an agent').fill(AGENT);
  await page.getByTitle(new RegExp(AGENT)).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' });
}

async function leaseNumber(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Numbers' }).click();
  await page.getByRole('button', { name: 'New number' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Number').fill(NUMBER);
  await page.getByTitle(NUMBER).click();
  await form.getByLabel('Queue').click();
  await page.getByTitle(QUEUE, { exact: true }).click();
  await form.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('link', { name: NUMBER }).waitFor();
}

async function readStory(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Calls' }).click();
  await page.getByLabel('Number', { exact: true }).fill(CALLER);
  await page.getByLabel('Number', { exact: true }).press('Enter');
  await page.getByRole('row', { name: /Answered/ }).getByRole('link').first().click();
  await page.getByRole('heading', { name: `Call from ${CALLER}` }).waitFor();
  const steps = (await page.locator('[data-step]').allInnerTexts()).map((step) => step.split(/\n| · /)[0]);
  expect(steps).toEqual([
    `Call from ${CALLER} to ${NUMBER}`,
    'The system picks up: greeting or menu',
    `Joins the queue ${QUEUE}`,
    `Agent ${AGENT} is rung: answered`,
    `Agent ${AGENT} answers`,
    'Ended by the other side',
  ]);
}

async function findOnBill(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Invoices' }).click();
  await page.getByRole('row', { name: /the month so far/ }).getByRole('link').click();
  await page.getByRole('link', { name: /^Inbound/ }).click();
  await page.getByRole('row', { name: new RegExp(`${NUMBER}.*1:00`) }).waitFor();
  await page.getByRole('link', { name: 'Open the call' }).click();
  await page.getByRole('heading', { name: `Call from ${CALLER}` }).waitFor();
}
