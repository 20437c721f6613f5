import { newId } from '../../../../src/platform/database/ids';
import { FieldSeals } from '../../../../src/platform/encryption/field-seals';
import { tenantContext } from '../../../../src/platform/tenancy/tenant-context';
import { NoticesRepository } from '../../../../src/features/notices/notices.repository';
import { sealContent } from '../../../../src/features/notices/sealed-notice';
import { book, inboundLeg, tenantIdOf } from '../../../../test/factories/books';
import { problemsOf } from '../../../../test/factories/browser';
import { stagePortal } from '../../../../test/factories/portal-stage';

const portal = stagePortal({
  prepare: async ({ app }) => {
    const tenantId = await tenantIdOf(app, 'insurance');
    const leg = inboundLeg(tenantId, new Date(Date.now() - 120_000).toISOString(), 30);
    await book(app, leg);
    await tenantContext.open({ tenantId }, async () => {
      const seal = await app.get(FieldSeals).toWrite();
      const keep = async (channel: 'sms' | 'email', to: string, text: string, over: object) => {
        const id = newId('notice');
        await app.get(NoticesRepository, { strict: false }).insert({
          id, createdAt: new Date(), callUuid: leg.uuid, channel, numberIndex: null, recipientIndex: null, attempts: 1, dueAt: null, sentAt: null, problem: null,
          sealed: sealContent(seal, id, { to, subject: channel === 'email' ? 'Your claim' : null, text }), state: 'sent', ...over,
        });
      };
      await keep('sms', '+8613800138001', 'We call you back.', { sentAt: new Date() });
      await keep('email', 'li.wei@example.test', 'It is being looked at.', { state: 'failed', attempts: 8, problem: 'ECONNREFUSED' });
    });
  },
});

it('lists what scripts have sent, with its call, and finds what failed', async () => {
  const page = await portal.as('insurance', 'tenant_admin');
  await page.getByRole('link', { name: 'Notices' }).click();
  await page.getByRole('row', { name: /SMS \+8613800138001 We call you back\. Sent/ }).waitFor();
  await page.getByRole('row', { name: /E-mail li\.wei@example\.test Your claim It is being looked at\. Given up 8 tries ECONNREFUSED/ }).waitFor();
  await page.getByLabel('State').click();
  await page.locator('.ant-select-item-option').getByText('Given up').click();
  await page.getByText('We call you back.').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Its call' }).click();
  await page.getByText('We call you back.').waitFor();
  await page.getByText('It is being looked at.').waitFor();
  expect(problemsOf(page)).toEqual([]);
});

it('does not show what they say to whom personal data is hidden', async () => {
  const page = await portal.as('insurance', 'viewer', { language: 'zh-CN' });
  await page.getByRole('link', { name: '通知' }).click();
  await page.getByText('无权查看或已删除').first().waitFor();
  expect(await page.getByText('We call you back.').count()).toBe(0);
  expect(problemsOf(page)).toEqual([]);
});
