import axe from 'axe-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { compileSimulator } from '../../../../freeswitch/simulator/test/compile-simulator';
import { openBrowser, openPortal, problemsOf, signIn } from '../../../../test/factories/browser';
import { Api, until } from '../../../../test/telephony/conformance/api';
import { Stage } from '../../../../test/telephony/conformance/stage';
import { type Staged, stageNames } from '../../../../test/telephony/conformance/stages';
import { simulator } from '../../../../test/telephony/conformance/switch-under-test';
import { PASSWORD, TestBed } from '../../../../test/telephony/conformance/test-bed';

const DESK = { name: 'desk', stages: { pharma: { agents: 2, timing: { wrapUp: 120 } } } } satisfies Staged;
const SECOND = { name: 'second-line', stages: { pharma: { agents: 1 } } } satisfies Staged;
const NAMES = stageNames('pharma', DESK.name, 0, DESK.stages.pharma);
const [AGENT = '', SUPERVISORS_SEAT = ''] = NAMES.agents;
const SECOND_NAMES = stageNames('pharma', SECOND.name, 1, SECOND.stages.pharma);
const CALLER = '13800138042';
const EMAIL = 'ling@pharma.seatline.test';

const directory = mkdtempSync(join(tmpdir(), 'desktop-'));
let bed: TestBed;
let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  bed = await TestBed.start(simulator(compileSimulator(directory)), [DESK, SECOND]);
  browser = await openBrowser();
  stage = await Stage.open(bed, 'pharma', NAMES, () => CALLER);
  await makeAgentOf(EMAIL);
  await wantCode(NAMES.queue);
  const second = await Stage.open(bed, 'pharma', SECOND_NAMES, () => CALLER);
  await second.seat(1, { kind: 'answer', afterMs: 300 });
  // the supervisor's own desk is nobody's
  await stage.api.edit('PATCH', `/v1/agents/${stage.agent(2).id}`, { seat_id: null });
  await bed.phones.register({ ...stage.agent(1).account, behaviour: { kind: 'answer', afterMs: 1500 } });
  await bed.phones.register({ ...stage.agent(2).account, behaviour: { kind: 'answer', afterMs: 200 } });
});
afterAll(async () => {
  await browser?.close();
  await bed?.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** Its agents choose how a call ended before they are done. */
async function wantCode(queue: string): Promise<void> {
  await stage.api.post('/v1/wrap-up-codes', { code: 'leaflet', name: 'Wants the leaflet', name_zh: '索取资料' });
  const { data } = await stage.api.get<{ data: { id: string; name: string }[] }>('/v1/queues');
  await stage.api.edit('PATCH', `/v1/queues/${data.find(({ name }) => name === queue)?.id}`, { wrap_up_code_required: true });
}

/** A user who signs in as the stage's first agent. */
async function makeAgentOf(email: string): Promise<void> {
  const first = 'a first password of the tests';
  const { id } = await stage.api.post<{ id: string }>('/v1/users', { email, name: 'Ling', role: 'agent', password: first });
  await stage.api.edit('PATCH', `/v1/agents/${stage.agent(1).id}`, { user_id: id });
  const anonymous = new Api(bed.apiUrl);
  const { access_token: token } = await anonymous.post<{ access_token: string }>('/v1/sign-in', { tenant: 'pharma', email, password: first });
  await anonymous.as(token).post('/v1/me/password', { old_password: first, password: PASSWORD });
}

const open = async (email: string, language: 'en' | 'zh-CN', width?: number): Promise<Page> => {
  const page = await openPortal(browser, { url: bed.apiUrl }, { language, ...(width && { width }) });
  await signIn(page, { tenant: 'pharma', email }, PASSWORD, width ? '#content' : 'nav');
  return page;
};
const note = (page: Page) => page.getByRole('textbox', { name: 'My note about this call' });
const figure = (page: Page, id: string) => page.locator(`[data-figure="${id}"]`).innerText();
const wrapUpOnSwitch = async () => (await bed.switchState()).agents.find(({ name }) => name === `${AGENT}@${stage.domain}`)?.times.wrap_up_time;

it('serves a caller: who calls, what was before, a note that outlasts a reload, and the work after the call', async () => {
  const page = await open(EMAIL, 'en');
  await page.goto('/desktop');
  await page.getByText('Ready', { exact: true }).click();
  await page.locator('[data-own-state=ready]').waitFor();
  await stage.untilSwitchHas(stage.agent(1));

  const call = stage.call();
  await page.getByText('Answer at your desk phone.').waitFor();
  expect(await page.locator('[data-party]').innerText()).toBe(CALLER);
  await page.getByText(NAMES.number).waitFor();
  await page.getByText('The first call from this number.').waitFor();
  await page.getByText('Talking').first().waitFor();
  await note(page).fill('Asks for the leaflet');
  await page.reload();
  await note(page).waitFor();
  await page.locator('textarea:enabled').waitFor();
  expect(await note(page).inputValue()).toBe('Asks for the leaflet');
  await call.hangup();

  await page.locator('[data-own-state=wrap_up]').waitFor();
  expect(await figure(page, 'wrap-up-left')).toMatch(/^[12]:\d\d$/);
  await note(page).fill('Asks for the leaflet by post.');
  await page.getByText('Choose how the call ended: its queue wants to know.').waitFor();
  expect(await page.getByRole('button', { name: 'Done, ready' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Wants the leaflet' }).click();
  await page.getByRole('button', { name: 'Done, ready' }).click();
  await page.getByText('You are ready. The next call rings here.').waitFor();
  await page.locator('[data-own-state=ready]').waitFor();
  await until('the switch to know of no wrap-up', async () => String(await wrapUpOnSwitch()) === '0');
  await until('the figures of the day', async () => (await figure(page, 'day-answered')) === '1');
  expect(problemsOf(page)).toEqual([]);
});

it('shows what was noted before, is listened to, and gives the call away', async () => {
  const [page, floor] = [await open(EMAIL, 'en'), await open('admin@pharma.seatline.test', 'en')];
  await floor.goto('/floor');
  await page.goto('/desktop');
  await page.locator('[data-own-state=ready]').waitFor();

  let asked = 0;
  page.on('request', (request) => (asked += Number(request.url().includes('/v1/me/agent/call?'))));
  const call = stage.call();
  await page.locator('[data-earlier="1"]').getByText('Asks for the leaflet by post.').waitFor();
  await page.getByText('Answered', { exact: true }).last().waitFor();
  expect(asked).toBe(1);
  await page.getByText('Talking').first().waitFor();
  await until('the wrap-up of the next call', async () => String(await wrapUpOnSwitch()) === '120');

  await floor.getByRole('button', { name: /Listen to the call/ }).click();
  await floor.getByLabel('Seat whose phone rings').click();
  await floor.getByTitle(SUPERVISORS_SEAT, { exact: true }).click();
  await floor.getByRole('button', { name: 'Listen', exact: true }).click();
  await until("the supervisor's phone on the call", async () => {
    const legs = await bed.channels();
    return legs.some(({ presence_id: id, application }) => id === `${SUPERVISORS_SEAT}@${stage.domain}` && application === 'eavesdrop');
  });

  await note(page).fill('Sent to the second line.');
  await page.getByRole('button', { name: /Transfer$/ }).click();
  const form = page.getByRole('group', { name: 'Transfer' });
  await form.getByText('Queue', { exact: true }).click();
  await form.getByRole('radio', { name: /second-line/ }).check();
  await form.getByRole('button', { name: 'Transfer now' }).click();
  await page.getByText('The call was transferred.').waitFor();
  await floor.getByRole('row', { name: new RegExp(`Talking.*${CALLER}.*${SECOND.name}.*${SECOND_NAMES.agents[0]}`) }).waitFor();
  await page.getByRole('button', { name: 'Wants the leaflet' }).click();
  await page.getByRole('button', { name: 'Done, ready' }).click();
  await page.getByText('You are ready. The next call rings here.').waitFor();
  await call.hangup();

  await page.getByText('Break', { exact: true }).click();
  await page.getByRole('button', { name: 'Lunch' }).click();
  await page.locator('[data-own-state=on_break]').getByText('On a break · Lunch').waitFor();
  await floor.getByText('On a break · Lunch').waitFor();
  await until('both calls in the figures of the day', async () => (await figure(page, 'day-answered')) === '2');
  expect(await figure(page, 'day-breaks')).toMatch(/^1 · 0:\d\d$/);
  expect([...problemsOf(page), ...problemsOf(floor)]).toEqual([]);
});

it('is complete in Chinese and on a narrow screen', async () => {
  const page = await open(EMAIL, 'zh-CN', 390);
  await page.goto('/desktop');
  await page.locator('[data-own-state=on_break]').getByText('小休 · 用餐').waitFor();
  await page.getByText('就绪', { exact: true }).click();
  await page.locator('[data-own-state=ready]').waitFor();
  const call = stage.call();
  await page.locator('[data-earlier="2"]').waitFor();
  await page.getByText('我的备注', { exact: true }).waitFor();
  expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(390);
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as axe.AxeResults;
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.getByText('通话中').first().waitFor();
  await call.hangup();
  await page.getByRole('button', { name: '索取资料' }).click();
  await page.getByRole('button', { name: '完成并就绪' }).click();
  await page.getByText('您已就绪，下一个来电将在此振铃。').waitFor();
  expect(problemsOf(page)).toEqual([]);
});
