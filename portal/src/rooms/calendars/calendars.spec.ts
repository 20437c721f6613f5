import { ApiClients } from '../../../../test/factories/api-client';
import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';

const portal = stagePortal();

it('makes hours by drawing, typing and copying, and saves nothing that would be refused', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Opening hours' }).click();
  await page.getByRole('button', { name: 'New hours' }).click();
  await page.getByLabel('Name', { exact: true }).last().fill('night-desk');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('heading', { name: 'night-desk' }).waitFor();

  await page.getByRole('button', { name: 'Closed throughout' }).click();
  await page.getByText('The week must open at some time.').waitFor();
  expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  // from 6 to 12 on Monday
  const bar = page.locator('[data-bar=mon]');
  const { x, y, width, height } = (await bar.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 4 + 1, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 - 1, y + height / 2, { steps: 4 });
  await page.mouse.up();
  expect(await page.getByLabel('Monday, hours 1: opens').inputValue()).toBe('06:00');
  await page.getByLabel('Monday, hours 1: closes').fill('1130');
  await page.getByLabel('Monday, hours 1: closes').press('Enter');
  await page.getByRole('button', { name: 'Copy Monday to other days' }).click();
  await page.getByText('to every day').click();
  await page.getByRole('button', { name: 'Add hours on Sunday' }).click();
  await page.getByLabel('Sunday, hours 2: opens').fill('22');
  await page.getByLabel('Sunday, hours 2: closes').fill('7');
  await page.getByLabel('Sunday, hours 2: closes').press('Enter');
  await page.getByText('overlaps Monday 06:00 – 11:30').waitFor();
  expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await page.getByLabel('Sunday, hours 2: closes').fill('6');
  await page.getByLabel('Sunday, hours 2: closes').press('Enter');
  await page.getByLabel('First day').fill('2027-02-05');
  await page.getByLabel('Last day').fill('2027-02-07');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();

  const admin = await new ApiClients(portal.api).user('pharma', 'tenant_admin');
  const [saved] = (await admin.get('/v1/calendars')).body.data.filter(({ name }) => name === 'night-desk');
  const day = { open: '06:00', close: '11:30' };
  expect(saved?.['hours']).toEqual({
    week: { mon: [day], tue: [day], wed: [day], thu: [day], fri: [day], sat: [day], sun: [day, { open: '22:00', close: '06:00' }] },
    holidays: ['2027-02-05', '2027-02-06', '2027-02-07'],
  });

  await page.getByRole('button', { name: 'Remove Fri, Feb 5, 2027' }).click();
  await page.getByRole('link', { name: 'Opening hours' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard them' }).click();
  await page.getByRole('cell', { name: '3 holidays' }).first().waitFor();
  expect(problemsOf(page)).toEqual([]);
});

it('keeps the changes where somebody else saved first; shows a viewer the week, and no hours of another tenant', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.goto('/calendars');
  await page.getByRole('link', { name: 'service' }).click();
  await page.getByLabel('Monday, hours 1: closes').fill('19');
  await page.getByLabel('Monday, hours 1: closes').press('Enter');
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const admin = await new ApiClients(portal.api).user('pharma', 'tenant_admin');
  const { etag } = await admin.get(`/v1/calendars/${id}`);
  expect((await admin.patch(`/v1/calendars/${id}`, { name: 'day-service' }, { 'if-match': etag })).status).toBe(200);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Somebody changed it meanwhile', { exact: false }).waitFor();
  expect(await page.getByLabel('Monday, hours 1: closes').inputValue()).toBe('19:00');
  await page.getByRole('heading', { name: 'day-service' }).waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  expect(await page.getByRole('button', { name: 'Remove: day-service' }).count()).toBe(0);

  const viewer = await portal.as('pharma', 'viewer', { language: 'zh-CN' });
  await viewer.goto(`/calendars/${id}`);
  await viewer.getByText('08:00 – 19:00').waitFor();
  expect(await viewer.getByRole('textbox').count()).toBe(0);
  const other = await portal.as('insurance', 'tenant_admin');
  await other.goto(`/calendars/${id}`);
  await other.getByText('There is nothing here').waitFor();
  expect([page, viewer, other].flatMap(problemsOf)).toEqual([]);
});
