import { ProviderDatabase } from '../../../../src/platform/database/provider-database';
import { SeatSuspensions } from '../../../../src/features/seats/seat-suspensions';
import { tenantContext } from '../../../../src/platform/tenancy/tenant-context';
import { WorkerModule } from '../../../../src/worker.module';
import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';
import { eventually } from '../../../../test/factories/switch';

const portal = stagePortal({ parts: [WorkerModule] });

it("sets an agent's state, which the agent's own page shows at once, and the agent's places in queues", async () => {
  const desk = await portal.as('pharma', 'agent');
  const page = await portal.as('pharma', 'supervisor');
  const name = 'Agent 1001';
  await desk.locator('[data-own-state=logged_out]').waitFor();

  await page.goto('/floor');
  await page.getByRole('button', { name, exact: true }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('Signed out').waitFor();
  await drawer.getByRole('button', { name: 'On a break' }).click();
  await page.getByText('A call that goes on is not touched: the break counts from its end.').waitFor();
  await page.getByRole('tooltip').getByRole('button', { name: 'On a break' }).click();
  await desk.getByText('You are on a break now').waitFor();
  await desk.locator('[data-own-state=on_break]').waitFor();
  await page.getByRole('row', { name: new RegExp(`${name}.*On a break`) }).waitFor();

  // what follows from the agent's skills is not changed here
  await drawer.getByText('by skill').waitFor();
  expect(await drawer.getByLabel('Level: vip').count()).toBe(0);
  await drawer.getByLabel('Level: care').fill('3');
  await drawer.getByLabel('Position: care').fill('7');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await drawer.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('button', { name, exact: true }).click();
  expect([await drawer.getByLabel('Level: care').inputValue(), await drawer.getByLabel('Position: care').inputValue()]).toEqual(['3', '7']);
  expect([...problemsOf(page), ...problemsOf(desk)]).toEqual([]);
});

it('moves several agents at once, names each that was refused with the reason, and tries those again', async () => {
  const page = await portal.as('pharma', 'supervisor');
  await page.goto('/floor');
  await page.getByLabel('Number or name').fill('100');
  for (const number of ['1002', '1003', '1004']) await page.getByRole('checkbox', { name: new RegExp(`Choose .*${number}`) }).check();
  await page.getByText('3 chosen').waitFor();
  await page.getByRole('button', { name: 'Add to a queue' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Add to a queue' }).click();
  await drawer.getByText('Please fill in this field').first().waitFor();
  await drawer.getByLabel('Queue').click();
  await page.getByTitle('vip').click();
  // the last of the four who are there by skill has the fourth
  await eventually(async () => (await drawer.getByLabel('Position of the first').inputValue()) === '5');
  let refusals = 1;
  await page.route('**/v1/agents/*/queues', (route) =>
    route.request().method() === 'PUT' && refusals-- > 0
      ? route.fulfill({ status: 409, json: { code: 'conflict', status: 409, detail: 'Somebody changes the same.' } })
      : route.continue(),
  );
  await drawer.getByRole('button', { name: 'Add to a queue' }).click();
  await drawer.getByText(/100\d: Somebody changes the same\./).waitFor();
  await drawer.getByText('2 of 3 done').waitFor();
  await drawer.getByRole('button', { name: 'Try these again' }).click();
  await drawer.getByText('1 of 1 done').waitFor();
  await drawer.getByRole('button', { name: 'Close' }).last().click();

  // 1002 was in it before, by skill
  expect(await placesInVip()).toEqual([['1003', 0, 6], ['1004', 0, 7]]);
  await page.getByRole('button', { name: 'Take from a queue' }).click();
  await drawer.getByLabel('Queue').click();
  await page.getByTitle('vip').click();
  await drawer.getByRole('button', { name: 'Take from a queue' }).click();
  await drawer.getByText('Agent 1002: serves the queue by skill').waitFor();
  await drawer.getByText('2 of 3 done').waitFor();
  expect(await placesInVip()).toEqual([]);
  expect(problemsOf(page)).toEqual([]);
});

async function placesInVip(): Promise<[string, number, number][]> {
  const rows = await portal.api.app.get(ProviderDatabase).sql<{ number: string; level: number; position: number }>(
    `SELECT a.number, t.level, t.position FROM tiers t
       JOIN queues q ON q.tenant_id = t.tenant_id AND q.id = t.queue_id AND q.name = 'vip'
       JOIN agents a ON a.tenant_id = t.tenant_id AND a.id = t.agent_id AND a.number IN ('1002', '1003', '1004')
      ORDER BY a.number`,
  );
  return rows.map(({ number, level, position }) => [number, level, position]);
}

it('tells of a suspended seat in one line, which opens, until somebody lifts it', async () => {
  const page = await portal.as('insurance', 'tenant_admin');
  await page.goto('/floor');
  await page.getByText('Agents ready').waitFor();
  expect(await page.getByText('One seat is suspended').count()).toBe(0);
  const { app } = portal.api;
  const [seat] = await app.get(ProviderDatabase).sql<{ id: string; extension: string; tenantId: string }>(
    "SELECT s.id, s.extension, s.tenant_id AS tenantId FROM seats s JOIN tenants t ON t.id = s.tenant_id AND t.slug = 'insurance' LIMIT 1",
  );
  await tenantContext.open({ tenantId: seat?.tenantId ?? '' }, () => app.get(SeatSuspensions, { strict: false }).suspend(seat?.id ?? '', 'too-many-calls'));
  await page.getByText('One seat is suspended').waitFor();
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('link', { name: `Seat ${seat?.extension}` }).click();
  await page.getByRole('button', { name: 'Lift the suspension' }).click();
  await page.getByRole('tooltip').getByRole('button').last().click();
  await page.getByRole('button', { name: 'Lift the suspension' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Floor' }).click();
  await page.getByText('Agents ready').waitFor();
  expect(await page.getByText('One seat is suspended').count()).toBe(0);
  expect(problemsOf(page)).toEqual([]);
});

it('offers a viewer nothing that would be refused', async () => {
  const page = await portal.as('pharma', 'viewer', { language: 'zh-CN' });
  await page.goto('/floor');
  await page.getByRole('link', { name: /1008/ }).waitFor();
  expect(await page.getByRole('checkbox').count()).toBe(0);
  await page.getByRole('link', { name: /1008/ }).click();
  await page.getByRole('heading', { name: /1008/ }).waitFor();
  await page.getByText('签出').waitFor();
  expect(await page.getByRole('button', { name: /就绪|小休/ }).count()).toBe(0);
  expect(problemsOf(page)).toEqual([]);
});

it('shows a supervisor his own teams first, another one where asked, and everybody once that was chosen', async () => {
  await portal.api.app.get(ProviderDatabase).sql("UPDATE agents SET team_id = NULL WHERE number = '1006'");
  const page = await portal.as('pharma', 'supervisor');
  const choose = async (team: string) => {
    await page.getByLabel('Teams').click();
    await page.getByTitle(team, { exact: true }).last().click();
  };
  await page.goto('/floor');
  await page.getByText('Agents (7)').waitFor();
  await choose('VIP');
  await page.getByText('Agents (2)').waitFor();
  const address = new URL(page.url());
  expect(address.search).toMatch(/^\?team=tem_/);
  await choose('All teams');
  await page.getByText('Agents (8)').waitFor();
  await page.goto('/floor');
  await page.getByText('Agents (8)').waitFor();
  await page.goto(address.pathname + address.search);
  await page.getByText('Agents (2)').waitFor();

  // an agent who joins is there at once
  const admin = await portal.as('pharma', 'tenant_admin');
  await admin.goto('/agents');
  await admin.getByRole('link', { name: '1006' }).first().click();
  await admin.getByRole('button', { name: 'Edit' }).click();
  await admin.getByRole('combobox', { name: 'Team' }).click();
  await admin.getByTitle('VIP', { exact: true }).click();
  await admin.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Agents (3)').waitFor();

  await page.goto(`/wallboard${address.search}`);
  await page.getByRole('columnheader', { name: 'Agents · VIP' }).waitFor();
  await page.getByRole('row', { name: 'Agents · VIP 3' }).waitFor();
  expect([...problemsOf(page), ...problemsOf(admin)]).toEqual([]);
});
