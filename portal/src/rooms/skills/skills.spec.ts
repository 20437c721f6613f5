import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';

const portal = stagePortal();

it('makes a skill, gives it to an agent, has a queue ask for it, and removes it when no queue does', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Skills' }).click();
  await page.getByRole('row', { name: 'Product safety vip 4 Takes reports of adverse events.' }).waitFor();
  await page.getByRole('button', { name: 'New skill' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name').fill('English');
  await form.getByRole('button', { name: 'Create' }).click();
  await form.getByText('There is a skill of that name.').waitFor();
  await form.getByLabel('Name').fill('German');
  await form.getByLabel('What it takes').fill('On the phone');
  await form.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('row', { name: 'German – 0 On the phone' }).waitFor();

  await page.getByRole('link', { name: 'Agents', exact: true }).first().click();
  await page.getByRole('link', { name: '1003', exact: true }).first().click();
  await page.getByText('None yet.').waitFor();
  await page.getByLabel('Add a skill').click();
  await page.locator('.ant-select-item-option').getByText('German').click();
  await page.getByRole('spinbutton', { name: 'Level: German' }).fill('4');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' });

  await page.getByRole('link', { name: 'Queues', exact: true }).click();
  await page.getByRole('link', { name: 'vip' }).click();
  await page.getByText('by skill', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Take away Product safety' }).click();
  await page.getByLabel('Add a skill').click();
  await page.locator('.ant-select-item-option').getByText('German').click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Agent 1007').waitFor({ state: 'detached' });
  expect(await page.getByText('Agent 1003').count()).toBe(1);

  // put there by hand, the agent has a place of his own, and comes back by skill when it is taken away
  await page.getByRole('button', { name: 'Place by hand: Agent 1003' }).click();
  await page.getByRole('spinbutton', { name: 'Level: Agent 1003' }).fill('2');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' });
  expect(await page.getByText('by skill', { exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'Remove: Agent 1003' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('by skill', { exact: true }).waitFor();

  await page.getByRole('link', { name: 'German' }).click();
  await page.getByRole('row', { name: 'Agent 1003 4' }).waitFor();
  await page.getByRole('button', { name: 'Remove: German' }).click();
  await page.getByText('The one agent who has it loses it.', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('A queue asks for the skill: take it off the queue first.').waitFor();
  await page.getByRole('link', { name: 'vip' }).click();
  await page.getByRole('button', { name: 'Take away German' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Nobody answers this queue yet.').waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Remove: German' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('heading', { name: 'Skills' }).waitFor();
  await page.getByRole('row', { name: 'English' }).waitFor();
  await page.getByText('German').first().waitFor({ state: 'detached' });
  expect(problemsOf(page)).toEqual([]);
});

it('is read by who may not change it, and knows no skill of another tenant', async () => {
  const page = await portal.as('pharma', 'supervisor', { language: 'zh-CN' });
  await page.getByRole('link', { name: '技能' }).click();
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('row', { name: 'Agent 1007 5' }).waitFor();
  expect(await page.getByRole('button', { name: /编辑|删除/ }).count()).toBe(0);

  const other = await portal.as('insurance', 'tenant_admin');
  await other.goto(new URL(page.url()).pathname);
  await other.getByText('There is nothing here').waitFor();
  await other.goto('/skills');
  await other.getByText('Create a skill, then say which agents have it and which queues ask for it.').waitFor();
  expect([...problemsOf(page), ...problemsOf(other)]).toEqual([]);
});
