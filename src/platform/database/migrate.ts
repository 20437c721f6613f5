import { DataSource } from 'typeorm';
import { connectionOptions } from './connection-options';
import { reportsUrlOf } from './account-urls';
import { grantAccount } from './grant-account';
import { reportsGrants } from './reports-grants';
import { createTenantSchema } from './tenant-schema';

type MigrationClass = new () => object;

/** Accounts that an administrator keeps himself; the others are made and kept here. */
interface GivenAccounts {
  TENANT_DATABASE_URL?: string | undefined;
  REPORTS_DATABASE_URL?: string | undefined;
}

/**
 * Brings the schema up to date, and with it the tenants' views and the accounts' rights.
 * @returns the names of the migrations that ran.
 */
export async function migrate(url: string, migrations: MigrationClass[], given: GivenAccounts = {}): Promise<string[]> {
  const source = new DataSource({
    ...connectionOptions(url, []),
    migrations: migrations as never,
    migrationsTransactionMode: 'none',
  });
  await source.initialize();
  try {
    const ran = await source.runMigrations();
    await createTenantSchema(source, url, given.TENANT_DATABASE_URL !== undefined);
    if (given.REPORTS_DATABASE_URL === undefined) {
      const account = { url: reportsUrlOf(url), purpose: 'the reports', variable: 'REPORTS_DATABASE_URL' };
      await grantAccount(source, account, await reportsGrants(source));
    }
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
