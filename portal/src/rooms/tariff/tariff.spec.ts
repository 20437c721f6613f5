import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';

const portal = stagePortal();

it('shows what a number costs, what was promised and what phones may call', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Tariff and contract' }).click();
  await page.getByLabel('A number or the start of one').fill('+86138');
  await page.getByRole('row', { name: /Outbound \+86 applies 0 CN¥0\.00 CN¥0\.25 a minute 60 s/ }).waitFor();
  expect(await page.getByRole('row', { name: /Outbound all other numbers/ }).innerText()).not.toContain('applies');
  // a link to what was found
  await page.reload();
  expect(await page.getByLabel('A number or the start of one').inputValue()).toBe('+86138');

  await page.getByRole('link', { name: 'Service level' }).click();
  await page.getByText('85 % within 15 s').waitFor();
  await page.getByText('C: answered in time ÷ (answered + gave up)').waitFor();
  await page.getByRole('link', { name: 'Calling plan' }).click();
  await page.getByText('Mobile phones').waitFor();
  expect(await page.getByText('Premium rate').count()).toBe(0);
  await page.getByText('240 min').waitFor();
  expect(problemsOf(page)).toEqual([]);
});

it('shows when other prices hold', async () => {
  const page = await portal.as('insurance', 'tenant_admin');
  await page.getByRole('link', { name: 'Tariff and contract' }).click();
  await page.getByText('Mon–Fri 21:00–07:00, Sat–Sun 00:00–24:00, on holidays').waitFor();
  await page.getByText('Jan 1, 2027').waitFor();
  await page.getByRole('row', { name: /Outbound \+852 night 0 / }).waitFor();
  await page.getByRole('row', { name: /Outbound \+852 any other time 0 / }).waitFor();
  expect(problemsOf(page)).toEqual([]);
});
