import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './add-columns';

/** Who bills whom, and by when it is to be paid: as it was on the day on which the invoice was drawn up. */
export class InvoiceParties1700000000072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'invoices', { parties: 'JSON NULL', due_on: 'CHAR(10) CHARACTER SET ascii NULL' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE invoices DROP COLUMN parties, DROP COLUMN due_on');
  }
}
