import { readFileSync } from 'node:fs';
import { ApiClients } from '../../../../test/factories/api-client';
import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';

const portal = stagePortal();

it('tells who changed what from what to what, narrows by address, and exports all of it', async () => {
  const admin = await new ApiClients(portal.api).user('pharma', 'tenant_admin');
  const { body: { data: [queue] } } = await admin.get('/v1/queues');
  const read = await admin.get(`/v1/queues/${queue?.id}`);
  await admin.patch(`/v1/queues/${queue?.id}`, { settings: { max_wait_time: 77 } }, { 'if-match': read.etag });

  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Audit log' }).click();
  await page.getByRole('row', { name: /admin@pharma.seatline.test Queue changed/ }).getByRole('button', { name: 'Expand row' }).click();
  await page.getByRole('row', { name: /^Max wait time \d+ 77$/ }).waitFor();

  await page.getByRole('link', { name: queue?.id }).first().click();
  await page.getByText(`Which: ${queue?.id}`).waitFor();
  await page.getByRole('row', { name: /Session/ }).first().waitFor({ state: 'detached' });
  // what is narrowed stands in the address
  await page.reload();
  await page.getByRole('row', { name: /The system Queue created/ }).waitFor();
  expect(await page.getByRole('row', { name: /Session/ }).count()).toBe(0);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const lines = readFileSync(await (await download).path(), 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual(lines.map((_, place) => place + 1));
  expect(lines.length).toBeGreaterThan(20);
  expect(problemsOf(page)).toEqual([]);

  const other = await portal.as('insurance', 'tenant_admin', { language: 'zh-CN' });
  await other.goto(new URL(page.url()).pathname + new URL(page.url()).search);
  await other.getByText('没有匹配的内容').waitFor();
});
