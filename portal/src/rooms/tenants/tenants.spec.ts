import type { Page } from 'playwright-core';
import { ApiClients } from '../../../../test/factories/api-client';
import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';

const portal = stagePortal({ tenants: ['pharma', 'emergency-hotline'] });

const fileOf = (page: Page) => page.getByRole('textbox', { name: 'File' });

/** Types over what stands in a line of the file. */
async function rewrite(page: Page, from: string, to: string): Promise<void> {
  await fileOf(page).fill((await fileOf(page).inputValue()).replace(from, to));
}

it('puts a hotline of 130 seats live, after telling what is wrong at the field and at the line', async () => {
  const page = await portal.asStaff('account_manager');
  await page.getByRole('link', { name: 'New tenant' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Flood line');
  await page.getByLabel('Short name').fill('flood');
  await page.getByLabel('Number instead of 4008003003').fill('4008001001');
  await page.getByLabel('Number instead of 95003').fill('95009');
  await page.getByRole('button', { name: 'Go on' }).click();

  // what is typed in a field stands in the file, and what is wrong with it at both
  await page.getByText('Nothing is wrong').waitFor();
  await page.getByLabel('Short name').fill('Flood Line');
  await page.locator('[data-place=tenant]').getByText('must be 2 to 31 lower-case letters').waitFor();
  await page.getByRole('button', { name: /^Line 5 · tenant: must be 2 to 31/ }).waitFor();
  expect(await fileOf(page).inputValue()).toContain('tenant: Flood Line\n');
  expect(await page.locator('.yaml-gutter [data-bad]').allTextContents()).toEqual(['5']);
  expect(await page.getByRole('button', { name: 'Show the plan' }).isDisabled()).toBe(true);
  // what is typed in the file stands in its field, with the file's comments kept
  await rewrite(page, 'tenant: Flood Line', 'tenant: flood');
  await page.getByText('Nothing is wrong').waitFor();
  expect(await page.getByLabel('Short name').inputValue()).toBe('flood');
  expect(await fileOf(page).inputValue()).toContain('# Nobody is turned away');
  await rewrite(page, 'seats: 130', 'seats: [');
  await page.getByText('The file cannot be read at the moment').waitFor();
  await rewrite(page, 'seats: [', 'seats: 130');

  // what only the plan can tell loses nothing either, nor does a reload
  await page.getByRole('button', { name: 'Show the plan' }).click();
  await page.getByText('The number 4008001001 belongs to another tenant.').waitFor();
  await page.reload();
  await page.getByRole('tab', { name: 'Numbers' }).click();
  await page.locator('[data-place="numbers[0].number"] input').fill('4009009001');
  await page.getByText('Nothing is wrong').waitFor();
  await page.getByRole('button', { name: 'Show the plan' }).click();
  await page.getByText('3001..3130').first().waitFor();
  await page.getByText('546 new').waitFor();

  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByText('Flood line is live').waitFor();
  await page.getByRole('button', { name: 'Make first passwords' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why').fill('Puts the flood line live');
  await dialog.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('button', { name: 'Download 3' }).waitFor();
  const row = page.getByRole('row', { name: /admin@flood/ });
  const password = String(await row.locator('code').textContent());

  const admin = await new ApiClients(portal.api).firstSignIn({ tenant: 'flood', email: 'admin@flood.seatline.test', password });
  const numbers = (await admin.get('/v1/numbers')).body.data.map((each) => each['number']);
  expect(numbers.sort()).toEqual(['4009009001', '95009']);
  const agents: unknown[] = [];
  for (let after = ''; ; ) {
    const { data, has_more: more } = (await admin.get(`/v1/agents?limit=100${after}`)).body;
    agents.push(...data);
    after = `&after=${data.at(-1)?.id}`;
    if (!more) break;
  }
  expect(agents).toHaveLength(200);

  // the grant that was asked for opens the floor without another question
  await page.getByRole('button', { name: 'Enter Flood line' }).click();
  await page.getByRole('heading', { name: 'Floor' }).waitFor();
  expect(problemsOf(page)).toEqual([]);
});

it('changes a tenant only as was read, and says what goes', async () => {
  const page = await portal.asStaff('account_manager');
  await page.getByLabel('Name, short name or domain').fill('drug');
  await page.getByRole('link', { name: 'Emergency hotline' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Drug maker' }).click();
  await page.getByText('The tenant as a file').waitFor();
  await page.getByRole('link', { name: 'Change' }).click();
  await rewrite(page, '1001..1010', '1001..1009');
  await page.getByText('Nothing is wrong').waitFor();
  await page.getByRole('button', { name: 'Show the plan' }).click();
  await page.getByText('One thing is removed').waitFor();

  // meanwhile somebody else makes the same change
  const manager = await new ApiClients(portal.api).staff('account_manager');
  const [{ id } = { id: '' }] = (await manager.get('/v1/tenants?slug=pharma')).body.data;
  const { file } = (await manager.get(`/v1/tenants/${id}/file`)).body as unknown as { file: string };
  await manager.put('/v1/tenants/file', { file: file.replace('1001..1010', '1001..1009').replace('Drug maker', 'Drug house') });
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByText('The tenant was changed since you read the plan').waitFor();
  await page.getByText('name: Drug house → Drug maker').waitFor();
  expect((await manager.get(`/v1/tenants/${id}`)).body['name']).toBe('Drug house');
  expect(problemsOf(page)).toEqual([]);
});

it('has finance draw up the month over all tenants, and shows it no wizard and no nodes', async () => {
  const page = await portal.asStaff('finance');
  await page.getByRole('link', { name: 'Emergency hotline' }).waitFor();
  expect(await page.getByRole('link', { name: /New tenant|Switch nodes|Health/ }).count()).toBe(0);
  await page.getByRole('link', { name: 'Closing the month' }).click();
  const month = new Date().toISOString().slice(0, 7);
  await page.goto(`/billing-month?month=${month}`);
  await page.getByRole('button', { name: 'Draw up the drafts anew' }).click();
  await page.getByText(/Done: (\d+) of \1 without trouble/).waitFor();
  await page.getByText(/0 final · \d drafts · 0 without an invoice/).waitFor();
  await page.goto('/tenants/new');
  await page.getByText('This room is closed to you').waitFor();
  expect(problemsOf(page)).toEqual([]);
});

it('shows an account manager capacity, nodes, health and months, which it does not close', async () => {
  const page = await portal.asStaff('account_manager', { language: 'zh-CN' });
  await page.getByRole('link', { name: '容量' }).click();
  await page.getByRole('row', { name: /Emergency hotline.*100%/ }).waitFor();
  await page.getByRole('link', { name: '交换节点' }).click();
  await page.getByText('尚无交换进程报告节点').waitFor();
  await page.getByRole('link', { name: '健康状态' }).click();
  await page.getByText('不发送邮件').waitFor();
  await page.getByRole('link', { name: '月结' }).click();
  await page.getByRole('link', { name: 'Emergency hotline' }).waitFor();
  expect(await page.getByRole('button', { name: /结算|草稿/ }).count()).toBe(0);
  expect(problemsOf(page)).toEqual([]);
});
