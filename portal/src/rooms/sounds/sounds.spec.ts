import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiClients } from '../../../../test/factories/api-client';
import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';
import { wavFile } from '../../../../test/factories/wav';

const portal = stagePortal({ settings: () => Promise.resolve({ SOUNDS_DIR: join(__dirname, '../../../../freeswitch/sounds') }) });

const MP3 = readFileSync(join(__dirname, '../../../../test/fixtures/sounds/tone.mp3'));

it('uploads a sound after saying what is wrong with a file, plays it, has it spoken in the other language and lets a number greet with it', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Sounds' }).click();
  await page.getByText('Upload the first one').waitFor();
  await page.getByRole('button', { name: 'New sound' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name').fill('Winter!');
  await form.getByRole('button', { name: 'Create' }).click();
  await form.getByText('1 to 60 small letters').waitFor();
  await form.getByText('Choose a file.').waitFor();
  await form.getByLabel('Name').fill('winter');
  const file = form.locator('input[type=file]');
  await file.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Welcome.') });
  await form.getByRole('button', { name: 'Create' }).click();
  await form.getByText('must be a WAV, MP3, Ogg Vorbis or FLAC file').waitFor();
  await file.setInputFiles({ name: 'long.wav', mimeType: 'audio/wav', buffer: Buffer.alloc(20_000_001) });
  await form.getByText('at most 20 MB can be uploaded').waitFor();
  // what was refused has left no name behind
  await file.setInputFiles({ name: 'winter.mp3', mimeType: 'audio/mpeg', buffer: MP3 });
  await form.getByRole('button', { name: 'Create' }).click();

  const row = page.getByRole('row', { name: /winter/ });
  await row.getByRole('button', { name: 'Play: winter, Chinese' }).click();
  await row.getByRole('button', { name: 'Play: winter, Chinese' }).waitFor();
  await row.getByRole('link', { name: 'winter' }).click();
  await page.getByText('winter.mp3', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Play: Chinese' }).click();
  const seek = page.getByRole('slider', { name: 'Position: Chinese', disabled: false });
  await seek.press('End');
  expect(Number(await seek.getAttribute('aria-valuenow'))).toBeGreaterThan(0.8);

  await page.getByRole('button', { name: 'Add: English' }).click();
  await form.getByText('Have it spoken').click();
  await form.getByRole('textbox', { name: 'Text' }).fill('We are on holiday until Monday.');
  await form.getByRole('button', { name: 'Play: the text' }).click();
  await form.getByRole('button', { name: 'Pause: the text' }).waitFor();
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('We are on holiday until Monday.').waitFor();
  await page.getByText('Spoken by a machine', { exact: false }).waitFor();

  await page.getByRole('button', { name: 'Replace: Chinese' }).click();
  await form.locator('input[type=file]').setInputFiles({ name: 'second.wav', mimeType: 'audio/wav', buffer: wavFile(3) });
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('second.wav', { exact: false }).waitFor();
  await page.getByText('0:00 / 0:03').waitFor();

  await page.getByRole('link', { name: 'Numbers' }).click();
  await page.getByRole('main').getByRole('link', { name: /^(\+86|400)/ }).first().click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await form.getByLabel('Greeting').fill('wint');
  await page.getByTitle('winter', { exact: true }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Sounds' }).click();
  await page.getByRole('link', { name: 'winter' }).click();
  await page.getByRole('main').getByRole('link', { name: /^(\+86|400)/ }).waitFor();
  await page.getByRole('button', { name: 'Remove: winter' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('The sound is played by: number', { exact: false }).waitFor();
  expect(problemsOf(page)).toEqual([]);
});

it('finds one by its name, offers a viewer nothing but to listen, and knows no sound of another tenant', async () => {
  const admin = await new ApiClients(portal.api).user('insurance', 'tenant_admin');
  for (const name of ['autumn', 'spring']) await admin.post('/v1/sounds', { name, description: `for the ${name}` });
  const page = await portal.as('insurance', 'viewer', { language: 'zh-CN' });
  await page.getByRole('link', { name: '语音', exact: true }).click();
  await page.getByLabel('名称或说明').fill('the spring');
  await page.getByRole('link', { name: 'autumn' }).waitFor({ state: 'detached' });
  expect(await page.getByRole('button', { name: '新建语音' }).count()).toBe(0);
  await page.getByRole('link', { name: 'spring' }).click();
  await page.getByText('尚无语音内容').waitFor();
  expect(await page.getByRole('button', { name: /编辑|删除|添加/ }).count()).toBe(0);

  const other = await portal.as('pharma', 'tenant_admin');
  await other.goto(new URL(page.url()).pathname);
  await other.getByText('There is nothing here').waitFor();
  expect([page, other].flatMap(problemsOf)).toEqual([]);
});
