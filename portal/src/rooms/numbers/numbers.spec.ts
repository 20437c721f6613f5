import { ApiClients } from '../../../../test/factories/api-client';
import { tenantIdOf } from '../../../../test/factories/books';
import { problemsOf } from '../../../../test/factories/browser';
import { stockNumbers } from '../../../../test/factories/number-stock';
import { stagePortal } from '../../../../test/factories/portal-stage';

const portal = stagePortal();

it('leases one of the numbers that there are for the tenant, leads it elsewhere and gives it up', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Numbers' }).click();
  const form = page.getByRole('dialog');
  await page.getByRole('button', { name: 'New number' }).click();
  await form.getByText('ask your account manager').first().waitFor();
  await stockNumbers(portal.api.app, null, '+862160010099', '4008009000');
  await stockNumbers(portal.api.app, await tenantIdOf(portal.api.app, 'insurance'), '4008009001');

  await page.reload();
  await page.getByRole('button', { name: 'New number' }).click();
  await form.getByRole('button', { name: 'Create' }).click();
  await form.getByText('Please fill in this field').first().waitFor();
  await form.getByLabel('Queue').click();
  await page.getByTitle('vip', { exact: true }).click();
  await form.getByLabel('Number').fill('95999');
  await page.getByText('No number that is available to you has these digits.').waitFor();
  await form.getByLabel('Number').fill('400 800 900');
  await page.getByTitle('4008009000').click();
  expect(await page.getByTitle('4008009001').count()).toBe(0);
  // somebody else was quicker
  const other = await new ApiClients(portal.api).user('insurance', 'tenant_admin');
  const theirs = (await other.get('/v1/queues')).body.data[0]!;
  await other.post('/v1/numbers', { number: '4008009000', queue_id: theirs.id });
  await form.getByRole('button', { name: 'Create' }).click();
  await form.getByText('The number 4008009000 cannot be leased').waitFor();
  await form.getByLabel('Number').fill('0099');
  await page.getByTitle('+862160010099').click();
  await form.getByRole('button', { name: 'Create' }).click();

  await page.getByRole('link', { name: '+862160010099' }).click();
  await page.getByRole('listitem').getByText('Always open').waitFor();
  await page.getByRole('button', { name: 'Edit' }).click();
  await form.getByLabel('Opening hours').click();
  await page.getByTitle('service').click();
  await form.getByLabel('Greeting').fill('Not a sound');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('1 to 60 small letters').waitFor();
  await form.getByLabel('Greeting').fill('');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Outside of the hours: hears closed').waitFor();
  await page.locator('main').getByText('no sound').waitFor();

  await page.getByRole('button', { name: 'Remove: +862160010099' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('heading', { name: 'Numbers' }).waitFor();
  await page.getByRole('link', { name: '+862160010099' }).waitFor({ state: 'detached' });
  // kept for the tenant that gave it up
  await page.getByRole('button', { name: 'New number' }).click();
  await form.getByLabel('Number').fill('0099');
  await page.getByTitle('+862160010099').waitFor();
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
