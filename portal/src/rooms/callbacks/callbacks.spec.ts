import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { CallbackResults } from '../../../../src/features/callbacks/callback-results.service';
import { CallbacksRepository } from '../../../../src/features/callbacks/callbacks.repository';
import { CallbacksScheduleModule } from '../../../../src/features/callbacks/callbacks-schedule.module';
import { tenantContext } from '../../../../src/platform/tenancy/tenant-context';
import { ApiClients } from '../../../../test/factories/api-client';
import { tenantIdOf } from '../../../../test/factories/books';
import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';

const TRIED = '+8613800138041';
const portal = stagePortal({ parts: [CallbacksScheduleModule] });

const inside = async <T>(work: (callbacks: CallbacksRepository) => Promise<T>): Promise<T> =>
  tenantContext.open({ tenantId: await tenantIdOf(portal.api.app, 'pharma') }, () => work(portal.api.app.get(CallbacksRepository, { strict: false })));

/** Tried twice: an agent was away, then the caller. @returns its id */
async function tried(): Promise<string> {
  const admin = await new ApiClients(portal.api).user('pharma', 'tenant_admin');
  const { id } = (await admin.post('/v1/callbacks', { number: TRIED, queue: 'care', window_minutes: 60 })).body;
  const results = portal.api.app.get(CallbackResults, { strict: false });
  for (const [agent, result] of [['1001', 'agent_missed'], ['1002', 'not_reached']] as const) {
    await inside(async (callbacks) => {
      const callUuid = randomUUID();
      await callbacks.save(id, (await callbacks.find(id))?.version ?? 0, { state: 'dialling' });
      await callbacks.beginAttempt({ callbackId: id, callUuid, agent, createdAt: new Date() });
      const attempt = await callbacks.attemptOf(callUuid);
      if (attempt) await results.end(attempt, result, new Date(attempt.createdAt.getTime() + 31_000));
    });
  }
  return id;
}

/** Bound to hours that open the day after tomorrow at eight, on a weekday of Shanghai. */
async function bookedForLater(): Promise<void> {
  const admin = await new ApiClients(portal.api).user('pharma', 'tenant_admin');
  const later = new Date(Date.now() + 2 * 86_400_000).toLocaleDateString('en', { weekday: 'short', timeZone: 'Asia/Shanghai' }).toLowerCase();
  const { status } = await admin.post('/v1/calendars', { name: 'one-day', hours: { week: { [later]: [{ open: '08:00', close: '12:00' }] }, holidays: [] } });
  expect(status).toBe(201);
  await admin.post('/v1/callbacks', { number: '+8613800138043', queue: 'vip', calendar: 'one-day' });
}

/** As the dialler does meanwhile, without the page reading it again. */
async function moveOn(page: Page, id: string): Promise<void> {
  await page.route(`**/v1/callbacks/${id}`, (route) => route.abort());
  await inside(async (callbacks) => callbacks.save(id, (await callbacks.find(id))?.version ?? 0, { nextAt: new Date() }));
}

/** The day after tomorrow at half past nine, as a field for date and time has it. */
const AHEAD = `${new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)}T09:30`;

it('books a callback, after saying at the field what is wrong, finds it, and calls it off as it stands', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Callbacks' }).click();
  await page.getByText('You can book one here yourself.', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Book a callback' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Number').fill('+85221230001');
  await form.getByLabel('Queue').click();
  await page.getByTitle('vip', { exact: true }).click();
  await form.getByLabel('Not before').fill('2026-01-02T09:30');
  await form.getByLabel('Promised within').fill('4');
  await form.getByRole('button', { name: 'Book' }).click();
  await form.getByText('must be a time to come').waitFor();
  await form.getByLabel('Not before').fill(AHEAD);
  await form.getByRole('button', { name: 'Book' }).click();
  await form.getByText('must not be less than 5').waitFor();
  await form.getByLabel('Promised within').fill('90');
  await form.getByRole('button', { name: 'Book' }).click();
  await form.getByText('must be a number that the calling plan allows').waitFor();
  await form.getByLabel('Number').fill('138 0013 8042');
  await form.getByRole('button', { name: 'Book' }).click();
  await page.getByRole('heading', { name: 'Callback to +8613800138042' }).waitFor();
  // the clocks of Shanghai, and ninety minutes later
  await page.getByText(/^Not before .*, 09:30$/).waitFor();
  await page.getByText(/, 11:00$/).waitFor();
  await page.getByText('Nobody has been dialled yet.').waitFor();

  const id = await tried();
  await page.getByRole('link', { name: 'Callbacks' }).click();
  await page.getByRole('row', { name: /\+8613800138041 care Waiting .*waits 0:\d\d .*kept 1 of 3 Not before/ }).waitFor();
  await page.getByRole('search').getByLabel('Queue').click();
  await page.getByTitle('vip', { exact: true }).last().click();
  await page.getByRole('link', { name: TRIED }).waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe('?queue=vip');
  await page.reload();
  await page.getByRole('link', { name: '+8613800138042' }).waitFor();
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await page.getByLabel('Number', { exact: true }).fill('138 0013 8041');
  await page.getByLabel('Number', { exact: true }).press('Enter');
  await page.waitForURL('**/callbacks?number=13800138041');
  await page.getByRole('link', { name: '+8613800138042' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: TRIED }).click();
  await page.getByRole('row', { name: /Agent 1001 The agent did not answer; the caller was not rung 0:31/ }).waitFor();
  await page.getByRole('row', { name: /Agent 1002 The caller did not answer 0:31/ }).waitFor();

  await page.getByRole('button', { name: `Call off: ${TRIED}` }).click();
  await moveOn(page, id);
  await page.getByRole('button', { name: 'Call it off' }).click();
  await page.getByText('Meanwhile it has moved on', { exact: false }).waitFor();
  await page.unroute(`**/v1/callbacks/${id}`);
  await page.reload();
  await page.getByRole('button', { name: `Call off: ${TRIED}` }).click();
  await page.getByRole('button', { name: 'Call it off' }).click();
  await page.getByText('Called off', { exact: true }).waitFor();
  await page.getByRole('button', { name: /Call off/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Calls to this number' }).click();
  await page.waitForURL('**/calls?*direction=outbound');
  expect(await page.getByLabel('Number', { exact: true }).inputValue()).toBe(TRIED);

  await bookedForLater();
  await page.goto('/callbacks?queue=vip&state=waiting');
  await page.getByRole('row', { name: /\+8613800138043 .* Its hours open .*, 08:00/ }).waitFor();
  expect(problemsOf(page)).toEqual([]);
});

it('shows a viewer masked numbers and no button that would be refused, an agent what is due, and another tenant nothing', async () => {
  const id = await tried();
  const page = await portal.as('pharma', 'viewer', { language: 'zh-CN' });
  await page.goto('/callbacks?state=waiting&queue=care');
  await page.getByRole('link', { name: '+86*******8041' }).click();
  await page.getByText('坐席未接听，未呼叫客户').waitFor();
  await page.getByText('已履约').waitFor();
  expect(await page.getByRole('button', { name: /撤销|通话/ }).count()).toBe(0);
  await page.goBack();
  await page.getByRole('link', { name: '+86*******8041' }).waitFor();
  expect(await page.getByRole('button', { name: /预约|撤销/ }).count()).toBe(0);
  expect(await page.getByPlaceholder('完整号码').count()).toBe(0);

  const agent = await portal.as('pharma', 'agent');
  await agent.goto('/desktop');
  expect(await agent.locator('[data-figure="callbacks-due"]').innerText()).toBe('1');
  await agent.getByRole('list', { name: 'Callbacks due' }).getByText('to be tried again').waitFor();

  const other = await portal.as('insurance', 'tenant_admin');
  await other.goto(`/callbacks/${id}`);
  await other.getByText('There is nothing here').waitFor();
  expect([...problemsOf(page), ...problemsOf(agent), ...problemsOf(other)]).toEqual([]);
});
