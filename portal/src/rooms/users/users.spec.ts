import { openPortal, problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';

const portal = stagePortal();

it('makes a user who can sign in with the password that is shown once, and signs the user out again', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Users and roles' }).click();
  await page.getByRole('button', { name: 'New user' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('E-mail address').fill('admin@pharma.seatline.test');
  await form.getByLabel('Name', { exact: true }).fill('Night Desk');
  await form.getByRole('button', { name: 'Create' }).click();
  await page.getByText('There is a user of that e-mail address.').waitFor();
  await form.getByLabel('E-mail address').fill('night@pharma.seatline.test');
  await form.getByRole('button', { name: 'Create' }).click();
  await page.getByText('It is shown now and never again').waitFor();
  const password = await page.locator('code').innerText();
  await page.getByRole('button', { name: 'I have copied it' }).click();

  const theirs = await openPortal(portal.browser, portal.api);
  await theirs.fill('#tenant', 'pharma');
  await theirs.fill('#email', 'night@pharma.seatline.test');
  await theirs.fill('#password', password);
  await theirs.click('button[type=submit]');
  await theirs.getByLabel('New password', { exact: true }).waitFor();

  await page.getByLabel('Name or e-mail address').fill('night');
  await page.getByRole('link', { name: 'Night Desk' }).click();
  await page.getByRole('row', { name: /Chrome/ }).waitFor();
  await page.getByRole('button', { name: 'End all' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: 'End all' }).click();
  await page.getByText('Nowhere at the moment.').waitFor();

  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('switch').click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Switched off').first().waitFor();
  expect(problemsOf(page)).toEqual([]);
});

it.each(['en', 'zh-CN'] as const)('names in %s what each role may do', async (language) => {
  const page = await portal.as('pharma', 'tenant_admin', { language });
  await page.goto('/users/roles');
  await page.locator('tbody [role=img]').first().waitFor();
  const names = await page.locator('td:first-child').allInnerTexts();
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => /^[a-z-]+:[a-z-]+$|^area_/.test(name))).toEqual([]);
});

it("does not offer to take away one's own rights, and shows no user of another tenant", async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.goto('/users?role=tenant_admin');
  await page.getByRole('row', { name: /you/ }).getByRole('link').click();
  await page.getByRole('button', { name: 'Edit' }).waitFor();
  expect(await page.getByRole('button', { name: /Reset second factor|New temporary password|Remove/ }).count()).toBe(0);
  const path = new URL(page.url()).pathname;
  const other = await portal.as('insurance', 'tenant_admin');
  await other.goto(path);
  await other.getByText('There is nothing here').waitFor();
});
