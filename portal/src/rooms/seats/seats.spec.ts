import { ProviderDatabase } from '../../../../src/platform/database/provider-database';
import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';

const portal = stagePortal();

it('leases a range after showing what it means, and makes credentials that are shown once', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Seats' }).click();
  await page.getByText('10 of 20 seats leased').waitFor();
  await page.getByRole('button', { name: 'New seats' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Extension').fill('1009');
  await form.getByLabel('Up to').fill('1008');
  await form.getByText('not below the first, and of as many digits').waitFor();
  await form.getByLabel('Up to').fill('1021');
  await form.getByText('The contract allows 20 seats: there is room for 10 more.').waitFor();
  expect(await form.getByRole('button', { name: 'Lease 11 seats' }).isDisabled()).toBe(true);
  await form.getByLabel('Up to').fill('1012');
  await form.getByText('There already, left as they are: 1009–1010').waitFor();
  await form.getByRole('button', { name: 'Lease 2 seats' }).click();
  await page.getByText('12 of 20 seats leased').waitFor();

  await page.getByLabel('Extension or agent').fill('101');
  for (const extension of ['1011', '1012']) await page.getByRole('row', { name: extension }).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Credentials for 2 seats' }).click();
  const shown = page.getByRole('dialog');
  await shown.getByRole('button', { name: 'Print slips' }).waitFor();
  const secrets = await shown.locator('code').allInnerTexts();
  expect(secrets.map((secret) => secret.length >= 20)).toEqual([true, true]);
  const [file] = await Promise.all([page.waitForEvent('download'), shown.getByRole('button', { name: 'Save as a file' }).click()]);
  expect(file.suggestedFilename()).toBe('seats.csv');
  await shown.getByRole('button', { name: 'Print slips' }).click();
  await shown.locator('.ant-modal-footer').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('dialog', { name: 'Have you kept them?' }).getByRole('button', { name: 'Close' }).click();
  await page.getByText(secrets[0] ?? '').waitFor({ state: 'detached' });

  await page.getByRole('link', { name: '1011' }).click();
  await page.getByText('Made. The secret was shown once').waitFor();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('combobox', { name: 'Caller number' }).click();
  await page.getByTitle('+862160010001').click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('main').getByText('+862160010001').waitFor();
  await page.getByRole('button', { name: 'Remove: 1011' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('11 of 20 seats leased').waitFor();
  expect(problemsOf(page)).toEqual([]);
});

it('lifts a suspension; offers a viewer nothing, and knows no seat of another tenant', async () => {
  await portal.api.app.get(ProviderDatabase).sql("UPDATE seats SET suspended_at = NOW(3), suspension = 'too-many-calls' WHERE extension = '1002'");
  const page = await portal.as('pharma', 'tenant_admin');
  await page.goto('/seats?state=suspended');
  await page.getByRole('link', { name: '1002', exact: true }).click();
  await page.getByText('It placed more calls in a minute than the calling plan allows.').waitFor();
  expect(await page.getByRole('button', { name: 'Remove: 1002' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Lift the suspension' }).click();
  await page.getByRole('button', { name: 'Lift the suspension' }).last().click();
  await page.getByText('It placed more calls in a minute').waitFor({ state: 'detached' });
  const path = new URL(page.url()).pathname;

  const viewer = await portal.as('pharma', 'viewer', { language: 'zh-CN' });
  await viewer.goto(path);
  await viewer.getByRole('heading', { name: '分机号 1002' }).waitFor();
  expect(await viewer.getByRole('button', { name: /凭据|编辑/ }).count()).toBe(0);

  const other = await portal.as('insurance', 'tenant_admin');
  await other.goto(path);
  await other.getByText('There is nothing here').waitFor();
  expect([page, viewer, other].flatMap(problemsOf)).toEqual([]);
});
