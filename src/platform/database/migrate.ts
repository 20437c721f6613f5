import { DataSource } from 'typeorm';
import { connectionOptions } from './connection-options';
import { createTenantSchema } from './tenant-schema';

type MigrationClass = new () => object;

/**
 * Brings the schema up to date, and the tenants' views of it.
 * @param tenantUrl where an administrator keeps the tenants' account himself; else it is made and kept here
 * @returns the names of the migrations that ran.
 */
export async function migrate(url: string, migrations: MigrationClass[], tenantUrl?: string): Promise<string[]> {
  const source = new DataSource({
    ...connectionOptions(url, []),
    migrations: migrations as never,
    migrationsTransactionMode: 'none',
  });
  await source.initialize();
  try {
    const ran = await source.runMigrations();
    await createTenantSchema(source, url, tenantUrl !== undefined);
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
