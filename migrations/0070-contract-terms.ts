import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './add-columns';

/** What a contract charges beside leases and calls. */
export class ContractTerms1700000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'contracts', { terms: 'JSON NOT NULL DEFAULT (JSON_OBJECT())' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE contracts DROP COLUMN terms');
  }
}
