import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './add-columns';
import { hasIndex } from './has-index';

const SEALED = 'VARBINARY(800) NULL';
const INDEX = 'BINARY(16) NULL';

const COLUMNS: Record<string, Record<string, string>> = {
  calls: { numbers_sealed: SEALED, from_index: INDEX, to_index: INDEX },
  call_legs: { numbers_sealed: SEALED },
  usage_records: { number_sealed: SEALED },
  spend_reservations: { number_sealed: SEALED },
};

const PLAIN: [table: string, column: string][] = [
  ['calls', 'from_number'],
  ['calls', 'to_number'],
  ['usage_records', 'number'],
  ['spend_reservations', 'number'],
];

/**
 * Numbers go from the clear into sealed columns. A migration has no tenant's key: of rows that are there already the numbers
 * are given up, as retention would; times, outcomes and amounts stay. Each statement can be repeated.
 */
export class SealedNumbers1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(COLUMNS)) await addColumns(runner, table, columns);
    for (const side of ['from', 'to']) {
      if (await hasIndex(runner, 'calls', `calls_${side}`)) continue;
      await runner.query(`CREATE INDEX calls_${side} ON calls (tenant_id, ${side}_index)`);
    }
    for (const [table, column] of PLAIN) {
      if (await runner.hasColumn(table, column)) await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column}`);
    }
    await runner.query("UPDATE call_legs SET facts = JSON_REMOVE(facts, '$.from', '$.to')");
    // the CDRs tell of these calls too
    await runner.query("DELETE FROM outbox WHERE type = 'call.witnessed'");
    await runner.query('DELETE FROM cdr_rejects');
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forwards only; restore a backup instead.');
  }
}
