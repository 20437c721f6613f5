import { ApiClients } from '../../../../test/factories/api-client';
import { tenantIdOf } from '../../../../test/factories/books';
import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';

const portal = stagePortal({ tenants: ['pharma'] });

it("shows who of the provider's people may enter and why, and puts one out", async () => {
  const manager = await new ApiClients(portal.api).staff('account_manager');
  const entered = await manager.enter(await tenantIdOf(portal.api.app, 'pharma'));
  expect((await entered.get('/v1/queues')).status).toBe(200);

  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: "Provider's access" }).click();
  await page.getByRole('row', { name: /account_manager@seatline.test a test May enter/ }).waitFor();
  await page.getByRole('button', { name: 'End it' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: 'End it' }).click();
  await page.getByRole('row', { name: /Ended early.*admin@pharma.seatline.test/ }).waitFor();
  expect(await page.getByRole('button', { name: 'End it' }).count()).toBe(0);
  expect((await entered.get('/v1/queues')).status).toBe(403);
  expect(problemsOf(page)).toEqual([]);
});
