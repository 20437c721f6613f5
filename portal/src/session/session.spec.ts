import type { Page } from 'playwright-core';
import { ApiClients, PASSWORD } from '../../../test/factories/api-client';
import { signIn } from '../../../test/factories/browser';
import { stagePortal } from '../../../test/factories/portal-stage';

const portal = stagePortal();

const DRAFT = 'seatline.tenant-draft.new';
const THEIRS = '@pharma.seatline.test';
const emailOf = (tenant: string) => new ApiClients(portal.api).emailOf(tenant, 'tenant_admin');

/** A browser at which an administrator of pharma looks at the users. */
async function atUsers(): Promise<Page> {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Users and roles' }).click();
  await page.getByText(`supervisor${THEIRS}`).waitFor();
  return page;
}

/** Somebody signs in in another tab, which has the same cookie. */
async function signInElsewhere(page: Page, tenant: string): Promise<void> {
  const body = { tenant, email: await emailOf(tenant), password: PASSWORD, cookie: true };
  const status = await page.evaluate(async (sent) => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch('/v1/sign-in', { method: 'POST', headers, body: JSON.stringify(sent) })).status;
  }, body);
  expect(status).toBe(200);
}

it('shows whoever comes next nothing of the person before, nor of his tenant', async () => {
  const page = await atUsers();
  await page.evaluate(`sessionStorage.setItem('${DRAFT}', 'tenant: theirs')`);
  await page.getByRole('button', { name: `admin${THEIRS}` }).click();
  await page.getByText('Sign out').click();
  await page.waitForSelector('#email');
  expect(await page.evaluate(`sessionStorage.getItem('${DRAFT}')`)).toBeNull();
  await signIn(page, { tenant: 'insurance', email: await emailOf('insurance') });
  // nothing new arrives: what shows was there before
  await page.route('**/v1/users?**', () => undefined);
  await page.getByRole('link', { name: 'Users and roles' }).click();
  await page.getByRole('heading', { name: 'Users' }).waitFor();
  expect(await page.getByText(THEIRS).count()).toBe(0);
});

it('is whose the browser is, in each of its tabs', async () => {
  const page = await atUsers();
  await signInElsewhere(page, 'insurance');
  await page.evaluate(() => new BroadcastChannel('seatline.session').postMessage('signed-in'));
  await page.getByText('supervisor@insurance.seatline.test').waitFor();
  expect(await page.getByText(THEIRS).count()).toBe(0);
});

it('asks nothing as somebody else where it was not told of him', async () => {
  const page = await atUsers();
  await signInElsewhere(page, 'insurance');
  // the access token has ended: the cookie's next one is another's
  await page.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 600_000;
  });
  await page.getByRole('link', { name: 'Queues' }).click();
  await page.waitForSelector('#email');
});
