import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const TIME = 'DATETIME(3)';
const OWNED = `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL`;
const COUNT = 'INT UNSIGNED NOT NULL';

/** Files of customers, worked off portion by portion; a portion goes with its work. */
export class CustomerImports1700000000055 extends CreateTables {
  protected readonly tables = {
    customer_imports: [
      OWNED,
      `row_count ${COUNT}, portions ${COUNT}, position ${COUNT}`,
      `created ${COUNT}, changed ${COUNT}, unchanged ${COUNT}, refused ${COUNT}`,
      'problems JSON NOT NULL',
      `finished_at ${TIME} NULL`,
      'PRIMARY KEY (tenant_id, id)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
    customer_import_portions: [
      OWNED,
      `import_id ${ID} NOT NULL`,
      `position ${COUNT}`,
      'sealed LONGBLOB NOT NULL',
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY customer_import_portions_position (tenant_id, import_id, position)',
      'FOREIGN KEY (tenant_id, import_id) REFERENCES customer_imports (tenant_id, id)',
    ],
  };
}
