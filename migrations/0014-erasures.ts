import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';

export class Erasures1700000000014 extends CreateTables {
  protected readonly tables = {
    erasures: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at DATETIME(3) NOT NULL`,
      'calls INT UNSIGNED NOT NULL',
      'calls_kept INT UNSIGNED NOT NULL',
      'legs INT UNSIGNED NOT NULL',
      'usage_records INT UNSIGNED NOT NULL',
      'usage_kept INT UNSIGNED NOT NULL',
      'recordings_deleted INT UNSIGNED NOT NULL',
      'recordings_held INT UNSIGNED NOT NULL',
      'PRIMARY KEY (tenant_id, id)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
  };
}
