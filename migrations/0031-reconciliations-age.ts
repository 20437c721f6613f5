import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addIndex } from './add-index';

export class ReconciliationsAge1700000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // the provider reads the last day of all tenants
    await addIndex(runner, 'reconciliations', 'reconciliations_age', 'created_at');
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forwards only; restore a backup instead.');
  }
}
