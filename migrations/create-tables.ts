import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each statement stands alone and can be repeated: MySQL commits every DDL statement by itself. */
export abstract class CreateTables implements MigrationInterface {
  /** By name, the columns and keys. */
  protected abstract readonly tables: Record<string, string[]>;

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, parts] of Object.entries(this.tables)) {
      await runner.query(
        `CREATE TABLE IF NOT EXISTS ${table} (${parts.join(', ')}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forwards only; restore a backup instead.');
  }
}
