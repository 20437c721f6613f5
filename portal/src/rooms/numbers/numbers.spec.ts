import { ApiClients } from '../../../../test/factories/api-client';
import { tenantIdOf } from '../../../../test/factories/books';
import { problemsOf } from '../../../../test/factories/browser';
import { stockNumbers } from '../../../../test/factories/number-stock';
import { stagePortal } from '../../../../test/factories/portal-stage';
import { askXml, recordedXmlRequests } from '../../../../test/factories/switch';

const portal = stagePortal();

/** What the switch is told to do with a call from outside. */
async function dialled(number: string): Promise<string> {
  const inbound = recordedXmlRequests().find((form) => form['section'] === 'dialplan') ?? {};
  return (await askXml(portal.api, { ...inbound, 'Hunt-Context': 'public', 'Hunt-Destination-Number': number })).text;
}

it('leases one of the numbers that there are for the tenant, leads it elsewhere and gives it up', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Numbers' }).click();
  const form = page.getByRole('dialog');
  await page.getByRole('button', { name: 'New number' }).click();
  await form.getByText('ask your account manager').first().waitFor();
  await stockNumbers(portal.api.app, null, '+862160010099', '4008009000');
  await stockNumbers(portal.api.app, await tenantIdOf(portal.api.app, 'insurance'), '4008009001');

  await page.reload();
  await page.getByRole('button', { name: 'New number' }).click();
  await form.getByRole('button', { name: 'Create' }).click();
  await form.getByText('Please fill in this field').first().waitFor();
  await form.getByLabel('Queue').click();
  await page.getByTitle('vip', { exact: true }).click();
  await form.getByLabel('Number').fill('95999');
  await page.getByText('No number that is available to you has these digits.').waitFor();
  await form.getByLabel('Number').fill('400 800 900');
  await page.getByTitle('4008009000').click();
  expect(await page.getByTitle('4008009001').count()).toBe(0);
  // somebody else was quicker
  const other = await new ApiClients(portal.api).user('insurance', 'tenant_admin');
  const theirs = (await other.get('/v1/queues')).body.data[0]!;
  await other.post('/v1/numbers', { number: '4008009000', queue_id: theirs.id });
  await form.getByRole('button', { name: 'Create' }).click();
  await form.getByText('The number 4008009000 cannot be leased').waitFor();
  await form.getByLabel('Number').fill('0099');
  await page.getByTitle('+862160010099').click();
  await form.getByRole('button', { name: 'Create' }).click();

  await page.getByRole('link', { name: '+862160010099' }).click();
  await page.getByRole('listitem').getByText('Always open').waitFor();
  await page.getByRole('button', { name: 'Edit' }).click();
  await form.getByLabel('Opening hours').click();
  await page.getByTitle('service').click();
  await form.getByLabel('Greeting').fill('Not a sound');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('1 to 60 small letters').waitFor();
  await form.getByLabel('Greeting').fill('');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Outside of the hours: hears closed').waitFor();
  await page.locator('main').getByText('no sound').waitFor();

  await page.getByRole('button', { name: 'Remove: +862160010099' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('heading', { name: 'Numbers' }).waitFor();
  await page.getByRole('link', { name: '+862160010099' }).waitFor({ state: 'detached' });
  // kept for the tenant that gave it up
  await page.getByRole('button', { name: 'New number' }).click();
  await form.getByLabel('Number').fill('0099');
  await page.getByTitle('+862160010099').waitFor();
  expect(problemsOf(page)).toEqual([]);
});

it('leads on to queue and hours, offers a viewer nothing, and knows no number of another tenant', async () => {
  const page = await portal.as('pharma', 'viewer', { language: 'zh-CN' });
  await page.goto('/numbers?queue=care');
  await page.getByRole('link', { name: '+862160010001' }).click();
  const path = new URL(page.url()).pathname;
  await page.getByText('非工作时间: 播放 closed').waitFor();
  expect(await page.getByRole('button', { name: /编辑|删除|通话/ }).count()).toBe(0);
  await page.getByRole('listitem').getByRole('link', { name: 'care' }).click();
  await page.getByRole('heading', { name: 'care' }).waitFor();

  const other = await portal.as('insurance', 'tenant_admin');
  await other.goto(path);
  await other.getByText('There is nothing here').waitFor();
  expect([page, other].flatMap(problemsOf)).toEqual([]);
});

it('has every number answer with a message alone, with a banner above each room, until it is ended', async () => {
  const sayings = async () => (await dialled('4008001003')).match(/"seatline_outcome=closed"|playback" data="[^"]+|application="callcenter"/g);
  const admin = await new ApiClients(portal.api).user('pharma', 'tenant_admin');
  const sound = (await admin.post('/v1/sounds', { name: 'evacuated' })).body.id;
  await admin.put(`/v1/sounds/${sound}/takes/zh-CN/text`, { text: '本楼已疏散。' }, { 'if-match': '"1"' });
  const [page, other, viewer] = [await portal.as('pharma', 'supervisor'), await portal.as('pharma', 'tenant_admin'), await portal.as('pharma', 'viewer', { language: 'zh-CN' })];
  for (const each of [page, other]) {
    await each.getByRole('link', { name: 'Numbers' }).click();
    await each.getByRole('button', { name: 'Emergency switch-over' }).click();
  }
  const form = page.getByRole('dialog');
  await form.getByText('From the next call on every number of yours answers').waitFor();
  await form.getByRole('button', { name: 'Switch over now' }).click();
  await form.getByText('Please fill in this field').waitFor();
  await form.getByLabel('Message').fill('Not a sound');
  await form.getByText('1 to 60 small letters').waitFor();
  await form.getByLabel('Message').fill('evacuated');
  await form.getByRole('button', { name: 'Play: evacuated' }).waitFor();
  await form.getByLabel('Reason').fill('Fire');
  expect(await sayings()).not.toContain('"seatline_outcome=closed"');
  await form.getByRole('button', { name: 'Switch over now' }).click();
  await page.getByRole('alert').getByText('every number answers with a message').waitFor();
  expect(await sayings()).toEqual(['"seatline_outcome=closed"', expect.stringContaining(portal.api.environment['TENANT_SOUNDS_DIR']!)]);

  // who was second is told who was first
  await other.getByRole('dialog').getByLabel('Reason').fill('Water');
  await other.getByRole('button', { name: 'Switch over now' }).click();
  await other.getByRole('dialog').getByText('supervisor@pharma.seatline.test was first').waitFor();

  await viewer.goto('/calls');
  await viewer.getByRole('alert').getByText('所有号码仅播放提示音后挂断').waitFor();
  await viewer.getByRole('alert').getByRole('button', { name: '前往号码' }).click();
  await viewer.getByText('紧急切换已启用').waitFor();
  expect(await viewer.getByRole('button', { name: /结束紧急切换|紧急切换/ }).count()).toBe(0);

  await page.getByRole('button', { name: 'Change the message' }).click();
  await page.getByRole('dialog').getByLabel('Message').fill('closed');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await sayings()).toEqual(['"seatline_outcome=closed"', expect.stringContaining('/closed.wav')]);
  await page.getByRole('button', { name: 'End the emergency' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: 'End the emergency' }).click();
  await page.getByRole('button', { name: 'Emergency switch-over' }).waitFor();
  expect(await page.getByRole('alert').getByText('every number').count()).toBe(0);
  expect(await sayings()).toContain('application="callcenter"');
  expect([page, other, viewer].flatMap(problemsOf)).toEqual([]);
});

it('leads by other scripts by hours, and by drafts where a number tests them', async () => {
  const admin = await new ApiClients(portal.api).user('pharma', 'tenant_admin');
  const draft = { start: 'people', fallback: 'care', steps: { people: { type: 'queue', queue: 'care' } } };
  const { id } = (await admin.post('/v1/ivr-scripts', { name: 'all-day', draft })).body;
  const led = async () => /"seatline_ivr=(ivr_\w+:\d+)/.exec(await dialled('4008001002'))?.[1];
  const page = await portal.as('pharma', 'tenant_admin');
  await page.goto('/numbers');
  await page.getByRole('link', { name: '4008001002' }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  const form = page.getByRole('dialog');
  const choose = async (label: string, option: string) => {
    await form.getByLabel(label).click();
    await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
  };
  await form.getByRole('button', { name: 'Add a script by hours' }).click();
  await choose('Hours 1', 'service');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('Please fill in this field').waitFor();
  await choose('Script 1', 'health-line');
  await form.getByRole('button', { name: 'Add a script by hours' }).click();
  await choose('Hours 2', 'always');
  await choose('Script 2', 'all-day (not live yet)');
  await form.getByRole('button', { name: 'Move 2 up' }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  const way = page.getByRole('listitem').filter({ hasText: 'always' });
  await way.getByRole('link', { name: 'all-day (not live yet)' }).waitFor();
  // the first one is open but not live
  expect(await led()).toMatch(/:1$/);

  await page.getByRole('button', { name: 'Edit' }).click();
  await form.getByLabel('Callers hear drafts').click();
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: '4008001002' }).getByText('Test number').waitFor();
  expect(await led()).toBe(`${id}:0`);
  await page.goto('/numbers');
  await page.getByRole('row', { name: '4008001002' }).getByText('Test number').waitFor();
  await page.getByText('by hours: all-day, health-line').waitFor();
  await page.goto(`/ivr-scripts/${id}`);
  await page.getByText('Call 4008001002 to hear this draft').waitFor();

  await page.goto('/numbers');
  await page.getByRole('link', { name: '4008001002' }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await form.getByRole('button', { name: 'Remove 1' }).click();
  await form.getByLabel('Callers hear drafts').click();
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('all-day').waitFor({ state: 'detached' });
  await page.goto(`/ivr-scripts/${id}`);
  await page.getByRole('heading', { name: 'all-day' }).waitFor();
  expect(await page.getByText('to hear this draft').count()).toBe(0);
  expect(problemsOf(page)).toEqual([]);
});
