import type { QueryRunner } from 'typeorm';
import { newId } from '../src/platform/database/ids';
import { addColumns } from './add-columns';
import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const NUMBER = 'VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin';

/** The number is in the stock while it is leased, and null never refers to anything: what was given up may leave the stock. */
const STOCKED = { stocked: `${NUMBER} AS (IF(leased_until IS NULL, number, NULL)) STORED` };
const FOREIGN_KEY = 'ALTER TABLE numbers ADD CONSTRAINT numbers_stocked FOREIGN KEY (stocked) REFERENCES number_stock (number)';

/** Whatever is leased by now comes into the stock, held for its tenant. */
export class NumberStock1700000000048 extends CreateTables {
  protected readonly tables = {
    number_stock: [
      `id ${ID} NOT NULL PRIMARY KEY`,
      'created_at DATETIME(3) NOT NULL',
      `number ${NUMBER} NOT NULL`,
      `held_for ${ID} NULL`,
      'UNIQUE KEY number_stock_number (number)',
      'FOREIGN KEY (held_for) REFERENCES tenants (id)',
    ],
  };

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    const leases = (await runner.query(
      `SELECT number, tenant_id AS tenantId, leased_from AS leasedFrom FROM numbers
       WHERE leased_until IS NULL AND number NOT IN (SELECT number FROM number_stock)`,
    )) as { number: string; tenantId: string; leasedFrom: Date }[];
    for (const { number, tenantId, leasedFrom } of leases) {
      const row = [newId('stockedNumber'), leasedFrom, number, tenantId];
      await runner.query('INSERT INTO number_stock (id, created_at, number, held_for) VALUES (?)', [row]);
    }
    await addColumns(runner, 'numbers', STOCKED);
    if (!(await hasConstraint(runner))) await runner.query(FOREIGN_KEY);
  }
}

async function hasConstraint(runner: QueryRunner): Promise<boolean> {
  const rows = (await runner.query(
    `SELECT 1 FROM information_schema.table_constraints
     WHERE table_schema = DATABASE() AND table_name = 'numbers' AND constraint_name = 'numbers_stocked'`,
  )) as unknown[];
  return rows.length > 0;
}
