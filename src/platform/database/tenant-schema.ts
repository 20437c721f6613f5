import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { tenantSchemaOf, tenantUrlOf } from './account-urls';
import { grantAccount } from './grant-account';

const READ_ONLY = '';
const APPEND_ONLY = 'INSERT';

/**
 * What tenants' work may do beyond reading, where that is not everything: what the provider agrees with a tenant and what
 * he bills is written by his own connection; what is in the audit log stays; a key that
 * is destroyed erases data.
 */
const RIGHTS: Record<string, string> = {
  tenants: READ_ONLY,
  platform_leases: READ_ONLY,
  tariffs: READ_ONLY,
  contracts: READ_ONLY,
  calling_plans: READ_ONLY,
  spend_reservations: READ_ONLY,
  invoices: READ_ONLY,
  invoice_lines: READ_ONLY,
  tenant_keys: READ_ONLY,
  audit_entries: APPEND_ONLY,
  audit_heads: 'INSERT, UPDATE',
  access_grants: 'UPDATE',
};

/**
 * The database's own wall between tenants: a second schema that holds a view of each table that has a tenant, and of the
 * tenants themselves. A view shows and takes the rows of the current tenant alone, and none where none is set. The
 * tenants' account has rights on that schema and on nothing else. Repeating it changes nothing; a new table gets its view.
 * @param url of the owner of the tables, who also owns the views
 * @param accountIsGiven where an administrator keeps the tenants' account himself
 */
export async function createTenantSchema(source: DataSource, url: string, accountIsGiven: boolean): Promise<void> {
  const database = databaseOf(url);
  const schema = tenantSchemaOf(database);
  await source.query(`CREATE DATABASE IF NOT EXISTS \`${schema}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  await createFunctions(source, database, schema);
  const tables = await tenantTables(source);
  for (const [table, owner] of tables) {
    await source.query(
      `CREATE OR REPLACE SQL SECURITY DEFINER VIEW \`${schema}\`.\`${table}\` AS
         SELECT * FROM \`${database}\`.\`${table}\` WHERE ${owner} = \`${schema}\`.current_tenant()
         WITH CASCADED CHECK OPTION`,
    );
  }
  const names = tables.map(([table]) => table);
  if (accountIsGiven) return;
  const account = { url: tenantUrlOf(url), purpose: "the tenants' work", variable: 'TENANT_DATABASE_URL' };
  await grantAccount(source, account, grantsOf(schema, names));
}

/** Each table with the column that names its tenant. */
async function tenantTables(source: DataSource): Promise<[table: string, column: string][]> {
  const rows = await source.query<{ name: string }[]>(
    `SELECT c.table_name AS name FROM information_schema.columns c
       JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
      WHERE c.table_schema = DATABASE() AND c.column_name = 'tenant_id' AND t.table_type = 'BASE TABLE'`,
  );
  return [['tenants', 'id'], ...rows.map(({ name }): [string, string] => [name, 'tenant_id'])];
}

/**
 * `tenant_ticket(id)`, for the owner alone, makes the ticket of a tenant; `current_tenant()` tells whose ticket the
 * connection shows in `@tenant_ticket`. The key that both know is random, and who may only execute a function cannot read
 * it: a statement that was smuggled into a query cannot make itself another tenant.
 */
async function createFunctions(source: DataSource, database: string, schema: string): Promise<void> {
  const made = await source.query<unknown[]>(
    `SELECT 1 FROM information_schema.routines
      WHERE (routine_schema, routine_name) IN ((?, 'tenant_ticket'), (?, 'current_tenant'))`,
    [database, schema],
  );
  if (made.length === 2) return;
  const digest = (tenant: string) => `SHA2(CONCAT('${key}', ${tenant}), 256)`;
  const key = randomBytes(32).toString('hex');
  await source.query(`DROP FUNCTION IF EXISTS \`${database}\`.tenant_ticket`);
  await source.query(`DROP FUNCTION IF EXISTS \`${schema}\`.current_tenant`);
  // without the declarations the optimizer would ask for every row, and a server with a binary log would refuse
  const declared = 'DETERMINISTIC NO SQL SQL SECURITY DEFINER';
  await source.query(
    `CREATE FUNCTION \`${schema}\`.current_tenant() RETURNS CHAR(30) CHARSET ascii COLLATE ascii_bin ${declared}
     RETURN IF(SUBSTRING(@tenant_ticket, 31) = ${digest('LEFT(@tenant_ticket, 30)')}, LEFT(@tenant_ticket, 30), NULL)`,
  );
  await source.query(
    `CREATE FUNCTION \`${database}\`.tenant_ticket(tenant CHAR(30) CHARSET ascii)
     RETURNS CHAR(94) CHARSET ascii ${declared} RETURN CONCAT(tenant, ${digest('tenant')})`,
  );
}

function grantsOf(schema: string, views: string[]): string[] {
  return [
    // with the right to lock: MySQL asks for it where rows are read FOR UPDATE that may not be written
    `SELECT, LOCK TABLES, EXECUTE ON \`${schema.replaceAll('_', '\\_')}\`.*`,
    ...views
      .map((view): [string, string] => [view, RIGHTS[view] ?? 'INSERT, UPDATE, DELETE'])
      .filter(([, rights]) => rights !== READ_ONLY)
      .map(([view, rights]) => `${rights} ON \`${schema}\`.\`${view}\``),
  ];
}

function databaseOf(url: string): string {
  return new URL(url).pathname.slice(1);
}
