import type { LiveCall } from '../../../../src/features/live/domain/live-view';
import { LiveStore } from '../../../../src/features/live/live-store';
import { WorkerModule } from '../../../../src/worker.module';
import { ApiClients } from '../../../../test/factories/api-client';
import { problemsOf } from '../../../../test/factories/browser';
import { book, inboundLeg, tenantIdOf } from '../../../../test/factories/books';
import { stagePortal } from '../../../../test/factories/portal-stage';

const AT = '2026-11-01T08:00:00.000Z';
const portal = stagePortal({
  parts: [WorkerModule],
  prepare: async ({ app }) => book(app, inboundLeg(await tenantIdOf(app, 'pharma'), AT, 42, { from: '13800138042' })),
});

it('keeps a customer, finds him by his number, and shows his calls', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('button', { name: 'New customer' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name').fill('王芳');
  const numbers = form.getByLabel('Numbers');
  await form.getByLabel('ID in the CRM').fill('crm 1');
  await form.getByLabel('Note').fill('Prefers the afternoon.');
  await form.getByRole('button', { name: 'Create' }).click();
  await page.getByText('must be 1 to 40 letters', { exact: false }).waitFor();
  expect(await form.getByLabel('Note').inputValue()).toBe('Prefers the afternoon.');
  await form.getByLabel('ID in the CRM').fill('crm-1');
  await numbers.fill('138 0013 8042');
  await numbers.press('Enter');
  await form.getByRole('button', { name: 'Add a line' }).click();
  await form.getByLabel('What 1').fill('hospital');
  await form.getByLabel('Value 1').fill('Ruijin');
  await form.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('row', { name: /王芳.*\+8613800138042/ }).waitFor();

  await page.getByLabel('Number, whole').fill('8613800138042');
  await page.getByLabel('Number, whole').press('Enter');
  await page.getByRole('link', { name: '王芳' }).click();
  await page.getByRole('heading', { name: '王芳' }).waitFor();
  await page.getByText('Ruijin').waitFor();
  await page.getByRole('row', { name: /In 13800138042/ }).waitFor();

  await page.getByRole('button', { name: 'Edit' }).click();
  await form.getByLabel('Name').fill('王芳芳');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: '王芳芳' }).waitFor();

  const viewer = await portal.as('pharma', 'viewer', { language: 'zh-CN' });
  await viewer.goto('/customers');
  await viewer.getByRole('row', { name: /王\*\*.*\+86\*+8042/ }).waitFor();
  expect(await viewer.getByRole('button', { name: /新建客户|导入/ }).count()).toBe(0);
  const other = await portal.as('insurance', 'tenant_admin');
  await other.goto(new URL(page.url()).pathname);
  await other.getByText('There is nothing here').waitFor();

  await page.getByRole('button', { name: 'Remove: 王芳芳' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('heading', { name: 'Customers' }).waitFor();
  await page.getByText('Nothing yet').waitFor();
  expect([...problemsOf(page), ...problemsOf(viewer), ...problemsOf(other)]).toEqual([]);
});

it('takes in a file after showing what it would do, and tells which lines are wrong', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.goto('/customers/import');
  const choose = (name: string, text: string | Buffer) => page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await choose('gb.csv', Buffer.from([0xcd, 0xf5, 0xb7, 0xbc, 0x0a]));
  await page.getByText('must be text in UTF-8', { exact: false }).waitFor();

  const lines = Array.from({ length: 700 }, (_, nth) => `c${nth},Customer ${nth},1390000${String(nth).padStart(4, '0')},VIP`);
  await choose('crm.csv', ['external_id,name,numbers,segment', ...lines, 'bad,Bad,12,VIP', 'worse,Worse,13700000001,none'].join('\n'));
  await page.getByText('What crm.csv would do').waitFor();
  await page.getByRole('row', { name: /702 numbers must be callers' numbers/ }).waitFor();
  await page.getByRole('row', { name: /703 segment must be a segment of this tenant/ }).waitFor();
  await page.getByRole('button', { name: 'Import 700 lines' }).click();
  await page.getByText('Done.').waitFor();
  expect(await page.locator('[data-count=to_create]').innerText()).toContain('700');
  expect(await page.locator('[data-count=refused]').innerText()).toContain('2');

  await page.getByRole('button', { name: 'Another file' }).click();
  await choose('crm.csv', ['external_id,name,numbers,segment', ...lines].join('\n'));
  await page.getByText('Nothing would change.').waitFor();
  await page.goto('/customers?external_id=c42');
  await page.getByRole('row', { name: /Customer 42 VIP \+8613900000042/ }).waitFor();
  expect(problemsOf(page)).toEqual([]);
});

it('shows on the floor, and to the agent, who calls and what the call is worth', async () => {
  const floor = await portal.as('pharma', 'supervisor');
  const tenantId = await tenantIdOf(portal.api.app, 'pharma');
  const admin = await new ApiClients(portal.api).user('pharma', 'tenant_admin');
  const { id: customerId } = (await admin.post('/v1/customers', { name: '李明', attributes: [{ name: 'hospital', value: 'Ruijin' }] })).body;
  const caller = { customerId, name: '李明', segment: { id: 'seg_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C', name: 'VIP', colour: 'gold' } };
  const show = (over: Partial<LiveCall>) => portal.api.app.get(LiveStore, { strict: false }).putCall(tenantId, 'sw1', {
    uuid: '4f236891-fbee-42a6-9673-d7b573c5a171', direction: 'inbound', state: 'waiting', from: '13800138001', to: '4008001001', caller, queue: 'vip',
    agent: null, offeredTo: null, seats: [], startedAt: new Date().toISOString(), waitingSince: new Date().toISOString(), answeredAt: null, talkingSince: null,
    ...over,
  });
  show({});
  await floor.goto('/floor');
  await floor.getByRole('row', { name: /Waiting.*VIP.*李明.*13800138001.*vip/ }).waitFor();
  const viewer = await portal.as('pharma', 'viewer');
  await viewer.goto('/floor');
  await viewer.getByRole('row', { name: /Waiting.*VIP.*李\*\*.*138\*\*\*\*8001/ }).waitFor();
  const desk = await portal.as('pharma', 'agent');
  await desk.goto('/desktop');
  show({ state: 'offered', offeredTo: '1001' });
  const call = desk.locator('[data-call]');
  await call.getByText('李明').waitFor();
  await call.getByText('VIP', { exact: true }).waitFor();
  await call.getByText('Ruijin').waitFor();
  expect([...problemsOf(floor), ...problemsOf(viewer), ...problemsOf(desk)]).toEqual([]);
});
