import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';

const portal = stagePortal();

it('leases a number, leads it elsewhere and gives it up', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Numbers' }).click();
  await page.getByRole('button', { name: 'New number' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Number').fill('not a number');
  await form.getByRole('button', { name: 'Create' }).click();
  await form.getByText('Please fill in this field').waitFor();
  await form.getByLabel('Queue').click();
  await page.getByTitle('vip', { exact: true }).click();
  await form.getByRole('button', { name: 'Create' }).click();
  await form.locator('.ant-form-item-explain-error').first().waitFor();
  // another tenant's
  await form.getByLabel('Number').fill('4008002002');
  await form.getByRole('button', { name: 'Create' }).click();
  await form.getByText('The number 4008002002 is taken.').waitFor();
  await form.getByLabel('Number').fill('+86 21 6001 0099');
  await form.getByRole('button', { name: 'Create' }).click();

  await page.getByRole('link', { name: '+862160010099' }).click();
  await page.getByRole('listitem').getByText('Always open').waitFor();
  await page.getByRole('button', { name: 'Edit' }).click();
  await form.getByLabel('Opening hours').click();
  await page.getByTitle('service').click();
  await form.getByLabel('Greeting').fill('Not a sound');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('1 to 41 small letters').waitFor();
  await form.getByLabel('Greeting').fill('');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Outside of the hours: hears closed').waitFor();
  await page.locator('main').getByText('no sound').waitFor();

  await page.getByRole('button', { name: 'Remove: +862160010099' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('heading', { name: 'Numbers' }).waitFor();
  await page.getByRole('link', { name: '+862160010099' }).waitFor({ state: 'detached' });
  expect(problemsOf(page)).toEqual([]);
}, 60_000);

it('leads on to queue and hours, offers a viewer nothing, and knows no number of another tenant', async () => {
  const page = await portal.as('pharma', 'viewer', { language: 'zh-CN' });
  await page.goto('/numbers?queue=care');
  await page.getByRole('link', { name: '+862160010001' }).click();
  const path = new URL(page.url()).pathname;
  await page.getByText('非工作时间: 播放 closed').waitFor();
  expect(await page.getByRole('button', { name: /编辑|删除|通话/ }).count()).toBe(0);
  await page.getByRole('listitem').getByRole('link', { name: 'care' }).click();
  await page.getByRole('heading', { name: 'care' }).waitFor();

  const other = await portal.as('insurance', 'tenant_admin');
  await other.goto(path);
  await other.getByText('There is nothing here').waitFor();
  expect([page, other].flatMap(problemsOf)).toEqual([]);
}, 60_000);
