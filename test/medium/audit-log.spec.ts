import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { audit } from '../../scripts/audit';
import { ENTITIES } from '../../src/entities';
import { auditRuleOf } from '../../src/platform/audit/audited';
import type { AuditRecord } from '../../src/platform/audit/domain/audit-chain';
import { BEGINNING, digestOf } from '../../src/platform/audit/domain/audit-chain';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { ProviderOwned } from '../../src/platform/database/provider-owned';
import { TenantOwned } from '../../src/platform/database/tenant-owned';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients, PASSWORD } from '../factories/api-client';
import { tenantIdOf } from '../factories/books';
import { eventually } from '../factories/switch';

let api: TestApi;
let admin: ApiClient;
let other: ApiClient;
let tenantId: string;
let database: ProviderDatabase;

beforeAll(async () => {
  api = await startTestApi();
  for (const name of ['pharma', 'insurance']) await applyTenant(api.app, name);
  const clients = new ApiClients(api);
  admin = await clients.user('pharma', 'tenant_admin');
  other = await clients.user('insurance', 'tenant_admin');
  tenantId = await tenantIdOf(api.app, 'pharma');
  database = api.app.get(ProviderDatabase);
});
afterAll(() => api.stop());

async function entries(query: string): Promise<Record<string, unknown>[]> {
  return (await admin.get(`/v1/audit-entries?${query}`)).body.data;
}

it('knows of every table of a tenant whether its changes are audited', () => {
  const owned = ENTITIES.filter((entity) => entity.prototype instanceof TenantOwned);
  expect(owned.length).toBeGreaterThan(15);
  expect(owned.filter((entity) => auditRuleOf(entity) === undefined).map(({ name }) => name)).toEqual([]);
});

it('tells who changed what, from where, with the fields as they were and as they are', async () => {
  const me = (await admin.get('/v1/me')).body;
  const created = await admin.post('/v1/queues', { name: 'returns' });
  const { id } = created.body;
  const changed = await admin.patch(`/v1/queues/${id}`, { settings: { max_wait_time: 90 } }, { 'if-match': created.etag });
  expect([created.status, changed.status]).toEqual([201, 200]);
  expect((await admin.delete(`/v1/queues/${id}`, undefined, { 'if-match': changed.etag })).status).toBe(204);
  const [removal, change, creation] = await entries(`object_id=${id}`);
  const by = { actor_kind: 'user', actor_id: me['id'], actor_name: 'admin@pharma.seatline.test', object_type: 'queues' };
  expect(creation).toMatchObject({ ...by, action: 'created', address: expect.stringContaining('127.0.0.1') as string });
  expect(creation?.['detail']).toMatchObject({ after: { name: 'returns' } });
  expect(change).toMatchObject({ ...by, action: 'changed', trace_id: changed.headers.get('trace-id') });
  const setting = 'settings.maxWaitTime';
  expect(change?.['detail']).toEqual({ before: { [setting]: 0 }, after: { [setting]: 90 } });
  expect(removal).toMatchObject({ ...by, action: 'removed', detail: { before: { name: 'returns' } } });
});

it('says nothing of what was refused or changed nothing', async () => {
  const [last] = await entries('limit=1');
  const { body: queues } = await admin.get('/v1/queues?limit=1');
  const { id } = queues.data[0]!;
  expect((await admin.patch(`/v1/queues/${id}`, { settings: { max_wait_time: 1 } }, { 'if-match': '"99"' })).status).toBe(412);
  expect((await admin.post('/v1/queues', { name: 'care' })).status).toBe(409);
  expect((await entries('limit=1'))[0]).toEqual(last);
});

it('hides credentials and shows that they changed', async () => {
  const { data } = (await admin.get('/v1/users')).body;
  const { id } = data.find((user) => user['role'] === 'supervisor')!;
  expect((await admin.post(`/v1/users/${id}/password`, { password: `${PASSWORD} 2` })).status).toBe(204);
  const [entry] = await entries(`object_id=${id}`);
  expect((entry?.['detail'] as { after: object }).after).toMatchObject({ passwordHash: '(hidden)' });
  const [everything] = await database.sql<{ all: string }>('SELECT GROUP_CONCAT(detail) AS `all` FROM audit_entries');
  expect(everything?.all).not.toContain('$argon2');
});

it("tells which places of a queue changed, and only those", async () => {
  const { data } = (await admin.get('/v1/queues')).body;
  const { id } = data.find((queue) => queue['name'] === 'care')!;
  const tiers = await admin.get(`/v1/queues/${id}/tiers`);
  const [first, ...rest] = tiers.body['tiers'] as { level: number }[];
  const before = (await entries('limit=1'))[0]?.['seq'] as number;
  const wish = { tiers: [{ ...first, level: (first?.level ?? 0) + 1 }, ...rest] };
  expect((await admin.put(`/v1/queues/${id}/tiers`, wish, { 'if-match': tiers.etag })).status).toBe(200);
  const made = (await entries('limit=10')).filter((entry) => (entry['seq'] as number) > before);
  expect(made.map(({ object_type, action }) => [object_type, action])).toEqual([['tiers', 'changed']]);
});

it('tells of a refused sign-in, and of who signed in', async () => {
  const { data } = (await admin.get('/v1/users')).body;
  const { id } = data.find((user) => user['email'] === 'admin@pharma.seatline.test')!;
  const guess = { tenant: 'pharma', email: 'admin@pharma.seatline.test', password: 'a wrong password' };
  expect((await new ApiClients(api).anonymous().post('/v1/sign-in', guess)).status).toBe(401);
  const [refused] = await eventually(async () => {
    const found = await entries(`object_id=${id}&action=sign_in_refused`);
    return found.length > 0 && found;
  });
  expect(refused).toMatchObject({ actor_kind: 'system', detail: { wrong: 'password' } });
  const [opened] = await entries(`object_type=sessions&actor_id=${id}&action=created`);
  expect(opened).toMatchObject({ actor_name: 'admin@pharma.seatline.test' });
});

it('tells who signed out, and whose sessions were ended', async () => {
  const clients = new ApiClients(api);
  const user = await clients.user('pharma', 'viewer');
  const { id, session_id: session } = (await user.get('/v1/me')).body;
  expect((await user.post('/v1/sign-out')).status).toBe(204);
  const [entry] = await entries(`object_type=sessions&object_id=${String(session)}&action=changed`);
  expect(entry).toMatchObject({ actor_id: id, detail: { after: { endedBecause: 'signed_out' } } });
});

describe("the provider's own log", () => {
  interface Entry {
    action: string;
    actor: string;
    name: string;
    address: string;
    detail: { before?: object; after?: object };
  }
  let clients: ApiClients;
  beforeAll(() => void (clients = new ApiClients(api)));

  async function noted(type: string, actor: unknown): Promise<Entry[]> {
    const rows = await database.sql<Omit<Entry, 'detail'> & { detail: string }>(
      `SELECT action, actor_id AS actor, actor_name AS name, address, detail FROM audit_entries
        WHERE tenant_id = 'provider' AND object_type = ? AND actor_id = ? ORDER BY seq`,
      [type, actor],
    );
    return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as Entry['detail'] }));
  }

  it('tells who of its people signed in and out', async () => {
    const finance = await clients.staff('finance');
    const me = (await finance.get('/v1/me')).body;
    expect((await finance.post('/v1/sign-out')).status).toBe(204);
    const by = { actor: me.id, name: 'finance@seatline.test', address: expect.stringContaining('127.0.0.1') as string };
    expect(await noted('staff_sessions', me.id)).toMatchObject([
      { ...by, action: 'created', detail: { after: { personId: me.id, method: 'password', familyHash: '(hidden)' } } },
      { ...by, action: 'changed', detail: { before: { endedBecause: null }, after: { endedBecause: 'signed_out' } } },
    ]);
  });

  it('tells of their second factors and of the sessions that end with a change, and hides what is secret', async () => {
    const manager = await clients.staff('account_manager');
    const me = (await manager.get('/v1/me')).body;
    await clients.staff('account_manager');
    const { body } = await manager.post('/v1/me/second-factor', { password: PASSWORD });
    const code = new TOTP({ secret: Secret.fromBase32(body.secret) }).generate();
    expect((await manager.post('/v1/me/second-factor/confirm', { code })).status).toBe(200);
    const factor = await noted('staff_second_factors', me.id);
    expect(factor).toMatchObject([
      { action: 'created', detail: { after: { secret: '(hidden)' } } },
      { action: 'changed', detail: { before: { confirmedAt: null, recoveryHashes: '(hidden)' } } },
    ]);
    const ends = (await noted('staff_sessions', me.id)).filter(({ action }) => action === 'changed');
    expect(ends).toMatchObject([{ detail: { after: { endedBecause: 'second_factor' } } }]);
    const all = await database.sql<{ detail: string }>("SELECT detail FROM audit_entries WHERE tenant_id = 'provider'");
    expect(JSON.stringify(all)).not.toContain(body.secret);
  });

  it('knows of every table of its people whether its changes are audited', () => {
    const owned = ENTITIES.filter((entity) => entity.prototype instanceof ProviderOwned);
    expect(owned.map((entity) => [entity.name, auditRuleOf(entity) !== undefined]).sort()).toEqual([
      ['Staff', true],
      ['StaffSecondFactor', true],
      ['StaffSession', true],
      ['StockedNumber', true],
    ]);
  });
});

it('tells who looked at calls, and by what, but not by whose number', async () => {
  await admin.get('/v1/calls?number=13800138001&outcome=answered');
  const [entry] = await entries('action=read&limit=1');
  expect(entry).toMatchObject({ object_type: 'calls', object_id: '*', detail: { asked: { number: '138****8001', outcome: 'answered' } } });
  const [leaks] = await database.sql<{ count: number }>("SELECT COUNT(*) AS count FROM audit_entries WHERE detail LIKE '%13800138001%'");
  expect(Number(leaks?.count)).toBe(0);
});

it('shows each tenant its own log alone', async () => {
  const theirs = (await other.get('/v1/audit-entries?limit=100')).body.data;
  expect(theirs.length).toBeGreaterThan(5);
  expect(JSON.stringify(theirs)).not.toContain('pharma');
});

it('exports the log so that anybody can check its digests', async () => {
  const { body } = await admin.post('/v1/sign-in', { tenant: 'pharma', email: 'admin@pharma.seatline.test', password: PASSWORD });
  const headers = { authorization: `Bearer ${String(body['access_token'])}` };
  const response = await fetch(`${api.url}/v1/audit-entries/export`, { headers });
  expect(response.headers.get('content-type')).toBe('application/x-ndjson');
  const lines = (await response.text()).trim().split('\n').map((line) => JSON.parse(line) as AuditRecord & { createdAt: string });
  expect(lines.length).toBeGreaterThan(40);
  let before = BEGINNING;
  for (const line of lines) {
    expect(digestOf(before, { ...line, at: new Date(line.createdAt) })).toBe(line.digest);
    before = line.digest;
  }
});

it('keeps the chain whole when many change things at once', async () => {
  const names = Array.from({ length: 20 }, (_, at) => `parallel-${at}`);
  const answers = await Promise.all(names.map((name) => admin.post('/v1/queues', { name })));
  expect(answers.map(({ status }) => status)).toEqual(names.map(() => 201));
  expect(await run('verify')).toMatchObject({ code: 0 });
});

async function run(...args: string[]): Promise<{ code: number; output: string }> {
  const output: string[] = [];
  const write = (line: string) => void output.push(line);
  const code = await audit(args, { environment: api.environment, write, warn: write });
  return { code, output: output.join('\n') };
}

const last = '(SELECT * FROM (SELECT MAX(seq) FROM audit_entries WHERE tenant_id = ?) AS newest)';

it.each<{ what: string; statements: string[]; told: RegExp }>([
  {
    what: 'an edit',
    statements: ["UPDATE audit_entries SET actor_name = 'somebody else' WHERE tenant_id = ? AND seq = 7"],
    told: /7: the entry was edited/,
  },
  {
    what: 'a removal',
    statements: ['DELETE FROM audit_entries WHERE tenant_id = ? AND seq = 7'],
    told: /7: the entry is missing/,
  },
  {
    what: 'the removal of the newest',
    statements: [`DELETE FROM audit_entries WHERE tenant_id = ? AND seq = ${last}`],
    told: /: the entry is missing/,
  },
  {
    what: 'a swap',
    statements: [
      'UPDATE audit_entries SET seq = 1000000 WHERE tenant_id = ? AND seq = 7',
      'UPDATE audit_entries SET seq = 7 WHERE tenant_id = ? AND seq = 8',
      'UPDATE audit_entries SET seq = 8 WHERE tenant_id = ? AND seq = 1000000',
    ],
    told: /7: .* another stands in its place[^]*8: .* another stands/,
  },
])('finds $what', async ({ statements, told }) => {
  const { undo } = await remember();
  for (const statement of statements) await database.sql(statement, statement.includes(last) ? [tenantId, tenantId] : [tenantId]);
  const { code, output } = await run('verify');
  await undo();
  expect([code, output]).toEqual([1, expect.stringMatching(/^pharma: \d+ entries, NOT AS WRITTEN$/m)]);
  expect(output).toMatch(told);
  expect(output).toMatch(/^insurance: \d+ entries, as written$/m);
  expect((await run('verify')).code).toBe(0);
});

it('finds a log that was put back to an earlier state with what was noted of it', async () => {
  const early = await remember();
  await admin.get('/v1/calls');
  const notes = join(tmpdir(), `notes-${process.pid}.ndjson`);
  writeFileSync(notes, (await run('note')).output);
  await early.undo();
  expect((await run('verify')).code).toBe(0);
  const found = await run('verify', '--noted', notes);
  expect([found.code, found.output]).toEqual([1, expect.stringMatching(/pharma: .*NOT AS WRITTEN\n +\d+: the entry is missing/)]);
});

it("lets tenants' work neither edit nor remove what is in the log", async () => {
  const rights = await database.sql<{ right: string }>(
    `SELECT privilege_type AS \`right\` FROM information_schema.table_privileges
     WHERE table_schema = CONCAT(DATABASE(), '_tenant') AND table_name = 'audit_entries'`,
  );
  expect(rights.map((row) => row.right)).toEqual(['INSERT']);
});

/** The chain as it is now, and how to put it back. */
async function remember(): Promise<{ undo(): Promise<void> }> {
  const chain = await database.sql<Record<string, unknown>>('SELECT * FROM audit_entries WHERE tenant_id = ?', [tenantId]);
  const heads = await database.sql<Record<string, unknown>>('SELECT * FROM audit_heads WHERE tenant_id = ?', [tenantId]);
  return {
    undo: async () => {
      for (const [table, rows] of Object.entries({ audit_entries: chain, audit_heads: heads })) {
        await database.sql(`DELETE FROM ${table} WHERE tenant_id = ?`, [tenantId]);
        await database.sql(`INSERT INTO ${table} VALUES ?`, [rows.map((row) => Object.values(row))]);
      }
    },
  };
}
