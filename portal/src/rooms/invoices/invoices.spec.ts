import { readFileSync } from 'node:fs';
import { InvoicesService } from '../../../../src/features/invoices/invoices.service';
import { applyTenant } from '../../../../test/factories/api';
import { book, inboundLeg, outboundLegs, tenantIdOf, timeMachine } from '../../../../test/factories/books';
import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';

/** Leased from 12 September on, and one call in and one out on the 15th; the month is closed, the next has begun. */
const portal = stagePortal({
  tenants: [],
  prepare: async (api) => {
    const travelTo = timeMachine(api.app);
    travelTo('2026-09-12T09:00:00+08:00');
    for (const tenant of ['pharma', 'insurance']) await applyTenant(api.app, tenant);
    const pharma = await tenantIdOf(api.app, 'pharma');
    travelTo('2026-09-15T09:00:00+08:00');
    await book(api.app, inboundLeg(pharma, '2026-09-15T08:00:00+08:00', 61));
    await book(api.app, ...outboundLegs(pharma, '2026-09-15T08:10:00+08:00', 31, '+12025550100'));
    travelTo('2026-10-02T09:00:00+08:00');
    for (const month of ['2026-09', '2026-10']) await api.app.get(InvoicesService).close(pharma, month);
    travelTo(new Date().toISOString());
  },
});

it('opens a month down to the arithmetic of a call', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Invoices' }).click();
  await page.getByRole('row', { name: /October 2026.*the month so far/ }).waitFor();
  await page.getByRole('link', { name: 'September 2026' }).click();
  await page.getByRole('heading', { name: /September 2026.*Final/ }).waitFor();
  await page.getByText('PHARMA-2026-000001').first().waitFor();
  // 10 seats × 280.00 × 19 ÷ 30
  for (const [button, name, head] of [['PDF', 'PHARMA-2026-000001.pdf', '%PDF-'], ['Calls (CSV)', 'PHARMA-2026-000001.csv', '\ufeffLine,Kind,Rate,'], ['For accounting programs (UBL)', 'PHARMA-2026-000001.xml', '<?xml']] as const) {
    if (button !== 'PDF') await page.getByRole('button', { name: 'Other files' }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByText(button, { exact: true }).click()]);
    expect([file.suggestedFilename(), readFileSync(await file.path(), 'utf8').slice(0, head.length)]).toEqual([name, head]);
  }
  await page.getByRole('row', { name: /Seats.*10.*280\.00 a month.*19 of 30.*1,773\.333333/ }).waitFor();
  await page.getByRole('button', { name: 'Show all 10' }).click();
  await page.getByText('1010', { exact: true }).waitFor();

  await page.getByRole('link', { name: 'Outbound, all other numbers' }).click();
  await page.getByRole('row', { name: /\+12025550100.*0:31.*1:00.*3\.50/ }).click();
  const sum = page.getByRole('group', { name: 'Arithmetic' });
  expect(await sum.innerText()).toMatch(/Connect fee\s+= CN¥0\.50/);
  expect(await sum.innerText()).toMatch(/31 s, billed in steps of 60 s: 60 s; 60 s × CN¥3\.00 ÷ 60 s\s+= CN¥3\.00/);
  expect(await sum.innerText()).toMatch(/The call\s+= CN¥3\.50/);
  expect(await page.getByRole('link', { name: 'Open the call' }).getAttribute('href')).toMatch(/^\/calls\/cal_/);
  expect(problemsOf(page)).toEqual([]);

  const path = new URL(page.url()).pathname;
  const other = await portal.as('insurance', 'tenant_admin');
  await other.goto(path);
  await other.getByText('There is nothing here').waitFor();
});

it('is closed to who may not read invoices', async () => {
  const page = await portal.as('pharma', 'supervisor', { language: 'zh-CN' });
  expect(await page.getByRole('link', { name: '账单' }).count()).toBe(0);
  await page.goto('/invoices');
  await page.getByText('您无权进入此页面').waitFor();
});
