import { ApiClients } from '../../../../test/factories/api-client';
import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';

const portal = stagePortal({ tenants: ['pharma'] });

/** What the API answers to a secret. */
async function answerTo(secret: string, path: string): Promise<number> {
  return (await new ApiClients(portal.api).bearer(secret).get(path)).status;
}

it('creates a key that may do what was chosen, changes its secret without an outage and revokes it', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'API keys' }).click();
  await page.getByRole('button', { name: 'New key' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name').fill('CRM');
  await form.getByLabel('Only these').click();
  await form.getByRole('button', { name: 'Create' }).click();
  await form.getByText('Choose one at least.').waitFor();
  await form.getByLabel('See queues').check();
  await form.getByRole('button', { name: 'Create' }).click();
  const first = await page.locator('code').innerText();
  await page.getByRole('button', { name: 'I have copied it' }).click();
  expect([await answerTo(first, '/v1/queues'), await answerTo(first, '/v1/calls')]).toEqual([200, 403]);

  await page.getByRole('row', { name: /CRM.*Viewer 1 right Live/ }).getByRole('button', { name: 'New secret' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
  const second = await page.locator('code').innerText();
  await page.getByRole('button', { name: 'I have copied it' }).click();
  await page.getByText('Two secrets live until').waitFor();
  expect([await answerTo(first, '/v1/queues'), await answerTo(second, '/v1/queues')]).toEqual([200, 200]);
  await page.getByRole('button', { name: 'End the former secret' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: 'End the former secret' }).click();
  await page.getByText('Two secrets live until').waitFor({ state: 'detached' });
  expect([await answerTo(first, '/v1/queues'), await answerTo(second, '/v1/queues')]).toEqual([401, 200]);

  await page.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('CRM', { exact: true }).waitFor({ state: 'detached' });
  await page.getByLabel('Show revoked and expired ones').check();
  await page.getByRole('row', { name: /CRM.*Revoked/ }).waitFor();
  expect(await answerTo(second, '/v1/queues')).toBe(401);
  expect(problemsOf(page)).toEqual([]);
});
