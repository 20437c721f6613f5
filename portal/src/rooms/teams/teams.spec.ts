import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';

const portal = stagePortal();

it('makes a team, gives it supervisors and agents, imports into it, and removes it without its agents', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Teams' }).click();
  await page.getByRole('row', { name: 'Care Supervisor 6 The care line.' }).waitFor();
  await page.getByRole('button', { name: 'New team' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name').fill('Care');
  await form.getByLabel('What it is for').fill('By night');
  await form.getByLabel('Supervisors').click();
  expect(await page.locator('.ant-select-item-option').allInnerTexts()).toEqual([
    'Administrator · admin@pharma.seatline.test', 'Supervisor · supervisor@pharma.seatline.test',
  ]);
  await page.getByTitle(/^Supervisor ·/).click();
  await form.getByRole('button', { name: 'Create' }).click();
  await form.getByText('There is a team of that name.').waitFor();
  await form.getByLabel('Name').fill('Night');
  await form.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('row', { name: 'Night Supervisor 0 By night' }).waitFor();

  await page.getByRole('link', { name: 'Night' }).click();
  await page.getByText('No agent belongs to it yet.').waitFor();
  await page.getByRole('button', { name: 'Add agents' }).click();
  await form.getByLabel('Agents').click();
  for (const number of ['1003', '1004']) await page.getByTitle(`Agent ${number} (now in Care)`).click();
  // closes the list over the button
  await form.getByText('Add agents: Night').click();
  await form.getByRole('button', { name: 'Add agents' }).click();
  await page.getByRole('row', { name: 'Agent 1003' }).waitFor();
  await page.getByRole('button', { name: 'Take out: Agent 1004' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: 'Take out' }).click();
  await page.getByRole('row', { name: 'Agent 1004' }).waitFor({ state: 'detached' });

  await page.goto('/agents/import');
  await page.getByLabel('Lines').fill('2001,Anna,,,10,Nihgt');
  await page.getByRole('button', { name: 'Check the lines' }).click();
  await page.getByText('There is no team Nihgt.').waitFor();
  await page.getByLabel('Team, Line 1', { exact: true }).fill('Night');
  await page.getByLabel('Team, Line 1', { exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Create 1 agent' }).click();
  await page.getByText('0 can be created, 0 need correction, 1 are done').waitFor();

  await page.goto('/teams');
  await page.getByRole('row', { name: 'Night Supervisor 2 By night' }).getByRole('link', { name: '2' }).click();
  await page.getByText('2 of 9').waitFor();
  await page.getByRole('link', { name: 'Night' }).first().click();
  await page.getByRole('button', { name: 'Remove: Night' }).click();
  await page.getByText('Its 2 agents stay, without a team.', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('heading', { name: 'Teams' }).waitFor();
  await page.goto('/agents?team=none');
  await page.getByText('3 of 9').waitFor();
  expect(problemsOf(page)).toEqual([]);
});

it('offers who supervises nothing that would be refused, and knows no team of another tenant', async () => {
  const page = await portal.as('pharma', 'supervisor', { language: 'zh-CN' });
  await page.getByRole('link', { name: '团队' }).click();
  await page.getByRole('link', { name: 'Care' }).click();
  await page.getByRole('heading', { name: 'Care' }).waitFor();
  await page.getByRole('row', { name: 'Agent 1001' }).waitFor();
  expect(await page.getByRole('button', { name: /编辑|删除|添加坐席|移出/ }).count()).toBe(0);

  const other = await portal.as('insurance', 'tenant_admin');
  await other.goto(new URL(page.url()).pathname);
  await other.getByText('There is nothing here').waitFor();
  await other.goto('/teams');
  await other.getByText('Create a team, then say which agents belong to it.').waitFor();
  expect([...problemsOf(page), ...problemsOf(other)]).toEqual([]);
});
