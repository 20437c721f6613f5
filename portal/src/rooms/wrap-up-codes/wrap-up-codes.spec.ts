import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';

const portal = stagePortal();

it('makes a code for a queue, changes it, finds it, has the queue require one, and removes it', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Wrap-up codes' }).click();
  await page.getByRole('row', { name: /^order Order taken 订购 vip Offered/ }).waitFor();

  await page.getByRole('button', { name: 'New wrap-up code' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Code', { exact: true }).fill('none');
  await form.getByLabel('Name', { exact: true }).fill('Refund');
  await form.getByRole('button', { name: 'Create' }).click();
  await form.getByText('and not none', { exact: false }).waitFor();
  expect(await form.getByLabel('Name', { exact: true }).inputValue()).toBe('Refund');
  await form.getByLabel('Code', { exact: true }).fill('refund');
  await form.getByLabel('Queues').click();
  await page.getByTitle('care', { exact: true }).click();
  await form.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('row', { name: /^refund Refund – care Offered/ }).waitFor();

  await page.getByRole('button', { name: 'Edit: refund' }).click();
  await form.getByLabel('Name in Chinese').fill('退款');
  await form.getByLabel('Offered to agents').click();
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('row', { name: /^refund Refund 退款 care Not offered/ }).waitFor();
  await page.getByRole('textbox', { name: 'Code or name' }).or(page.getByRole('searchbox', { name: 'Code or name' })).fill('退');
  await page.getByRole('row', { name: /^order / }).waitFor({ state: 'detached' });
  await page.getByRole('row', { name: /^refund / }).getByRole('link', { name: 'Its calls' }).click();
  await page.waitForURL('**/calls?code=refund');
  await page.getByText('Nothing matches').or(page.getByText('Nothing found')).first().waitFor();

  await page.goto('/queues');
  await page.getByRole('link', { name: 'care', exact: true }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await form.getByLabel('Wrap-up code required').click();
  await form.getByRole('button', { name: 'Save' }).click();
  await page.locator('.ant-descriptions-item', { hasText: 'Wrap-up code required' }).getByText('Yes').waitFor();

  await page.getByRole('link', { name: 'Wrap-up codes' }).click();
  await page.getByRole('button', { name: 'Remove: refund' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('row', { name: /^refund / }).waitFor({ state: 'detached' });
  expect(problemsOf(page)).toEqual([]);
});

it('is no room for those who may not change queues', async () => {
  const page = await portal.as('pharma', 'viewer', { language: 'zh-CN' });
  await page.getByRole('link', { name: '队列' }).waitFor();
  expect(await page.getByRole('link', { name: '小结代码' }).count()).toBe(0);
  expect(problemsOf(page)).toEqual([]);
});
