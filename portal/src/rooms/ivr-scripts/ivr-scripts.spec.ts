import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { ApiClients } from '../../../../test/factories/api-client';
import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';

const portal = stagePortal();
const node = (page: Page, name: string) => page.locator(`.react-flow__node[data-id="${name}"]`);

async function newScript(page: Page, name: string, starter: string): Promise<void> {
  await page.getByRole('link', { name: 'IVR scripts' }).click();
  await page.getByRole('button', { name: 'New script' }).first().click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByRole('radio', { name: new RegExp(`^${starter}`) }).check();
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('heading', { name }).waitFor();
}

async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as axe.AxeResults;
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' … ')}`);
}

it('draws a script: a step is added and mended, tried out, published, changed, published again and put back', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await newScript(page, 'topics', 'Menu by topic');
  await page.getByText('Nothing wrong').waitFor();

  // a step after another: what it still lacks stands at it
  await node(page, 'orders').click();
  await page.getByRole('button', { name: 'Say', exact: true }).click();
  await node(page, 'play').getByTitle('1 error').waitFor();
  await page.getByText('must be given in zh or en').waitFor();
  await page.getByRole('textbox', { name: 'In English 1' }).fill('Your order, please.');
  await page.getByText('Nothing wrong').waitFor();
  expect(await node(page, 'orders').innerText()).toContain('play');
  expect(await seriousFaults(page)).toEqual([]);

  // as a caller
  await page.getByRole('button', { name: 'Try out' }).click();
  await page.getByRole('button', { name: /Call$/ }).click();
  await page.getByText('For our products press 1').last().waitFor();
  await page.getByRole('button', { name: 'Press 2' }).click();
  await page.getByRole('log').getByText('Your order, please.').waitFor();
  await page.getByRole('log').getByText('Waits in the queue care').waitFor();
  expect(await node(page, 'order-desk').locator('[data-trail="here"]').count()).toBe(1);
  expect(await page.locator('.ivr-line-walked').count()).toBe(5);

  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('It has never been live').waitFor();
  await page.getByLabel('Note').fill('First');
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Live: version 1', { exact: true }).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });

  // a key of the keyboard leads the ninth key elsewhere, by the form alone
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await node(page, 'menu').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Key 9' }).nth(1).click();
  await page.getByTitle('orders', { exact: true }).last().click();
  await page.getByText('Not saved').waitFor();
  await page.getByRole('button', { name: 'Publish' }).click();
  const difference = page.getByRole('dialog');
  await difference.getByText('Keys and where they lead › 9').waitFor();
  expect(await difference.locator('del').innerText()).toBe('menu');
  expect(await difference.locator('ins').innerText()).toBe('orders');
  await difference.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Live: version 2', { exact: true }).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });

  await page.getByRole('tab', { name: 'Versions' }).click();
  await page.getByRole('button', { name: 'Put back into service: Version 1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Put back into service' }).click();
  await page.getByText('Live: version 1, changes not published').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await seriousFaults(page)).toEqual([]);
  expect(problemsOf(page)).toEqual([]);
});

it('connects by dragging, undoes, asks before it loses anything, and keeps both where two change a script', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await newScript(page, 'shared', 'Survey after the call');
  const [from, to] = [node(page, 'people').locator('[data-handleid="on_timeout"]'), node(page, 'thanks').locator('.ivr-in')];
  const [start, end] = [(await from.boundingBox())!, (await to.boundingBox())!];
  await page.mouse.move(start.x + 4, start.y + 4);
  await page.mouse.down();
  await page.mouse.move(end.x - 20, end.y + 30, { steps: 5 });
  await page.mouse.move(end.x + 4, end.y + 4, { steps: 3 });
  await page.mouse.up();
  await node(page, 'people').getByText('thanks').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.keyboard.press('Control+y');
  await page.getByText('Not saved').waitFor();

  // a look elsewhere asks, a reload keeps
  await page.getByRole('link', { name: 'Queues' }).click();
  await page.getByRole('button', { name: 'Go on editing' }).click();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.getByText('They are here again').waitFor();

  const other = await new ApiClients(portal.api).user('pharma', 'tenant_admin');
  const id = page.url().split('/').at(-1)!.split('?')[0]!;
  const { body, headers } = await other.get(`/v1/ivr-scripts/${id}`);
  const draft = body['draft'] as { steps: Record<string, object> };
  const theirs = { ...draft, steps: { ...draft.steps, thanks: { type: 'hang_up' } } };
  expect((await other.patch(`/v1/ivr-scripts/${id}`, { draft: theirs }, { 'if-match': headers.get('etag') ?? '' })).status).toBe(200);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Both differ at: people, thanks').waitFor();
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: 'Undo' }).isEnabled()).toBe(true);
  expect((await other.get(`/v1/ivr-scripts/${id}`)).body['draft']).toMatchObject({ steps: { people: { on_timeout: 'thanks' }, thanks: { prompts: expect.any(Array) } } });

  // as text: what is no JSON is told, what is wrong is told at its line
  await page.getByRole('tab', { name: 'Document' }).click();
  const text = page.getByRole('textbox', { name: 'Document' });
  const whole = await text.inputValue();
  await text.fill(whole.slice(0, -3));
  await page.getByText('not well-formed JSON').waitFor();
  await text.fill(whole.replace('"highest": 2', '"highest": 99'));
  await page.getByText('must be a whole number from 2 to 9').waitFor();
  expect(problemsOf(page)).toEqual([]);
});

it('shows a viewer all and lets him try, but change nothing; another tenant finds nothing', async () => {
  const admin = await new ApiClients(portal.api).user('insurance', 'tenant_admin');
  const created = await admin.post('/v1/ivr-scripts', { name: 'plain-line' });
  const page = await portal.as('insurance', 'viewer', { language: 'zh-CN' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/ivr-scripts');
  expect(await page.getByRole('button', { name: '新建流程' }).count()).toBe(0);
  await page.getByRole('link', { name: 'plain-line' }).click();
  await page.getByRole('button', { name: /people/ }).click();
  await page.getByRole('dialog').getByText('来电者等候坐席').waitFor();
  expect(await page.getByRole('dialog').getByLabel('标题').getAttribute('readonly')).not.toBeNull();
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  for (const name of ['保存', '发布', '添加步骤', '停用']) expect(await page.getByRole('button', { name }).count()).toBe(0);
  await page.getByText('流程图', { exact: true }).click();
  await node(page, 'people').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);

  const stranger = await portal.as('pharma', 'tenant_admin');
  await stranger.goto(`/ivr-scripts/${String(created.body.id)}`);
  await stranger.getByText('There is nothing here').waitFor();
  expect(problemsOf(page)).toEqual([]);
});
