import { WorkerModule } from '../../../src/worker.module';
import { ApiClients } from '../../../test/factories/api-client';
import { openPortal, problemsOf, signIn } from '../../../test/factories/browser';
import { stagePortal } from '../../../test/factories/portal-stage';
import { SmtpSink } from '../../../test/factories/smtp-sink';
import { eventually } from '../../../test/factories/switch';

const EMAIL = 'viewer@pharma.seatline.test';
const NEW = 'an entirely other staple';

const sink = new SmtpSink();
const portal = stagePortal({
  tenants: ['pharma'],
  parts: [WorkerModule],
  settings: async () => ({ SMTP_URL: await sink.start(), MAIL_FROM: 'Seatline <no-reply@seatline.example>' }),
  prepare: (api) => new ApiClients(api).emailOf('pharma', 'viewer'),
});
afterAll(() => sink.stop());

/** Where the link of the latest mail leads to, on the page's own server. */
async function mailedPath(): Promise<string> {
  const mail = await eventually(async () => sink.received.shift());
  const { pathname, hash } = new URL(/^https?:\/\/\S+$/m.exec(mail.text)?.[0] ?? '');
  return pathname + hash;
}

it('has a forgotten password set anew by the link of a mail, once', async () => {
  const page = await openPortal(portal.browser, portal.api);
  await page.getByLabel('Company').fill('pharma');
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  expect(await page.getByLabel('Company').inputValue()).toBe('pharma');
  const ask = async (email: string) => {
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Send the mail' }).click();
  };
  await ask('nobody@pharma.seatline.test');
  await page.getByText('If nobody@pharma.seatline.test belongs to a user').waitFor();
  await page.getByRole('button', { name: 'Back to the sign-in' }).click();
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  await ask(EMAIL);
  await page.getByText(`If ${EMAIL} belongs to a user`).waitFor();

  const link = await mailedPath();
  expect(link).toMatch(/^\/password-reset#[\w-]{32}$/);
  await page.goto(link);
  await page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
  expect(new URL(page.url())).toMatchObject({ pathname: '/password-reset', hash: '' });
  const choose = async (password: string, again = password) => {
    await page.getByLabel('New password', { exact: true }).fill(password);
    await page.getByLabel('New password once more').fill(again);
    await page.getByRole('button', { name: 'Set the password' }).click();
  };
  await choose(NEW, `${NEW}!`);
  await page.getByText('The two are not alike').waitFor();
  await choose('the viewer of pharma');
  await page.locator('#password_help').getByText('must not contain "viewer"', { exact: false }).waitFor();
  await choose(NEW);
  await page.getByText('Your password is set').waitFor();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForSelector('#tenant');
  await signIn(page, { tenant: 'pharma', email: EMAIL }, NEW);

  const other = await openPortal(portal.browser, portal.api);
  await other.goto(link);
  await other.getByLabel('New password', { exact: true }).fill(`${NEW} 2`);
  await other.getByLabel('New password once more').fill(`${NEW} 2`);
  await other.getByRole('button', { name: 'Set the password' }).click();
  await other.getByText('This link is no longer good').waitFor();
  await other.getByRole('button', { name: 'Ask for another mail' }).click();
  await other.getByLabel('E-mail').waitFor();
  expect(sink.received).toEqual([]);
  expect([...problemsOf(page), ...problemsOf(other)]).toEqual([]);
});

it('says at once that a link was not copied as a whole, and takes a better one over it', async () => {
  const page = await openPortal(portal.browser, portal.api, { language: 'zh-CN' });
  await page.goto('/password-reset#half-a-token');
  await page.getByText('此链接已失效').waitFor();
  expect(new URL(page.url()).hash).toBe('');
  await page.goto(`/password-reset#${'x'.repeat(32)}`);
  await page.getByRole('heading', { name: '设置新密码' }).waitFor();
  expect(new URL(page.url()).hash).toBe('');
  expect(problemsOf(page)).toEqual([]);
});
