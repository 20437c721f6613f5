import { ReconcilerJournal } from '../../src/telephony/reconciler/reconciler-journal';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { ApiClients } from '../factories/api-client';
import { tenantIdOf } from '../factories/books';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
});
afterAll(() => api.stop());

it('keeps what the reconciler did under the tenant that it was done for, and no other', async () => {
  await api.app.get(ReconcilerJournal, { strict: false }).record('sw1', [
    { correction: { kind: 'free-agent', agent: '1001@pharma.seatline.test' }, accepted: true },
    { correction: { kind: 'reload-queue', queue: 'claims@insurance.seatline.test' }, accepted: false },
    { correction: { kind: 'free-agent', agent: '1001@nobody.seatline.test' }, accepted: true },
  ]);
  const manager = await new ApiClients(api).staff('account_manager');
  const read = async (slug: string) => {
    const tenant = await manager.enter(await tenantIdOf(api.app, slug));
    return (await tenant.get('/v1/reconciliations')).body.data;
  };
  expect(await read('pharma')).toMatchObject([{ node: 'sw1', counts: { 'free-agent': 1 }, refused: 0 }]);
  expect(await read('insurance')).toMatchObject([{ node: 'sw1', counts: { 'reload-queue': 1 }, refused: 1 }]);
});
