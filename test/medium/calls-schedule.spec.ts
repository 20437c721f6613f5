import { randomUUID } from 'node:crypto';
import { CallsScheduleModule } from '../../src/features/calls/calls-schedule.module';
import { CdrRejectsSchedule } from '../../src/features/calls/cdr-rejects.schedule';
import { SettlementSweep } from '../../src/features/calls/settlement-sweep';
import { Clock } from '../../src/platform/clock/clock';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { Metrics } from '../../src/platform/health/metrics';
import type { CdrLeg } from '../../src/telephony/cdr/cdr-leg';
import { CdrStore } from '../../src/telephony/cdr/cdr-store';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { handleEvents, inboundLeg } from '../factories/books';

const NOW = new Date('2026-11-21T10:05:00.000Z');
const MINUTE_MS = 60_000;

let api: TestApi;
let database: ProviderDatabase;
let tenantId: string;

beforeAll(async () => {
  api = await startTestApi(CallsScheduleModule);
  database = api.app.get(ProviderDatabase);
  await applyTenant(api.app, 'pharma');
  tenantId = (await database.sql<{ id: string }>('SELECT id FROM tenants'))[0]?.id ?? '';
  jest.spyOn(api.app.get(Clock), 'now').mockImplementation(() => NOW);
});
afterAll(() => api.stop());

/** A leg that came so long before now, and whose event was lost. */
async function lostLeg(minutesAgo: number, over: Partial<CdrLeg> = {}): Promise<string> {
  const leg = inboundLeg(tenantId, '2026-11-21T09:50:00.000Z', 5, over);
  await api.app.get(CdrStore).storeLegs([{ leg, body: Buffer.from('{}') }]);
  const at = new Date(NOW.getTime() - minutesAgo * MINUTE_MS);
  await database.sql('UPDATE call_legs SET created_at = ? WHERE uuid = ?', [at, leg.uuid]);
  await database.sql('DELETE FROM outbox');
  return leg.uuid;
}

async function announced(): Promise<string[]> {
  await api.app.get(SettlementSweep).sweep();
  const rows = await database.sql<{ uuid: string }>("SELECT JSON_VALUE(payload, '$.callUuid') AS uuid FROM outbox");
  return rows.map(({ uuid }) => uuid).sort();
}

it('announces calls again that were not settled, until they are', async () => {
  const young = await lostLeg(1);
  const minutes = await lostLeg(3);
  const notNow = await lostLeg(30);
  const anHour = await lostLeg(61);
  const tooOld = await lostLeg(4 * 24 * 60);
  expect(await announced()).toEqual([minutes, anHour].sort());
  await handleEvents(api.app);
  const settled = await database.sql<{ uuid: string }>('SELECT uuid FROM calls WHERE settled = 1');
  expect(settled.map(({ uuid }) => uuid).sort()).toEqual([minutes, anHour].sort());
  expect(settled.map(({ uuid }) => uuid)).not.toEqual(expect.arrayContaining([young, notNow, tooOld]));
  expect(await announced()).toEqual([]);
  // as the events alone leave it
  await database.sql('UPDATE calls SET settled = 0 WHERE uuid = ?', [minutes]);
  expect(await announced()).toEqual([minutes]);
  await handleEvents(api.app);
});

it("announces no call whose first leg has not come, but counts such legs once it never will", async () => {
  const metrics = api.app.get(Metrics);
  await lostLeg(3, { callUuid: randomUUID() });
  expect(await announced()).toEqual([]);
  await lostLeg(7 * 60, { callUuid: randomUUID() });
  await lostLeg(7 * 60, { callUuid: await lostLeg(7 * 60) });
  await lostLeg(31 * 60, { callUuid: randomUUID() });
  await api.app.get(SettlementSweep).count();
  expect(await metrics.render()).toMatch(/^seatline_legs_without_call 1$/m);
});

it('deletes what was kept aside for more than 30 days', async () => {
  const store = api.app.get(CdrStore);
  const bodies = Array.from({ length: 510 }, (_, index) => `old ${index}`);
  for (const body of [...bodies, 'kept']) {
    await store.storeUnreadable({ node: 'sw1', reason: body, body: Buffer.from(body) });
  }
  const day = 24 * 60 * MINUTE_MS;
  const at = (days: number) => new Date(NOW.getTime() - days * day);
  await database.sql('UPDATE cdr_rejects SET created_at = IF(reason = ?, ?, ?)', ['kept', at(29), at(31)]);
  await api.app.get(CdrRejectsSchedule).run();
  const left = await database.sql<{ reason: string }>('SELECT reason FROM cdr_rejects');
  expect(left.map(({ reason }) => reason)).toEqual(['kept']);
});
