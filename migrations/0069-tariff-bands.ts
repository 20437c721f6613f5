import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './add-columns';

/** Prices by the time of the day and on holidays. */
export class TariffBands1700000000069 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'tariffs', { bands: 'JSON NOT NULL DEFAULT (JSON_ARRAY())', holidays: 'JSON NOT NULL DEFAULT (JSON_ARRAY())' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tariffs DROP COLUMN bands, DROP COLUMN holidays');
  }
}
