import { type Connection, createConnection } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../migrations/migrations';
import { ENTITIES } from '../../src/entities';
import { connectionOptions } from '../../src/platform/database/connection-options';
import { migrate } from '../../src/platform/database/migrate';
import { tenantUrlOf } from '../../src/platform/database/account-urls';
import { testDatabase } from '../setup/database';

const A = 'ten_0000000000000000000000000A';
const B = 'ten_0000000000000000000000000B';

let database: Awaited<ReturnType<typeof testDatabase>>;
let owner: Connection;
let tenant: Connection;

beforeAll(async () => {
  database = await testDatabase();
  await migrate(database.url, MIGRATIONS);
  owner = await createConnection(database.url);
  for (const [id, slug] of [[A, 'a'], [B, 'b']]) {
    await owner.query(
      `INSERT INTO tenants (id, slug, name, domain, timezone, currency, locale, concurrent_calls, seat_limit, created_at)
       VALUES (?, ?, ?, ?, 'UTC', 'EUR', 'en', 1, 1, NOW())`,
      [id, slug, slug, `${slug}.test`],
    );
    await owner.query('INSERT INTO calendars (tenant_id, id, created_at, version, name, hours) VALUES (?)', [
      [id, `cal_${slug}`, new Date(), 1, 'days', '{}'],
    ]);
  }
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});
beforeEach(async () => (tenant = await createConnection(tenantUrlOf(database.url))));
afterEach(() => tenant.end());

async function ticketOf(id: string): Promise<string> {
  const [rows] = await owner.query('SELECT tenant_ticket(?) AS ticket', [id]);
  return (rows as { ticket: string }[])[0]?.ticket ?? '';
}

async function enter(id: string): Promise<void> {
  await tenant.query('SET @tenant_ticket = ?', [await ticketOf(id)]);
}

async function rows(statement: string): Promise<unknown[]> {
  return (await tenant.query(statement))[0] as unknown[];
}

it('has a view of every table that has a tenant, and shows no other table', async () => {
  const source = await new DataSource(connectionOptions(database.url, ENTITIES)).initialize();
  const owned = source.entityMetadatas
    .filter(({ tableName, columns }) => tableName === 'tenants' || columns.some(({ databaseName }) => databaseName === 'tenant_id'))
    .map(({ tableName }) => tableName);
  await source.destroy();
  const visible = (await rows('SHOW TABLES')).map((row) => Object.values(row as object)[0] as string);
  expect(visible.sort()).toEqual(owned.sort());
});

it('shows nothing and takes nothing while no tenant is set', async () => {
  for (const table of (await rows('SHOW TABLES')).map((row) => Object.values(row as object)[0] as string)) {
    expect(await rows(`SELECT * FROM ${table}`)).toEqual([]);
  }
  await expect(rows(calendarOf(A))).rejects.toThrow(/CHECK OPTION failed/);
});

it('shows a tenant its own rows alone', async () => {
  await enter(A);
  expect(await rows('SELECT tenant_id FROM calendars')).toEqual([{ tenant_id: A }]);
  expect(await rows('SELECT id FROM tenants')).toEqual([{ id: A }]);
  expect(await rows(`SELECT * FROM calendars WHERE tenant_id = '${B}' OR 1 = 1 OR id = 'cal_b'`)).toHaveLength(1);
});

it.each([
  ['a row of another tenant', () => calendarOf(B)],
  ['a row that becomes another tenant\'s', () => `UPDATE calendars SET tenant_id = '${B}'`],
])('takes %s from nobody', async (_what, statement) => {
  await enter(A);
  await expect(rows(statement())).rejects.toThrow(/CHECK OPTION failed/);
});

it('changes and removes none but the tenant\'s own rows', async () => {
  await enter(A);
  await tenant.query(`UPDATE calendars SET name = 'stolen' WHERE tenant_id = '${B}' OR id = 'cal_b'`);
  await tenant.query(`DELETE FROM calendars WHERE tenant_id = '${B}'`);
  const [kept] = await owner.query('SELECT name FROM calendars WHERE id = ?', ['cal_b']);
  expect(kept).toEqual([{ name: 'days' }]);
});

it.each([
  ['the tables', () => `SELECT * FROM ${nameOf()}.calendars`],
  ['another tenant\'s ticket', () => `SELECT ${nameOf()}.tenant_ticket('${B}')`],
  ['what only the provider knows', () => `SELECT * FROM ${nameOf()}.staff`],
  ['another quota', () => 'UPDATE tenants SET concurrent_calls = 1000'],
  ['a cheaper tariff', () => 'DELETE FROM tariffs'],
  ['a bill without lines', () => 'DELETE FROM invoice_lines'],
  ['a function of its own', () => 'CREATE FUNCTION mine() RETURNS INT RETURN 1'],
  ['a table of its own', () => 'CREATE TABLE mine (id INT)'],
])('refuses %s', async (_what, statement) => {
  await enter(A);
  await expect(rows(statement())).rejects.toThrow(/denied/);
});

it('knows a forged ticket', async () => {
  const forged = B + (await ticketOf(A)).slice(30);
  await tenant.query('SET @tenant_ticket = ?', [forged]);
  expect(await rows('SELECT * FROM calendars')).toEqual([]);
});

it('tells nobody the key of the tickets', async () => {
  await enter(A);
  expect(JSON.stringify(await rows('SHOW CREATE FUNCTION current_tenant'))).not.toMatch(/SHA2/);
  expect(JSON.stringify(await rows('SELECT * FROM information_schema.routines'))).not.toMatch(/SHA2/);
});

it('keeps the tickets when it is migrated again', async () => {
  const before = await ticketOf(A);
  await migrate(database.url, MIGRATIONS);
  expect(await ticketOf(A)).toBe(before);
});

function calendarOf(id: string): string {
  return `INSERT INTO calendars (tenant_id, id, created_at, version, name, hours)
          VALUES ('${id}', 'cal_new', NOW(), 1, 'nights', '{}')`;
}

function nameOf(): string {
  return new URL(database.url).pathname.slice(1);
}
