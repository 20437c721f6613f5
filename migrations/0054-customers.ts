import type { QueryRunner } from 'typeorm';
import { addColumns } from './add-columns';
import { addIndex } from './add-index';
import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const TIME = 'DATETIME(3)';
const OWNED = `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL`;

/** Who calls, by which numbers; which call was whose; and how many customers an erasure took. */
export class Customers1700000000054 extends CreateTables {
  protected readonly tables = {
    customers: [
      `${OWNED}, version INT UNSIGNED NOT NULL`,
      'external_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL',
      'language VARCHAR(5) NULL',
      `segment_id ${ID} NULL`,
      'survey_opt_out BOOLEAN NOT NULL',
      'sealed BLOB NOT NULL',
      `changed_at ${TIME} NOT NULL`,
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY customers_external (tenant_id, external_id)',
      'KEY customers_segment (tenant_id, segment_id, id)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
      'FOREIGN KEY (tenant_id, segment_id) REFERENCES segments (tenant_id, id)',
    ],
    customer_numbers: [
      OWNED,
      `customer_id ${ID} NOT NULL`,
      'number_index BINARY(16) NOT NULL',
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY customer_numbers_number (tenant_id, number_index)',
      'KEY customer_numbers_customer (tenant_id, customer_id)',
      'FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id)',
    ],
  };

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    // of calls that are over: the customer and the segment may have gone since
    await addColumns(runner, 'calls', { customer_id: `${ID} NULL`, segment_id: `${ID} NULL` });
    await addIndex(runner, 'calls', 'calls_segment', 'tenant_id, segment_id, id');
    await addColumns(runner, 'erasures', { customers: 'INT UNSIGNED NOT NULL DEFAULT 0' });
  }
}
