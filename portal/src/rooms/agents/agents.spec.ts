import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';

const portal = stagePortal();

it('creates an agent at a hot desk, sits it down, changes it and removes it', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Agents' }).click();
  await page.getByRole('button', { name: 'New agent' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Number').fill('012');
  await form.getByLabel('Name').fill('Night shift');
  await form.getByRole('button', { name: 'Create' }).click();
  await form.getByText('4 to 6 digits, not beginning with 0').waitFor();
  await form.getByLabel('Number').fill('1001');
  await form.getByRole('button', { name: 'Create' }).click();
  await form.getByText('There is an agent of that number.').waitFor();
  expect(await form.getByLabel('Name').inputValue()).toBe('Night shift');
  await form.getByLabel('Number').fill('2001');
  await form.getByRole('button', { name: 'Create' }).click();

  await page.getByLabel('Number, name or user').fill('night');
  await page.getByText('1 of 9').waitFor();
  await page.getByRole('link', { name: '2001' }).click();
  expect(await page.getByRole('button', { name: 'Ready' }).isDisabled()).toBe(true);
  await page.getByLabel('Choose a free seat').click();
  await page.getByTitle('1009').click();
  await page.getByRole('button', { name: 'Ready' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: 'Ready' }).click();
  await page.getByText('Sits at 1009').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('Signed out').waitFor();

  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Wrap-up').fill('25');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('25 s').waitFor();
  await page.getByRole('button', { name: 'Remove: Night shift' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('heading', { name: 'Agents' }).waitFor();
  await page.getByText('8 of 8').waitFor();
  expect(problemsOf(page)).toEqual([]);
});

it('imports a list: shows what is wrong before it writes, goes on behind another page, and keeps what was refused', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.goto('/agents/import');
  const many = Array.from({ length: 40 }, (_, index) => `${3001 + index},Import ${index}`);
  await page.getByLabel('Lines').fill(['number,name,seat', '1001,Anna', '30xx,Bo', '3000,Cy,1009', ...many].join('\n'));
  await page.getByRole('button', { name: 'Check the lines' }).click();
  await page.getByText('41 can be created, 2 need correction, 0 are done').waitFor();
  await page.getByText('There is an agent of that number.').waitFor();
  await page.getByText('The number must have 4 to 6 digits and not begin with 0.').waitFor();
  await page.getByLabel('Number, Line 3', { exact: true }).fill('3100');
  await page.getByLabel('Number, Line 3', { exact: true }).press('Enter');
  await page.getByText('42 can be created, 1 need correction, 0 are done').waitFor();

  // the second line's seat goes to somebody else at the last moment
  await page.route('**/v1/agents', async (route) => {
    const isCy = route.request().postData()?.includes('"3000"') ?? false;
    return isCy ? route.fulfill({ status: 409, json: { code: 'conflict', status: 409, detail: "The seat is agent 1009's." } }) : route.continue();
  });
  await page.getByRole('button', { name: 'Create 42 agents' }).click();
  await page.getByRole('link', { name: 'Agents' }).click();
  await page.getByText('The import is done').waitFor();
  await page.getByText('49 of 49').waitFor();
  await page.getByRole('link', { name: 'See the lines' }).click();
  await page.getByText("Refused: The seat is agent 1009's.").waitFor();
  await page.unroute('**/v1/agents');
  await page.getByLabel('Seat, Line 4', { exact: true }).fill('1010');
  await page.getByLabel('Seat, Line 4', { exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Create 1 agent' }).click();
  await page.getByText('0 can be created, 1 need correction, 42 are done').waitFor();
  expect(problemsOf(page)).toEqual([]);
});

it('offers a viewer nothing that would be refused, and knows no agent of another tenant', async () => {
  const page = await portal.as('pharma', 'viewer', { language: 'zh-CN' });
  await page.getByRole('link', { name: '坐席' }).click();
  await page.getByRole('link', { name: '1001' }).first().click();
  await page.getByRole('heading', { name: 'Agent 1001' }).waitFor();
  await page.getByText('签出').waitFor();
  expect(await page.getByRole('button', { name: /编辑|就绪|小休/ }).count()).toBe(0);
  const path = new URL(page.url()).pathname;
  await page.goto('/agents/import');
  await page.getByText('您无权进入此页面').waitFor();

  const other = await portal.as('insurance', 'tenant_admin');
  await other.goto(path);
  await other.getByText('There is nothing here').waitFor();
  expect([...problemsOf(page), ...problemsOf(other)]).toEqual([]);
});
