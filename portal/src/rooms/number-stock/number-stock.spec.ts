import { ApiClients } from '../../../../test/factories/api-client';
import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';

const portal = stagePortal();

it('adds a list once nothing is wrong in it, holds a number, releases it and takes it out', async () => {
  const page = await portal.asStaff('account_manager');
  await page.getByRole('link', { name: 'Number stock' }).click();
  await page.getByRole('row', { name: /4008001001 Leased Drug maker/ }).waitFor();
  expect(await page.getByRole('button', { name: 'Remove: 4008001001' }).count()).toBe(0);

  await page.getByRole('button', { name: 'Add numbers' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Numbers').fill('95701..95703\n\n4008001001\n95702');
  await form.getByText('Line 3: is in the stock already: 4008001001').waitFor();
  await form.getByText('Line 4: is listed before: 95702').waitFor();
  await form.getByText('2 lines are wrong').waitFor();
  await form.getByRole('button', { name: 'Add numbers' }).click();
  await form.locator('.ant-form-item-explain-error').first().waitFor();
  await form.getByLabel('Numbers').fill('95701..95703');
  await form.getByText('3 numbers can be added').waitFor();
  await form.getByRole('button', { name: 'Add numbers' }).click();
  await page.getByRole('row', { name: /95703 Free any tenant/ }).waitFor();

  await page.getByLabel('Begins with').fill('957');
  await page.getByLabel('Begins with').press('Enter');
  await page.getByRole('row', { name: /4008001001/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Hold 95702 for a tenant' }).click();
  await form.getByLabel('Tenant').click();
  await page.getByTitle('Insurer').click();
  await form.getByRole('button', { name: 'Hold' }).click();
  await page.getByRole('row', { name: /95702 Held Insurer/ }).waitFor();
  // what is narrowed stands in the address
  await page.goto('/number-stock?state=held&prefix=957');
  await page.getByRole('row', { name: /95702/ }).waitFor();
  expect(await page.getByRole('row', { name: /95703/ }).count()).toBe(0);

  await page.getByRole('button', { name: 'Release: 95702' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: 'Release' }).click();
  await page.getByText('Nothing matches').waitFor();
  await page.goto('/number-stock?prefix=95702');
  await page.getByRole('button', { name: 'Remove: 95702' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('Nothing matches').waitFor();
  expect(problemsOf(page)).toEqual([]);
});

it('is no room for whoever does not keep the stock', async () => {
  const page = await portal.asStaff('finance');
  await page.getByRole('link', { name: 'Capacity' }).waitFor();
  expect(await page.getByRole('link', { name: 'Number stock' }).count()).toBe(0);
  // what is wrong is told in the language of whoever reads it
  const manager = await portal.asStaff('account_manager', { language: 'zh-CN' });
  await manager.goto('/number-stock');
  await manager.getByRole('button', { name: '添加号码' }).click();
  await manager.getByRole('dialog').getByLabel('号码').fill('4008001001');
  await manager.getByText('第 1 行: 已在号码库存中：4008001001').waitFor();
  const admin = await portal.as('pharma', 'tenant_admin');
  await admin.goto('/number-stock');
  await admin.getByText('This room is closed to you').waitFor();
  expect((await (await new ApiClients(portal.api).staff('finance')).get('/v1/number-stock')).status).toBe(403);
  expect([page, manager, admin].flatMap(problemsOf)).toEqual([]);
});
