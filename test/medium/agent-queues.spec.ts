import { newId } from '../../src/platform/database/ids';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';

let api: TestApi;
let agent: ApiClient;
let supervisor: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  const clients = new ApiClients(api);
  [agent, supervisor] = [await clients.user('pharma', 'agent'), await clients.user('pharma', 'supervisor')];
});
afterAll(() => api.stop());

describe("an agent's queues", () => {
  const rows = async (client: ApiClient, path: string) => (await client.get(`${path}?limit=100`)).body.data;
  const named = async (path: string, field: string, value: string) =>
    (await rows(supervisor, path)).find((row) => row[field] === value)?.id ?? '';

  it('are set at once by a supervisor, and count in the queues that they change', async () => {
    const [id, care, vip] = [await named('/v1/agents', 'number', '1001'), await named('/v1/queues', 'name', 'care'), await named('/v1/queues', 'name', 'vip')];
    const etags = async () => Promise.all([care, vip].map(async (queue) => (await supervisor.get(`/v1/queues/${queue}`)).headers.get('etag')));
    const path = `/v1/agents/${id}/queues`;
    const before = await etags();
    const queues = [{ queue_id: vip, level: 3, position: 7 }];
    const shown = { queues: queues.map((queue) => ({ ...queue, by_skill: false })) };
    expect((await supervisor.put(path, { queues })).body).toEqual(shown);
    expect((await supervisor.get(path)).body).toEqual(shown);
    const after = await etags();
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    await supervisor.put(path, { queues });
    expect(await etags()).toEqual(after);
  });

  it('are none of another tenant, and each once', async () => {
    const id = await named('/v1/agents', 'number', '1001');
    const path = `/v1/agents/${id}/queues`;
    const before = (await supervisor.get(path)).body;
    const foreign = (await rows(await new ApiClients(api).user('insurance', 'supervisor'), '/v1/queues'))[0]?.id;
    const care = { queue_id: await named('/v1/queues', 'name', 'care'), level: 0, position: 1 };
    for (const queues of [[care, { ...care, queue_id: foreign }], [care, care], [{ ...care, level: 101 }]]) {
      expect((await supervisor.put(path, { queues })).status).toBe(422);
    }
    expect((await supervisor.get(path)).body).toEqual(before);
    expect((await agent.put(path, { queues: [] })).status).toBe(403);
    expect((await supervisor.put(`/v1/agents/${newId('agent')}/queues`, { queues: [] })).status).toBe(404);
  });
});
