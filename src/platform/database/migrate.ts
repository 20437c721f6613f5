import { DataSource } from 'typeorm';
import { connectionOptions } from './connection-options';

type MigrationClass = new () => object;

/** Brings the schema up to date. @returns the names of the migrations that ran. */
export async function migrate(url: string, migrations: MigrationClass[]): Promise<string[]> {
  const source = new DataSource({
    ...connectionOptions(url, []),
    migrations: migrations as never,
    migrationsTransactionMode: 'none',
  });
  await source.initialize();
  try {
    return (await source.runMigrations()).map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
