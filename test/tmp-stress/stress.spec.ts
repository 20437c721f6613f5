import { InvoicesService } from '/work/main/src/features/invoices/invoices.service';
import { ProviderDatabase } from '/work/main/src/platform/database/provider-database';
import { startTestApi, applyTenant } from '/work/main/test/factories/api';
import { book, handleEvents, inboundLeg, tenantIdOf, timeMachine } from '/work/main/test/factories/books';
import { UsageService } from '/work/main/src/features/usage/usage.service';
import { tenantContext } from '/work/main/src/platform/tenancy/tenant-context';
jest.setTimeout(600000);
it('stress', async () => {
  const api = await startTestApi();
  const db = api.app.get(ProviderDatabase);
  const travel = timeMachine(api.app); travel('2026-09-10T09:00:00+08:00');
  await applyTenant(api.app, 'pharma');
  const pharma = await tenantIdOf(api.app, 'pharma');
  const usage = api.app.get(UsageService);
  for (let round = 0; round < 15; round++) {
    await db.sql('SET FOREIGN_KEY_CHECKS=1');
    await db.sql('UPDATE usage_records SET invoice_id = NULL'); await db.sql('DELETE FROM invoice_lines'); await db.sql('DELETE FROM invoices'); await db.sql('DELETE FROM usage_records');
    const legs = Array.from({ length: 200 }, () => inboundLeg(pharma, '2026-09-20T10:00:00+08:00', 60));
    travel('2026-09-20T12:00:00+08:00');
    const { CdrStore } = await import('/work/main/src/telephony/cdr/cdr-store');
    const { CallsService } = await import('/work/main/src/features/calls/calls.service');
    await api.app.get(CdrStore).storeLegs(legs);
    await tenantContext.open({ tenantId: pharma }, async () => { for (const l of legs) await api.app.get(CallsService, {strict:false}).settle(l.callUuid); });
    await db.sql('DELETE FROM outbox');
    const calls = await db.sql<{id: string}>('SELECT id FROM calls WHERE uuid IN (?)', [legs.map(l => l.uuid)]);
    travel('2026-10-02T00:00:00+08:00');
    const errors: string[] = [];
    await Promise.all([
      ...calls.map(({ id }) => tenantContext.open({ tenantId: pharma }, () => usage.rateCall(id)).catch((e) => errors.push('rate ' + e.message))),
      ...[0,30,60,90,5].map(async (ms) => { await new Promise(r => setTimeout(r, ms)); await api.app.get(InvoicesService).close(pharma, ms === 5 ? '2026-10' : '2026-09').catch((e) => errors.push('close ' + e.message)); }),
    ]);
    const [s] = await db.sql<any>('SELECT COUNT(*) n, SUM(invoice_id IS NOT NULL) stamped, SUM(IF(invoice_id IS NULL,0,amount_micro)) m FROM usage_records');
    const [l] = await db.sql<any>("SELECT SUM(l.amount_micro) m FROM invoice_lines l JOIN invoices i ON i.id=l.invoice_id WHERE l.kind='usage' AND i.state='finalized'");
    console.log(round, errors, s, l);
  }
  // volume
  await db.sql('UPDATE usage_records SET invoice_id = NULL'); await db.sql('DELETE FROM invoice_lines'); await db.sql('DELETE FROM invoices');
  for (let k = 0; k < 10; k++) await db.sql(`INSERT INTO usage_records SELECT tenant_id, CONCAT('usg_', UPPER(LEFT(MD5(CONCAT(id, ?)),26))), created_at, source, CONCAT(LEFT(MD5(CONCAT(id, ?)),30), '/x'), call_id, kind, number, seconds, billed_seconds, amount_micro, currency, tariff_id, priced_as, rate_prefix, steps, problem, started_at, NULL FROM usage_records`, [String(k), String(k)]).catch((e) => console.log(e.message));
  const [n] = await db.sql<any>('SELECT COUNT(*) n FROM usage_records');
  let t = Date.now();
  travel('2026-09-29T00:00:00+08:00');
  await api.app.get(InvoicesService).close(pharma, '2026-09');
  console.log('draft', n, Date.now() - t); t = Date.now();
  travel('2026-10-02T00:00:00+08:00');
  const c = await api.app.get(InvoicesService).close(pharma, '2026-09');
  console.log('final', c.outcome, (c as any).detail, Date.now() - t, process.memoryUsage().rss / 1e6);
  await api.stop();
});
