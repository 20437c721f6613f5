import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';

const portal = stagePortal();

it('creates a queue, after saying at the field what is wrong and losing nothing', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Queues' }).click();
  await page.getByRole('button', { name: 'New queue' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name').fill('Kein Name');
  await form.getByLabel('Longest wait').fill('45');
  await form.getByRole('button', { name: 'Create' }).click();
  await page.getByText('must be a-z, 0-9 and -, beginning with a letter').waitFor();
  expect(await form.getByLabel('Longest wait').inputValue()).toBe('45');

  await form.getByLabel('Place in the queue').click();
  await form.getByLabel('Tell place and wait every').fill('30');
  await form.getByLabel('Name').fill('night-desk');
  await form.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('link', { name: 'night-desk' }).click();
  await page.getByRole('heading', { name: 'night-desk' }).waitFor();
  await page.getByText('45 s').waitFor();
  await page.getByText('Place in the queue, every 30 s').waitFor();

  await page.getByLabel('Add an agent').fill('1001');
  await page.getByTitle(/1001/).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.reload();
  await page.getByText(/1001/).waitFor();
  expect(problemsOf(page)).toEqual([]);
});

it('keeps what was typed where somebody else changed the queue meanwhile', async () => {
  const [mine, other] = await Promise.all([1, 2].map(() => portal.as('pharma', 'tenant_admin')));
  for (const page of [mine, other]) {
    await page?.getByRole('link', { name: 'Queues' }).click();
    await page?.getByRole('link', { name: 'care' }).click();
    await page?.getByRole('button', { name: 'Edit' }).click();
  }
  await other?.getByLabel('Longest wait').fill('90');
  await other?.getByRole('button', { name: 'Save' }).click();
  await other?.getByText('90 s').waitFor();
  await mine?.getByLabel('Longest wait').fill('30');
  await mine?.getByRole('button', { name: 'Save' }).click();
  await mine?.getByText('Somebody changed it meanwhile', { exact: false }).waitFor();
  expect(await mine?.getByLabel('Longest wait').inputValue()).toBe('30');
});

it('opens to a viewer without a button that would be refused, and not to an id of another tenant', async () => {
  const page = await portal.as('insurance', 'viewer', { language: 'zh-CN' });
  await page.getByRole('link', { name: '队列' }).click();
  await page.getByRole('link', { name: 'claims' }).waitFor();
  expect(await page.getByRole('button', { name: '新建队列' }).count()).toBe(0);
  const path = await page.getByRole('link', { name: 'claims' }).getAttribute('href');

  const other = await portal.as('pharma', 'tenant_admin');
  await other.goto(String(path));
  await other.getByText('There is nothing here').waitFor();
});
