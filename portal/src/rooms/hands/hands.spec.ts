import { WorkerModule } from '../../../../src/worker.module';
import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';

const portal = stagePortal({ parts: [WorkerModule] });

it('is raised at the desktop, marked in the header, taken on the floor, closed, and counted', async () => {
  const [agent, supervisor] = [await portal.as('pharma', 'agent'), await portal.as('pharma', 'supervisor')];
  await supervisor.goto('/queues');
  await agent.goto('/desktop');
  await agent.getByText('Break', { exact: true }).click();
  await agent.getByRole('button', { name: 'Lunch' }).click();
  await agent.getByRole('button', { name: 'Raise my hand' }).click();
  await agent.getByLabel('More, if you like').fill('Wants the money back today.');
  await agent.getByRole('button', { name: 'Need a decision' }).click();
  await agent.getByText('Your supervisors see it').waitFor();

  await supervisor.goto('/customers');
  await supervisor.getByRole('link', { name: 'One hand is raised' }).click();
  const card = supervisor.getByRole('list', { name: 'Raised hands' });
  await card.getByText('Wants the money back today.').waitFor();
  await card.getByText('your team').waitFor();
  await supervisor.getByRole('button', { name: 'I take it: 1001' }).click();
  await card.getByText('Supervisor sees to it').waitFor();
  await supervisor.getByRole('link', { name: 'One hand is raised' }).waitFor({ state: 'detached' });
  await agent.getByText('Supervisor is coming').waitFor();

  // somebody else is told who has it already, and may not take it
  const admin = await portal.as('pharma', 'tenant_admin');
  await admin.goto('/floor');
  await admin.getByText('Supervisor sees to it').waitFor();
  expect(await admin.getByRole('button', { name: /I take it/ }).count()).toBe(0);
  await supervisor.getByRole('button', { name: 'Resolved: 1001', exact: true }).click();
  await card.waitFor({ state: 'detached' });
  await agent.getByRole('button', { name: 'Raise my hand' }).waitFor();

  await admin.getByRole('link', { name: 'Raised hands' }).click();
  await admin.getByRole('row', { name: /^Need a decision 1 1 1 0:\d\d$/ }).waitFor();
  await admin.getByRole('row', { name: /1001.*Need a decision Wants the money back today\. Resolved Supervisor/ }).waitFor();
  await admin.getByRole('button', { name: 'Edit: Topics' }).click();
  const form = admin.getByRole('dialog');
  await form.getByRole('button', { name: 'Add a topic' }).click();
  const added = form.getByRole('group', { name: 'Topic 4' });
  await added.getByLabel('Name', { exact: true }).fill('Special offer');
  await added.getByLabel('Code').fill('decision');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('must be another: it stands in the list already').waitFor();
  await added.getByLabel('Code').fill('offer');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'hidden' });
  await agent.reload();
  await agent.getByRole('button', { name: 'Raise my hand' }).click();
  await agent.getByRole('button', { name: 'Special offer' }).click();
  await agent.getByRole('button', { name: 'Lower it' }).click();
  await agent.getByRole('button', { name: 'Raise my hand' }).waitFor();
  expect([...problemsOf(agent), ...problemsOf(supervisor), ...problemsOf(admin)]).toEqual([]);
});

it('shows a viewer of another language what was raised, without what was written or what can be done', async () => {
  const page = await portal.as('pharma', 'viewer', { language: 'zh-CN' });
  await page.getByRole('link', { name: '举手记录' }).click();
  await page.getByRole('row', { name: /需要决定 1 1 1/ }).waitFor();
  expect(await page.getByText('Wants the money back today.').count()).toBe(0);
  expect(await page.getByRole('button', { name: /举手主题/ }).count()).toBe(0);
  const other = await portal.as('insurance', 'tenant_admin');
  await other.goto('/hands');
  await other.getByText('No hand was raised in this time.').first().waitFor();
  expect([...problemsOf(page), ...problemsOf(other)]).toEqual([]);
});
