import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { ApiClients, type ApiClient } from '../factories/api-client';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { timeMachine, tenantIdOf } from '../factories/books';

let api: TestApi;
let viewer: ApiClient;
let setTime: (at: string) => void;
beforeAll(async () => {
  api = await startTestApi();
  for (const tenant of ['pharma', 'insurance']) await applyTenant(api.app, tenant);
  viewer = await new ApiClients(api).user('insurance', 'viewer');
  setTime = timeMachine(api.app);
});
afterAll(() => api.stop());

/** A call that is in the books. @param started UTC @param queue null for one that came into none */
async function callOf(tenant: string, started: string, outcome: string, wait: number, queue: string | null = 'claims', direction = 'inbound'): Promise<void> {
  const id = `cal_${String(Math.random()).slice(2).padEnd(26, '0').slice(0, 26)}`;
  await api.app.get(ProviderDatabase).sql(
    `INSERT INTO calls (tenant_id, id, created_at, node, uuid, direction, state, queue, outcome, wait_seconds, started_at, settled)
     VALUES (?, ?, NOW(3), 'sw1', UUID(), ?, 'ended', ?, ?, ?, ?, 1)`,
    [await tenantIdOf(api.app, tenant), id, direction, queue, outcome, wait, new Date(started)],
  );
}

it('counts the callers of the day in the tenant\'s zone, by the contract\'s formula, and nobody else\'s', async () => {
  setTime('2026-03-02T04:00:00Z');
  expect((await viewer.get('/v1/live/service-level')).body).toMatchObject({ day: '2026-03-02', permille: null, answered: 0 });
  // midnight in Shanghai is 16:00 UTC of the day before
  await callOf('insurance', '2026-03-01T15:59:59Z', 'answered', 1);
  await callOf('insurance', '2026-03-01T16:00:00Z', 'answered', 15);
  await callOf('insurance', '2026-03-02T03:00:00Z', 'answered', 400);
  await callOf('insurance', '2026-03-02T03:30:00Z', 'abandoned', 400);
  await callOf('pharma', '2026-03-02T03:30:00Z', 'answered', 1);
  // out of a menu, and an agent's own call: nobody waited
  await callOf('insurance', '2026-03-02T03:31:00Z', 'abandoned', 0, null);
  await callOf('insurance', '2026-03-02T03:32:00Z', 'answered', 0, null, 'outbound');
  const { body } = await viewer.get('/v1/live/service-level');
  // formula B with T = 15 s: answered within T ÷ answered = 1 ÷ 2
  expect(body).toMatchObject({
    answered: 2, answered_within_t: 1, abandoned: 1, permille: 500, contract: { formula: 'B', answer_seconds: 15, target: 85 },
  });
});
