import { book, inboundLeg, tenantIdOf } from '../../../../test/factories/books';
import { problemsOf } from '../../../../test/factories/browser';
import { CLIENT, TestIdentityProvider } from '../../../../test/factories/identity-provider';
import { stagePortal } from '../../../../test/factories/portal-stage';

const identities = new TestIdentityProvider();
const portal = stagePortal();
beforeAll(async () => {
  await identities.start();
});
afterAll(async () => {
  await identities.stop();
});

it('sets how people sign in and tells an endpoint of calls, after saying at the field what is wrong', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByText('Asia/Shanghai').waitFor();
  await page.getByRole('link', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('dialog').getByLabel('Supervisor').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByText('Supervisor', { exact: true }).waitFor();

  // it has to be registered before there is a provider to set
  await page.getByText('http://127.0.0.1:8080/sign-in/oidc').waitFor();
  await page.getByRole('button', { name: 'Set one up' }).click();
  const provider = page.getByRole('dialog');
  await provider.getByLabel('Issuer').fill(identities.issuer);
  await provider.getByLabel('Client ID').fill(CLIENT.id);
  await provider.getByLabel('Client secret').fill(CLIENT.secret);
  await provider.getByLabel('E-mail domains').fill('Pharma,');
  await provider.getByLabel('Make users when they first sign in').click();
  await provider.getByRole('button', { name: 'Add a value' }).click();
  await provider.getByLabel('Value').fill('floor');
  await provider.getByRole('button', { name: 'Save' }).click();
  await page.getByText('must be domains in lower case').waitFor();
  expect(await provider.getByLabel('Client secret').inputValue()).toBe(CLIENT.secret);
  await provider.getByLabel('E-mail domains').press('Backspace');
  await provider.getByLabel('E-mail domains').fill('pharma.seatline.test,');
  await provider.getByRole('button', { name: 'Save' }).click();
  await page.getByText('groups: floor → Agent').waitFor();
  await page.getByText('All others → are refused').waitFor();

  await page.getByRole('link', { name: 'Webhooks' }).click();
  await page.getByRole('button', { name: 'New endpoint' }).click();
  const endpoint = page.getByRole('dialog');
  await endpoint.getByLabel('Address').fill('http://192.168.0.1/hooks');
  await endpoint.getByRole('button', { name: 'Create' }).click();
  await endpoint.getByText('must begin with https://').waitFor();
  await endpoint.getByLabel('Address').fill('https://crm.example.com/hooks');
  await endpoint.getByRole('button', { name: 'Create' }).click();
  expect(await page.locator('code').innerText()).toMatch(/^whsec_/);
  await page.getByRole('button', { name: 'I have copied it' }).click();
  await page.getByRole('link', { name: 'https://crm.example.com/hooks' }).click();
  await page.getByText('Nothing yet.').waitFor();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('switch').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByText('Switched off', { exact: true }).waitFor();
  expect(problemsOf(page)).toEqual([]);
});

it('erases somebody only who is sure, and keeps data as long as the policy says', async () => {
  await book(portal.api.app, inboundLeg(await tenantIdOf(portal.api.app, 'insurance'), new Date().toISOString(), 10, { from: '13900139000', to: '4008002002' }));
  const page = await portal.as('insurance', 'tenant_admin');
  await page.goto('/settings/erasures');
  await page.getByRole('button', { name: 'Erase somebody' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Number').fill('139 0013 9000');
  await form.getByRole('button', { name: 'Erase somebody' }).click();
  await form.getByText('Say that you are sure.').waitFor();
  await form.getByLabel('I am sure').check();
  await form.getByRole('button', { name: 'Erase somebody' }).click();
  await page.getByRole('row').nth(1).waitFor();
  expect(await page.getByText('13900139000').count()).toBe(0);

  await page.getByRole('link', { name: 'Retention' }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Recordings', { exact: true }).fill('99999');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('must not be greater than').waitFor();
  await page.getByLabel('Recordings', { exact: true }).fill('90');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('90 days').waitFor();
  expect(problemsOf(page)).toEqual([]);
});

/** One pixel. */
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

it('takes on a colour that white text is legible on, and a logo, for everybody of the tenant', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.goto('/settings/branding');
  const colour = async (hex: string) => {
    await page.locator('.ant-color-picker-trigger').click();
    await page.locator('.ant-color-picker-hex-input input').fill(hex);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
  };
  await colour('ffd400');
  await page.getByText('Choose a darker one').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText(/must be darker: white text on it has a contrast of 1\.4:1/).waitFor();
  await colour('0f766e');
  await page.getByText('White text on it is legible').waitFor();
  await page.setInputFiles('input[type=file]', { name: 'logo.png', mimeType: 'image/png', buffer: PNG });
  await page.getByRole('button', { name: 'Without a logo' }).waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('img', { name: 'Drug maker' }).waitFor();
  expect(problemsOf(page)).toEqual([]);

  const theirs = await portal.as('pharma', 'viewer');
  await theirs.getByRole('img', { name: 'Drug maker' }).waitFor();
  expect(await theirs.getByRole('link', { name: 'Settings' }).count()).toBe(0);
  const others = await portal.as('insurance', 'viewer');
  await others.getByText('Seatline', { exact: true }).waitFor();
});

it('has agents choose from reasons for breaks that an administrator names', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.goto('/settings/breaks');
  await page.getByRole('row', { name: /Lunch 用餐 lunch/ }).waitFor();
  await page.getByRole('button', { name: 'Edit' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Remove: Reason 5' }).click();
  await form.getByRole('button', { name: 'Add a reason' }).click();
  const fifth = form.getByRole('group', { name: 'Reason 5' });
  await fifth.getByLabel('Name in English').fill('Coaching');
  await fifth.getByLabel('Name in Chinese').fill('辅导');
  await fifth.getByLabel('Code').fill('lunch');
  await form.getByRole('button', { name: 'Save' }).click();
  await fifth.getByText('must be another: it stands in the list already').waitFor();
  await fifth.getByLabel('Code').fill('coaching');
  await fifth.getByRole('button', { name: 'Up: Reason 5' }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'hidden' });
  await page.getByRole('row', { name: /Coaching 辅导 coaching/ }).waitFor();
  const names = await page.getByRole('row').allInnerTexts();
  expect(names.slice(1).map((row) => row.split('\t')[0])).toEqual(['Lunch', 'Rest', 'Training', 'Coaching', 'Meeting']);
  expect(problemsOf(page)).toEqual([]);
});
