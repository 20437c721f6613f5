import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many requests a tenant may make; null is the installation's usual. */
export class RequestLimits1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MySQL has no ADD COLUMN IF NOT EXISTS
    if (await runner.hasColumn('tenants', 'requests_per_second')) return;
    await runner.query('ALTER TABLE tenants ADD COLUMN requests_per_second INT UNSIGNED NULL');
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forwards only; restore a backup instead.');
  }
}
