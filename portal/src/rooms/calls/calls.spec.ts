import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RecordingsSweepModule } from '../../../../src/features/recordings/recordings-sweep.module';
import { RecordingsSweeper } from '../../../../src/features/recordings/recordings.sweeper';
import type { CdrLeg } from '../../../../src/telephony/cdr/cdr-leg';
import { book, inboundLeg, tenantIdOf } from '../../../../test/factories/books';
import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';
import { wavFile } from '../../../../test/factories/wav';

const portal = stagePortal({
  parts: [RecordingsSweepModule],
  prepare: async (api) => {
    const tenantId = await tenantIdOf(api.app, 'pharma');
    const uuid = await bookAnswered(tenantId, '2026-11-01T08:00:00Z', '13800138002');
    for (let nth = 0; nth < 55; nth += 1) await book(api.app, inboundLeg(tenantId, '2026-11-02T08:00:00Z', 9, { outcome: 'closed' }));
    const folder = join(api.environment['RECORDING_SPOOL'] ?? '', tenantId);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${uuid}.wav`), wavFile(40));
    await api.app.get(RecordingsSweeper).sweep();
  },
});

/** Waited 4 s in the queue care, rang at 1001 for 2 s, talked for 56 s. @returns the call's uuid */
async function bookAnswered(tenantId: string, at: string, from: string): Promise<string> {
  const [second, agentUuid] = [Date.parse(at) / 1000, randomUUID()];
  const stay = {
    queue: 'care@pharma.seatline.test', agent: '1001@pharma.seatline.test', memberUuid: randomUUID(), bridged: true,
    joinedAt: second, terminatedAt: null, canceledAt: null, cause: 'answered', cancelReason: null,
  };
  const member = inboundLeg(tenantId, at, 60, { from, queue: { ...stay, side: 'member', agentUuid, answeredAt: second + 4 } });
  const rung: CdrLeg = {
    ...member, uuid: agentUuid, direction: 'outbound', to: '1001', startedAt: (second + 2) * 1000, answeredAt: (second + 4) * 1000,
    queue: { ...stay, side: 'agent', agentUuid: null, answeredAt: null },
  };
  await book(portal.api.app, member, rung);
  return member.uuid;
}

it('finds a call, tells its story, lets it be heard and says what it cost', async () => {
  const page = await portal.as('pharma', 'tenant_admin');
  await page.getByRole('link', { name: 'Calls' }).click();
  await page.getByRole('cell', { name: 'Out of hours' }).first().waitFor();
  await page.getByRole('button', { name: 'Older' }).click();
  await page.getByRole('link', { name: 'Nov 1, 2026, 15:59:58' }).waitFor();
  expect(await page.getByRole('row').count()).toBe(1 + 6);
  await page.reload();
  await page.getByRole('button', { name: 'Newer' }).click();
  await page.getByRole('row').nth(50).waitFor();

  await page.getByLabel('Outcome').click();
  await page.getByTitle('Answered', { exact: true }).click();
  await page.getByRole('link', { name: 'Nov 1, 2026, 15:59:58' }).waitFor();
  expect(new URL(page.url()).search).toBe('?outcome=answered');
  expect(await page.getByRole('row').count()).toBe(2);

  await page.getByRole('button', { name: 'Clear the search' }).click();
  await page.getByLabel('Number', { exact: true }).fill('138 0013 8002');
  await page.getByLabel('Number', { exact: true }).press('Enter');
  await page.waitForURL('**/calls?number=13800138002');
  await page.getByRole('cell', { name: 'Out of hours' }).first().waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Nov 1, 2026, 15:59:58' }).click();
  await page.getByRole('heading', { name: 'Call from 13800138002' }).waitFor();
  const steps = await page.locator('[data-step]').allInnerTexts();
  expect(steps.map((step) => step.split('\n')[0])).toEqual([
    'Call from 13800138002 to 4008001001 · lasts 1:02',
    'Joins the queue care · waits 0:04',
    'Agent 1001 is rung: answered · rings 0:02',
    'Agent 1001 answers · talks 0:56',
    'Ended by the other side',
  ]);
  await page.getByText('not invoiced yet').waitFor();

  await page.getByRole('button', { name: 'Listen' }).click();
  const position = page.getByRole('slider', { name: 'Position in the recording' });
  await position.press('PageUp');
  await position.press('ArrowRight');
  expect(await position.getAttribute('aria-valuetext')).toBe('0:35 of 0:40');
  await page.getByRole('switch', { name: 'Legal hold' }).click();
  await page.getByRole('button', { name: 'Remove: Recording' }).waitFor({ state: 'detached' });
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download' }).click()]);
  expect(file.suggestedFilename()).toMatch(/^rcg_\w+\.wav$/);
  expect(problemsOf(page)).toEqual([]);
});

it('masks numbers for a viewer, who may not look for one, and knows no call of another tenant', async () => {
  const page = await portal.as('pharma', 'viewer', { language: 'zh-CN' });
  await page.goto('/calls?outcome=answered');
  await page.getByRole('cell', { name: '138****8002' }).waitFor();
  expect(await page.getByPlaceholder('任一方的完整号码').count()).toBe(0);
  await page.getByRole('link', { name: '2026年11月1日 15:59:58' }).click();
  await page.getByText('进入队列 care').waitFor();
  expect(await page.getByText('费用').count()).toBe(0);

  const other = await portal.as('insurance', 'tenant_admin');
  await other.goto(new URL(page.url()).pathname);
  await other.getByText('There is nothing here').waitFor();
  expect([...problemsOf(page), ...problemsOf(other)]).toEqual([]);
});

it('has whoever gave up called back, in his place', async () => {
  const tenantId = await tenantIdOf(portal.api.app, 'pharma');
  const second = Date.parse('2026-11-03T08:00:00Z') / 1000;
  const queue = {
    side: 'member' as const, queue: 'care@pharma.seatline.test', agent: null, memberUuid: randomUUID(), agentUuid: null, bridged: false,
    joinedAt: second, answeredAt: null, terminatedAt: null, canceledAt: second + 9, cause: 'cancel', cancelReason: 'BREAK_OUT',
  };
  await book(portal.api.app, inboundLeg(tenantId, '2026-11-03T08:00:00Z', 9, { from: '13800138003', queue }));
  const page = await portal.as('pharma', 'supervisor');
  await page.goto('/calls?number=13800138003');
  await page.getByRole('link', { name: 'Nov 3, 2026' }).click();
  await page.getByRole('button', { name: 'Call back' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: 'Call back' }).click();
  await page.waitForURL('**/callbacks/*');
  await page.getByText('+8613800138003').first().waitFor();
  expect(problemsOf(page)).toEqual([]);
});
