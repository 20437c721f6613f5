import { MIGRATIONS } from '../../migrations/migrations';
import { migrate } from '../../src/platform/database/migrate';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { TenantDatabase } from '../../src/platform/database/tenant-database';
import { NoTenantError, tenantContext } from '../../src/platform/tenancy/tenant-context';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { tenantIdOf } from '../factories/books';

const SLUGS = ['pharma', 'insurance', 'emergency-hotline'];

let api: TestApi;
let database: TenantDatabase;
let ids: string[];

beforeAll(async () => {
  api = await startTestApi();
  database = api.app.get(TenantDatabase);
  for (const slug of SLUGS) await applyTenant(api.app, slug);
  ids = await Promise.all(SLUGS.map((slug) => tenantIdOf(api.app, slug)));
});
afterAll(() => api.stop());

function as<T>(tenantId: string, statement: string): Promise<T[]> {
  return tenantContext.open({ tenantId }, () => database.sql<T>(statement));
}

async function connectionOf(tenantId: string): Promise<number> {
  const [row] = await as<{ id: number }>(tenantId, 'SELECT CONNECTION_ID() AS id');
  return Number(row?.id);
}

it('asks nothing when no tenant is set', async () => {
  await expect(tenantContext.open({}, () => database.sql('SELECT 1'))).rejects.toThrow(NoTenantError);
});

it('shows each tenant its own queues, though the statement names none', async () => {
  const owners = await Promise.all(ids.map((id) => as<{ owner: string }>(id, 'SELECT DISTINCT tenant_id AS owner FROM queues')));
  expect(owners.map((rows) => rows.map(({ owner }) => owner))).toEqual(ids.map((id) => [id]));
});

it('keeps a connection with its tenant', async () => {
  const first = [];
  for (const id of ids) first.push(await connectionOf(id));
  expect(new Set(first).size).toBe(ids.length);
  for (const id of [...ids].reverse()) expect(first).toContain(await connectionOf(id));
  expect(await connectionOf(ids[0] as string)).toBe(first[0]);
});

it('serves more work at once than there are connections, each to its own tenant', async () => {
  const turns = Array.from({ length: 90 }, (_, turn) => ids[turn % ids.length] as string);
  const owners = await Promise.all(turns.map((id) => as<{ owner: string }>(id, 'SELECT tenant_id AS owner, SLEEP(0.01) FROM queues LIMIT 1')));
  expect(owners.map(([row]) => row?.owner)).toEqual(turns);
});

it('replaces a connection that broke', async () => {
  const [id = ''] = ids;
  const broken = await connectionOf(id);
  await api.app.get(ProviderDatabase).sql(`KILL ${broken}`);
  const row = async () => (await as<{ id: number; owner: string }>(id, 'SELECT CONNECTION_ID() AS id, tenant_id AS owner FROM queues LIMIT 1'))[0];
  const next = await row().catch(row);
  expect(next).toMatchObject({ owner: id });
  expect(Number(next?.id)).not.toBe(broken);
});

it('asks for another ticket when the database has another key', async () => {
  const provider = api.app.get(ProviderDatabase);
  await provider.sql('DROP FUNCTION tenant_ticket');
  await migrate(api.environment['DATABASE_URL'] ?? '', MIGRATIONS);
  // connections that showed the old one show nothing any more: let each tenant's go to another
  await Promise.all(ids.map((id) => connectionOf(id)).concat(ids.map((id) => connectionOf(id))));
  for (const [turn, id] of ids.entries()) {
    const other = ids[(turn + 1) % ids.length] as string;
    await Promise.all(Array.from({ length: 20 }, () => as(other, 'SELECT SLEEP(0.01)')));
    expect(await as(id, 'SELECT DISTINCT tenant_id AS owner FROM queues')).toEqual([{ owner: id }]);
  }
});
