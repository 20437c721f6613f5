import { exportTenant } from '../../src/features/tenants/domain/tenant-export';
import { TenantFilesService } from '../../src/features/tenants/tenant-files.service';
import { newId } from '../../src/platform/database/ids';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';
import { handleEvents } from '../factories/books';

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

const pointersOf = ({ body }: { body: { errors?: { pointer: string }[] } }) => body.errors?.map(({ pointer }) => pointer);
const rows = async (path: string, client = admin) => (await client.get(path)).body.data;
const userOf = async (role: string, client = admin) => (await rows('/v1/users', client)).find((user) => user['role'] === role)!.id;
const agentOf = async (number: string) => (await rows('/v1/agents?limit=100')).find((agent) => agent['number'] === number)!;
const teamOf = async (name: string) => (await rows('/v1/teams')).find((team) => team['name'] === name)!;
const join = async (number: string, teamId: string | null) => {
  const { etag, body } = await admin.get(`/v1/agents/${(await agentOf(number)).id}`);
  return admin.patch(`/v1/agents/${body.id}`, { team_id: teamId }, { 'if-match': etag });
};

describe('teams', () => {
  it('come from a file, and are made, changed and removed', async () => {
    const lead = { user_id: await userOf('supervisor'), name: 'Supervisor' };
    expect(await teamOf('Care')).toMatchObject({ description: 'The care line.', supervisors: [lead], agents: 6 });
    const made = await admin.post('/v1/teams', { name: '夜班', supervisor_ids: [lead.user_id, await userOf('tenant_admin')] });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: '夜班', description: '', supervisors: [{ name: 'Administrator' }, lead], agents: 0 });
    const path = `/v1/teams/${made.body.id}`;
    expect((await admin.post('/v1/teams', { name: '夜班' })).body.code).toBe('conflict');
    expect((await admin.patch(path, { name: 'Care' }, { 'if-match': made.etag })).body.code).toBe('conflict');
    expect((await admin.patch(path, { description: 'By night.' }, { 'if-match': '"7"' })).status).toBe(412);
    const changed = await admin.patch(path, { description: 'By night.' }, { 'if-match': made.etag });
    expect(changed.body).toEqual({ ...made.body, description: 'By night.' });
    const alone = await admin.patch(path, { supervisor_ids: [] }, { 'if-match': changed.etag });
    expect(alone.body).toMatchObject({ name: '夜班', description: 'By night.', supervisors: [] });
    expect((await admin.delete(path, undefined, { 'if-match': made.etag })).status).toBe(412);
    expect((await admin.delete(path, undefined, { 'if-match': alone.etag })).status).toBe(204);
    expect((await admin.get(path)).status).toBe(404);
  });

  it.each([
    [{ name: ' x' }, ['/name']],
    [{ name: 'x', description: 'y'.repeat(201) }, ['/description']],
    [{ name: 'x', supervisor_ids: ['x'] }, ['/supervisor_ids']],
    [{ name: 'x', supervisor_ids: [newId('user')] }, ['/supervisor_ids/0']],
    [{}, ['/name']],
  ])('are refused as %j', async (body, pointers) => {
    const answer = await admin.post('/v1/teams', body);
    expect(answer.status).toBe(422);
    expect([...new Set(pointersOf(answer))]).toEqual(pointers);
  });

  it('are supervised by nobody of another tenant, nor by a role that may not', async () => {
    const [own, foreign, agent] = [await userOf('supervisor'), await userOf('supervisor', other), await userOf('agent')];
    for (const unfit of [foreign, agent]) {
      expect(pointersOf(await admin.post('/v1/teams', { name: 'x', supervisor_ids: [own, unfit] }))).toEqual(['/supervisor_ids/1']);
    }
  });

  it('are read, not written, by who supervises them, and are nothing to another tenant', async () => {
    const { id } = await teamOf('VIP');
    expect((await supervisor.get(`/v1/teams/${id}`)).body['name']).toBe('VIP');
    expect((await supervisor.patch(`/v1/teams/${id}`, { name: 'mine' }, { 'if-match': '"1"' })).status).toBe(403);
    expect((await other.get(`/v1/teams/${id}`)).status).toBe(404);
  });

  it('have agents, who stay when their team goes', async () => {
    const team = (await admin.post('/v1/teams', { name: 'short-lived' })).body;
    expect((await join('1001', team.id)).body['team_id']).toBe(team.id);
    expect((await rows(`/v1/agents?team_id=${team.id}`)).map((agent) => agent['number'])).toEqual(['1001']);
    expect((await admin.get(`/v1/teams/${team.id}`)).body['agents']).toBe(1);
    const before = await admin.get(`/v1/agents/${(await agentOf('1001')).id}`);
    expect((await admin.delete(`/v1/teams/${team.id}`, undefined, { 'if-match': '"1"' })).status).toBe(204);
    const after = await admin.get(`/v1/agents/${before.body.id}`);
    expect(after.body).toEqual({ ...before.body, team_id: null });
    expect(after.etag).not.toBe(before.etag);
    // told to screens both times
    expect((await handleEvents(api.app)).filter(({ type }) => type === 'agent.status_changed')).toHaveLength(2);
    const foreign = (await other.post('/v1/teams', { name: 'theirs' })).body.id;
    for (const unfit of [foreign, team.id]) expect(pointersOf(await join('1001', unfit))).toEqual(['/team_id']);
    await join('1001', (await teamOf('Care')).id);
  });

  it('lose a supervisor who is removed, and one whose role no longer supervises', async () => {
    const lead = (await admin.post('/v1/users', { email: 'lead@pharma.seatline.test', name: 'Lead', role: 'supervisor' })).body;
    const team = (await admin.post('/v1/teams', { name: 'led', supervisor_ids: [lead.id] })).body;
    const names = async () => ((await admin.get(`/v1/teams/${team.id}`)).body['supervisors'] as { name: string }[]).map(({ name }) => name);
    expect(await names()).toEqual(['Lead']);
    await admin.patch(`/v1/users/${lead.id}`, { role: 'viewer' }, { 'if-match': '"1"' });
    expect(await names()).toEqual([]);
    await admin.patch(`/v1/users/${lead.id}`, { role: 'tenant_admin' }, { 'if-match': '"2"' });
    expect(await names()).toEqual(['Lead']);
    expect((await admin.delete(`/v1/users/${lead.id}`, undefined, { 'if-match': '"3"' })).status).toBe(204);
    expect(await names()).toEqual([]);
    await admin.delete(`/v1/teams/${team.id}`, undefined, { 'if-match': '"1"' });
  });

  it('go both ways through the file, which may leave them to the tenant', async () => {
    const spec = (await files.read('pharma'))!;
    expect(exportTenant(spec)).toContain('team: VIP');
    const renamed = { ...spec, teams: spec.teams!.filter(({ name }) => name === 'Care'), agents: spec.agents.map((agent) => ({ ...agent, team: null })) };
    expect((await files.apply(renamed)).changes.map(({ path }) => path)).toContain('teams[VIP]');
    expect(await files.read('pharma')).toEqual(renamed);
    await files.apply(spec);
    expect(await files.read('pharma')).toEqual(spec);
    const untold = { ...spec, teams: null, agents: spec.agents.map((agent) => ({ ...agent, team: null })) };
    expect((await files.apply(untold)).changes).toEqual([]);
    expect((await agentOf('1008'))['team_id']).toBe((await teamOf('VIP')).id);
  });
});
