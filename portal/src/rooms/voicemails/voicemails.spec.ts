import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RecordingsSweepModule } from '../../../../src/features/recordings/recordings-sweep.module';
import { RecordingsSweeper } from '../../../../src/features/recordings/recordings.sweeper';
import { VoicemailBook } from '../../../../src/features/voicemails/domain/voicemail-book';
import { tenantContext } from '../../../../src/platform/tenancy/tenant-context';
import { ApiClients } from '../../../../test/factories/api-client';
import { book, inboundLeg, tenantIdOf } from '../../../../test/factories/books';
import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';
import { wavFile } from '../../../../test/factories/wav';

const portal = stagePortal({ parts: [RecordingsSweepModule] });

/** Left in a call that is in the books, and taken in. @returns its id */
async function left(queue: string, number: string, seconds: number): Promise<string> {
  const { app, environment } = portal.api;
  const tenantId = await tenantIdOf(app, 'pharma');
  const leg = inboundLeg(tenantId, '2026-11-20T09:00:00.000Z', 30, { from: number });
  const request = { callUuid: leg.uuid, queue, number, customerId: null };
  const file = await tenantContext.open({ tenantId }, () => app.get(VoicemailBook, { strict: false }).expect(request));
  const id = /(vml_\w+)\.wav$/.exec(file ?? '')?.[1] ?? '';
  const spool = join(environment['RECORDING_SPOOL'] ?? '', tenantId, `voicemail-${id}.wav`);
  mkdirSync(dirname(spool), { recursive: true });
  writeFileSync(spool, wavFile(seconds));
  await book(app, leg);
  await app.get(RecordingsSweeper).sweep();
  return id;
}

it('lists what callers left, plays it in the page, and sees one through', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Voicemails' }).click();
  await page.getByText('Callers leave them in an IVR script with a voicemail step.').waitFor();

  await left('vip', '+8613800138051', 4);
  await left('care', '+8613800138052', 3);
  await page.reload();
  await page.getByRole('row', { name: /\+8613800138051 vip New .* 0:04 –/ }).waitFor();
  await page.getByRole('search').getByLabel('Queue').click();
  await page.getByTitle('care', { exact: true }).last().click();
  await page.getByRole('link', { name: '+8613800138051' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: '+8613800138052' }).click();

  await page.getByRole('heading', { name: 'Voicemail from +8613800138052' }).waitFor();
  await page.getByText('Take it before you call back', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Listen' }).click();
  await page.getByText('0:00 / 0:03').waitFor();
  await page.getByRole('button', { name: 'Take', exact: true }).click();
  await page.getByText('Call +8613800138052 back, then finish the voicemail.').waitFor();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await page.getByRole('button', { name: 'Reopen' }).waitFor();
  await page.getByRole('button', { name: 'Take', exact: true }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Its call' }).click();
  await page.waitForURL('**/calls/cal_*');
  await page.getByRole('link', { name: 'Voicemail', exact: true }).click();
  await page.getByRole('button', { name: 'Reopen' }).click();
  await page.getByRole('button', { name: 'Take', exact: true }).waitFor();
  expect(problemsOf(page)).toEqual([]);
});

it('says who was faster, hides from a viewer what would be refused, and shows another tenant nothing', async () => {
  const id = await left('care', '+8613800138053', 2);
  const viewer = await portal.as('pharma', 'viewer', { language: 'zh-CN' });
  await viewer.goto(`/voicemails/${id}`);
  await viewer.getByRole('heading', { name: '+86*******8053 的语音留言' }).waitFor();
  await viewer.getByText('您的角色不能收听语音留言。').waitFor();
  expect(await viewer.getByRole('button', { name: /受理|办结|删除|收听/ }).count()).toBe(0);

  const agent = await portal.as('pharma', 'agent');
  await agent.goto(`/voicemails/${id}`);
  await agent.getByRole('heading', { name: 'Voicemail from +86*******8053' }).waitFor();
  const supervisor = await new ApiClients(portal.api).user('pharma', 'supervisor');
  expect((await supervisor.post(`/v1/voicemails/${id}/taken`, {})).status).toBe(200);
  await agent.getByRole('button', { name: 'Take', exact: true }).click();
  await agent.getByText('has taken this voicemail already.', { exact: false }).waitFor();
  await agent.getByRole('button', { name: 'Done', exact: true }).waitFor();

  const other = await portal.as('insurance', 'tenant_admin');
  await other.goto(`/voicemails/${id}`);
  await other.getByText('There is nothing here').waitFor();
  expect([...problemsOf(viewer), ...problemsOf(other)]).toEqual([]);
});
