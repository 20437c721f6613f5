import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';

const portal = stagePortal();

it('makes, changes and removes a segment, after asking where its customers go', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Segments' }).click();
  await page.getByRole('row', { name: /^10 VIP 0 vip .*\+5:00.*10 s/ }).waitFor();

  await page.getByRole('button', { name: 'New segment' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name').fill('VIP');
  await form.getByLabel('Head start in line').fill('120');
  await form.getByRole('button', { name: 'Create' }).click();
  await page.getByText('There is a segment of that name.').waitFor();
  expect(await form.getByLabel('Head start in line').inputValue()).toBe('120');
  await form.getByLabel('Name').fill('Pharmacist');
  await form.getByLabel('Rank').fill('5');
  await form.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('row', { name: /^5 Pharmacist .*the number's own.*\+2:00/ }).waitFor();

  await page.getByRole('button', { name: 'Edit: Pharmacist' }).click();
  await form.getByLabel('Answer target').fill('8');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('row', { name: /^5 Pharmacist .*8 s/ }).waitFor();

  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('button', { name: 'New customer' }).click();
  await form.getByLabel('Name').fill('Wang Fang');
  await form.getByLabel('Segment').click();
  await page.getByTitle('Pharmacist').click();
  await form.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('row', { name: /Wang Fang Pharmacist/ }).waitFor();

  await page.getByRole('link', { name: 'Segments' }).click();
  await page.getByRole('button', { name: 'Remove: Pharmacist' }).click();
  const question = page.getByRole('dialog');
  await question.getByText('One customer belongs to it', { exact: false }).waitFor();
  expect(await question.getByRole('button', { name: 'Remove' }).isDisabled()).toBe(true);
  await question.getByLabel('They go to').click();
  await page.getByTitle('VIP', { exact: true }).click();
  await question.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('row', { name: /^10 VIP 1 vip/ }).waitFor();
  await page.getByRole('row', { name: /Pharmacist/ }).waitFor({ state: 'detached' });
  expect(problemsOf(page)).toEqual([]);
});

it('opens to a viewer without a button that would be refused', async () => {
  const page = await portal.as('pharma', 'viewer', { language: 'zh-CN' });
  await page.getByRole('link', { name: '客户分级' }).click();
  await page.getByRole('cell', { name: 'VIP', exact: true }).waitFor();
  expect(await page.getByRole('button', { name: /新建分级|删除|编辑/ }).count()).toBe(0);
  expect(problemsOf(page)).toEqual([]);
});
