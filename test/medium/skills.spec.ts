import { DesiredStateReader } from '../../src/features/routing/desired-state.reader';
import { QueuesReader } from '../../src/features/queues/queues.reader';
import { exportTenant } from '../../src/features/tenants/domain/tenant-export';
import { TenantFilesService } from '../../src/features/tenants/tenant-files.service';
import { newId } from '../../src/platform/database/ids';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { tenantContext } from '../../src/platform/tenancy/tenant-context';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';
import { tenantIdOf } from '../factories/books';

let api: TestApi;
let files: TenantFilesService;
let admin: ApiClient;
let supervisor: ApiClient;
let other: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  files = api.app.get(TenantFilesService);
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  const clients = new ApiClients(api);
  [admin, supervisor] = [await clients.user('pharma', 'tenant_admin'), await clients.user('pharma', 'supervisor')];
  other = await clients.user('insurance', 'tenant_admin');
});
afterAll(() => api.stop());

interface Tier {
  agent_id: string;
  level: number;
  position: number;
  by_skill: boolean;
}

const pointersOf = ({ body }: { body: { errors?: { pointer: string }[] } }) => body.errors?.map(({ pointer }) => pointer);
const rows = async (path: string, client = admin) => (await client.get(path)).body.data;
const idOf = async (path: string, key: string, value: string) => (await rows(`${path}?limit=100`)).find((row) => row[key] === value)!.id;
const agentOf = (number: string) => idOf('/v1/agents', 'number', number);
const queueOf = (name: string) => idOf('/v1/queues', 'name', name);
const skillOf = (name: string) => idOf('/v1/skills', 'name', name);

/** Whose turn it is in a queue: the agent's number, the level, and whether by skill. */
async function turns(queue: string): Promise<[string, number, boolean][]> {
  const numbers = new Map((await rows('/v1/agents?limit=100')).map((agent) => [agent.id, String(agent['number'])]));
  const { tiers } = (await admin.get(`/v1/queues/${await queueOf(queue)}/tiers`)).body as unknown as { tiers: Tier[] };
  return tiers.map(({ agent_id: id, level, by_skill: bySkill }) => [numbers.get(id)!, level, bySkill]);
}

async function setSkills(number: string, levels: Record<string, number>): Promise<void> {
  const skills = await Promise.all(Object.entries(levels).map(async ([name, level]) => ({ skill_id: await skillOf(name), level })));
  const answer = await admin.put(`/v1/agents/${await agentOf(number)}/skills`, { skills });
  expect([answer.status, answer.body]).toEqual([200, { skills: expect.arrayContaining(skills) as unknown }]);
}

async function require(queue: string, levels: Record<string, number>): Promise<void> {
  const skills = await Promise.all(Object.entries(levels).map(async ([name, level]) => ({ skill_id: await skillOf(name), level })));
  expect((await admin.put(`/v1/queues/${await queueOf(queue)}/skills`, { skills })).status).toBe(200);
}

/** What the switch shall have of a queue: level and position by the agent's number. */
async function onTheSwitch(queue: string): Promise<Record<string, [number, number]>> {
  const { tiers } = await api.app.get(DesiredStateReader, { strict: false }).read();
  const own = tiers.filter((tier) => tier.queue === `${queue}@pharma.seatline.test`);
  return Object.fromEntries(own.map(({ agent, level, position }) => [agent.split('@')[0]!, [level, position]]));
}

describe('skills', () => {
  it('come from a file, and are made, changed and removed', async () => {
    expect(await rows('/v1/skills')).toEqual(expect.arrayContaining([
      expect.objectContaining({ name: 'Product safety', description: 'Takes reports of adverse events.', agents: 4, queue_ids: [await queueOf('vip')] }),
      expect.objectContaining({ name: 'English', description: '', agents: 4, queue_ids: [] }),
    ]));
    const known = (await admin.get(`/v1/skills/${await skillOf('English')}/agents`)).body as unknown as { agents: { agent_id: string; level: number }[] };
    expect(known.agents.map(({ level }) => level)).toEqual([5, 5, 4, 4]);
    expect(known.agents.slice(2).map(({ agent_id: id }) => id).sort()).toEqual([await agentOf('1001'), await agentOf('1002')].sort());
    const made = await admin.post('/v1/skills', { name: '德语' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: '德语', description: '', agents: 0, queue_ids: [] });
    const path = `/v1/skills/${made.body.id}`;
    expect((await admin.post('/v1/skills', { name: '德语' })).body.code).toBe('conflict');
    expect((await admin.patch(path, { name: 'English' }, { 'if-match': made.etag })).body.code).toBe('conflict');
    expect((await admin.patch(path, { description: 'x' }, { 'if-match': '"7"' })).status).toBe(412);
    const changed = await admin.patch(path, { name: 'German' }, { 'if-match': made.etag });
    expect(changed.body).toEqual({ ...made.body, name: 'German' });
    expect((await admin.delete(path, undefined, { 'if-match': made.etag })).status).toBe(412);
    expect((await admin.delete(path, undefined, { 'if-match': changed.etag })).status).toBe(204);
    expect((await admin.get(path)).status).toBe(404);
  });

  it('stay while a queue asks for them, and else go from whoever has them', async () => {
    const asked = await admin.get(`/v1/skills/${await skillOf('Product safety')}`);
    expect((await admin.delete(`/v1/skills/${asked.body.id}`, undefined, { 'if-match': asked.etag })).body.code).toBe('conflict');
    const { id } = (await admin.post('/v1/skills', { name: 'short-lived' })).body;
    await setSkills('1003', { 'short-lived': 3, English: 2 });
    expect((await admin.delete(`/v1/skills/${id}`, undefined, { 'if-match': '"1"' })).status).toBe(204);
    expect((await admin.get(`/v1/agents/${await agentOf('1003')}/skills`)).body).toEqual({ skills: [{ skill_id: await skillOf('English'), level: 2 }] });
    await setSkills('1003', {});
  });

  it.each([
    [{ skills: [{ skill_id: 'x', level: 1 }] }, ['/skills/0/skill_id']],
    [{ skills: [{ skill_id: newId('skill'), level: 1 }] }, ['/skills/0/skill_id']],
    [{ skills: [{ skill_id: newId('skill'), level: 0 }] }, ['/skills/0/level']],
    [{ skills: [{ skill_id: newId('skill'), level: 6 }] }, ['/skills/0/level']],
    [{ skills: [{ skill_id: newId('skill'), level: 1.5 }] }, ['/skills/0/level']],
    [{}, ['/skills', '/skills']],
    // a list among them is no skill
    [{ skills: [[]] }, ['/skills']],
  ])('are refused to agents and queues as %j', async (body, pointers) => {
    for (const path of [`/v1/agents/${await agentOf('1003')}/skills`, `/v1/queues/${await queueOf('care')}/skills`]) {
      const answer = await admin.put(path, body);
      expect([answer.status, pointersOf(answer)]).toEqual([422, pointers]);
    }
  });

  it('are named once, and none of another tenant', async () => {
    const [own, foreign] = [await skillOf('English'), (await other.post('/v1/skills', { name: 'theirs' })).body.id];
    const path = `/v1/agents/${await agentOf('1003')}/skills`;
    expect(pointersOf(await admin.put(path, { skills: [{ skill_id: own, level: 1 }, { skill_id: own, level: 2 }] }))).toEqual(['/skills/1/skill_id']);
    expect(pointersOf(await admin.put(path, { skills: [{ skill_id: own, level: 1 }, { skill_id: foreign, level: 2 }] }))).toEqual(['/skills/1/skill_id']);
    expect((await other.get(path)).status).toBe(404);
    expect((await other.put(`/v1/queues/${await queueOf('care')}/skills`, { skills: [] })).status).toBe(404);
    expect((await supervisor.put(path, { skills: [] })).status).toBe(403);
  });
});

describe('a queue that asks for skills', () => {
  it('is served by whoever has them all, the one whose weakest is strongest first, without a level that nobody has', async () => {
    expect(await turns('vip')).toEqual([['1007', 0, true], ['1008', 0, true], ['1001', 1, true], ['1002', 1, true]]);
    expect(await onTheSwitch('vip')).toEqual({ 1007: [0, 1], 1008: [0, 2], 1001: [1, 3], 1002: [1, 4] });
    // weakest: 1001 and 1002 have 3, 1007 has 4, 1008 has 5
    await setSkills('1007', { 'Product safety': 5, English: 4 });
    await require('vip', { 'Product safety': 2, English: 2 });
    expect(await turns('vip')).toEqual([['1008', 0, true], ['1007', 1, true], ['1001', 2, true], ['1002', 2, true]]);
    // who goes leaves no level without anybody
    await setSkills('1008', { 'Product safety': 5, English: 1 });
    expect(await turns('vip')).toEqual([['1007', 0, true], ['1001', 1, true], ['1002', 1, true]]);
    await require('vip', { 'Product safety': 5, English: 5 });
    expect([await turns('vip'), await onTheSwitch('vip')]).toEqual([[], {}]);
    await setSkills('1007', { 'Product safety': 5, English: 5 });
    await setSkills('1008', { 'Product safety': 5, English: 5 });
    await require('vip', { 'Product safety': 3 });
  });

  it('keeps those who were put there by hand where they are, and has them once', async () => {
    const path = `/v1/queues/${await queueOf('vip')}/tiers`;
    const before = await admin.get(path);
    const { tiers } = before.body as unknown as { tiers: Tier[] };
    const byHand = { agent_id: await agentOf('1002'), level: 7, position: 20 };
    // what was read may be sent back: who is there by skill is not put there by hand
    const put = await admin.put(path, { tiers: [...tiers.filter(({ agent_id: id }) => id !== byHand.agent_id), byHand] }, { 'if-match': before.etag });
    expect(put.status).toBe(200);
    expect(await turns('vip')).toEqual([['1007', 0, true], ['1008', 0, true], ['1001', 1, true], ['1002', 7, false]]);
    // places by skill come after the last one by hand
    expect(await onTheSwitch('vip')).toEqual({ 1007: [0, 21], 1008: [0, 22], 1001: [1, 23], 1002: [7, 20] });
    const exported = exportTenant((await files.read('pharma'))!);
    expect(exported).toContain('requires:\n      Product safety: 3\n    tiers:\n      - agents: "1002"\n        level: 7');
    await admin.put(path, { tiers: (put.body['tiers'] as Tier[]).filter(({ by_skill: bySkill }) => bySkill) }, { 'if-match': put.etag });
    expect(await turns('vip')).toEqual([['1007', 0, true], ['1008', 0, true], ['1001', 1, true], ['1002', 1, true]]);
  });

  it('is told with the agent\'s other queues, and left by losing the skill alone', async () => {
    const [path, vip, care] = [`/v1/agents/${await agentOf('1001')}/queues`, await queueOf('vip'), await queueOf('care')];
    const places = [{ queue_id: care, level: 0, position: 1, by_skill: false }, { queue_id: vip, level: 1, position: 3, by_skill: true }];
    expect((await admin.get(path)).body).toEqual({ queues: expect.arrayContaining(places) as unknown });
    expect((await supervisor.put(path, { queues: places })).body).toEqual({ queues: expect.arrayContaining(places) as unknown });
    expect((await supervisor.put(path, { queues: [] })).body).toEqual({ queues: [places[1]] });
    await supervisor.put(path, { queues: places });
    await setSkills('1001', { English: 4 });
    expect((await admin.get(path)).body).toEqual({ queues: [places[0]] });
    await setSkills('1001', { English: 4, 'Product safety': 3 });
  });

  it('is served by them wherever it is asked who serves it', async () => {
    const [tenantId, reader] = [await tenantIdOf(api.app, 'pharma'), api.app.get(QueuesReader, { strict: false })];
    const inside = <T>(work: () => Promise<T>) => tenantContext.open({ tenantId }, work);
    expect((await inside(() => reader.placesByQueue())).get('vip')).toEqual(
      expect.arrayContaining([{ agent: '1007', level: 0 }, { agent: '1001', level: 1 }]),
    );
    expect((await inside(async () => reader.namesOfAgent(await agentOf('1007'))))).toEqual(['vip']);
    expect((await inside(() => reader.agentsAtWork())).get('vip')).toBe(0);
    await api.app.get(ProviderDatabase).sql("UPDATE agents SET status = 'available' WHERE tenant_id = ? AND number IN ('1007', '1001')", [tenantId]);
    expect((await inside(() => reader.agentsAtWork())).get('vip')).toBe(2);
  });

  it('loses who is removed, and can be removed itself', async () => {
    const agent = (await admin.post('/v1/agents', { number: '1999', name: 'Short-lived' })).body;
    await setSkills('1999', { 'Product safety': 4 });
    expect(await turns('vip')).toEqual([['1007', 0, true], ['1008', 0, true], ['1999', 1, true], ['1001', 2, true], ['1002', 2, true]]);
    expect((await admin.delete(`/v1/agents/${agent.id}`, undefined, { 'if-match': '"1"' })).status).toBe(204);
    expect(await turns('vip')).toEqual([['1007', 0, true], ['1008', 0, true], ['1001', 1, true], ['1002', 1, true]]);
    const queue = (await admin.post('/v1/queues', { name: 'short-lived' })).body;
    await require('short-lived', { English: 1 });
    expect((await turns('short-lived')).length).toBe(4);
    expect((await admin.delete(`/v1/queues/${queue.id}`, undefined, { 'if-match': '"1"' })).status).toBe(204);
    expect((await rows('/v1/skills')).find(({ name }) => name === 'English')).toMatchObject({ queue_ids: [] });
  });

  it('goes both ways through the file, which may leave skills to the tenant', async () => {
    const spec = (await files.read('pharma'))!;
    expect(exportTenant(spec)).toContain('skills:\n      English: 4\n      Product safety: 3');
    const fewer = {
      ...spec,
      skills: spec.skills!.filter(({ name }) => name === 'English'),
      agents: spec.agents.map((agent) => ({ ...agent, skills: agent.skills.filter(({ skill }) => skill === 'English') })),
      queues: spec.queues.map((queue) => ({ ...queue, requires: queue.requires.map(({ level }) => ({ skill: 'English', level })) })),
    };
    expect((await files.apply(fewer)).changes.map(({ path }) => path)).toEqual(expect.arrayContaining(['skills[Product safety]', 'agents[1007].skills', 'queues[vip].requires']));
    expect(await files.read('pharma')).toEqual(fewer);
    await files.apply(spec);
    expect(await files.read('pharma')).toEqual(spec);
    const untold = { ...spec, skills: null, agents: spec.agents.map((agent) => ({ ...agent, skills: [] })), queues: spec.queues.map((queue) => ({ ...queue, requires: [] })) };
    expect((await files.apply(untold)).changes).toEqual([]);
    expect((await turns('vip')).length).toBe(4);
  });
});
