import { randomUUID } from 'node:crypto';
import type { LiveCall } from '../../src/features/live/domain/live-view';
import { LiveStore } from '../../src/features/live/live-store';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';
import { tenantIdOf } from '../factories/books';

let api: TestApi;
let tenantId: string;
let agent: ApiClient;
let supervisor: ApiClient;
let other: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  const clients = new ApiClients(api);
  // the first agent of the file: 1001
  [agent, supervisor] = [await clients.user('pharma', 'agent'), await clients.user('pharma', 'supervisor')];
  other = await clients.user('insurance', 'tenant_admin');
  tenantId = await tenantIdOf(api.app, 'pharma');
});
afterAll(() => api.stop());

function talk(agentNumber: string): string {
  const call: LiveCall = {
    uuid: randomUUID(), direction: 'inbound', state: 'talking', from: '13800138001', to: '4008001001', queue: 'care',
    agent: agentNumber, offeredTo: null, caller: null, seats: [], startedAt: '2026-11-01T08:00:00.000Z', waitingSince: null, answeredAt: null, talkingSince: null,
  };
  api.app.get(LiveStore, { strict: false }).putCall(tenantId, 'sw1', call);
  return call.uuid;
}

const ask = async (client: ApiClient, uuid: string, what = 'pause') => {
  const { status, body } = await client.post(`/v1/calls/${uuid}/recording/${what}`);
  return [status, body.code];
};
const pauses = () => api.app.get(ProviderDatabase).sql('SELECT id FROM recording_pauses');

it.each(['pause', 'resume'])("refuses to %s another agent's call, another tenant's, and none", async (what) => {
  const [theirs, own] = [talk('1002'), talk('1001')];
  expect(await ask(agent, theirs, what)).toEqual([403, 'forbidden']);
  for (const uuid of [theirs, own]) expect(await ask(other, uuid, what)).toEqual([404, 'not_found']);
  for (const uuid of [randomUUID(), 'no-uuid']) expect(await ask(supervisor, uuid, what)).toEqual([404, 'not_found']);
});

it('does not say that it is paused before the switch has said so, and writes nothing', async () => {
  // no switch process runs here: nobody confirms
  const answers = await Promise.all([ask(agent, talk('1001')), ask(supervisor, talk('1002')), ask(supervisor, talk('1002'), 'resume')]);
  expect(answers).toEqual(Array(3).fill([503, 'unavailable']));
  expect(await pauses()).toEqual([]);
});
