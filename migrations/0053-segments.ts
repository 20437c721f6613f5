import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';

/** Customers of one worth, and how they are served. */
export class Segments1700000000053 extends CreateTables {
  protected readonly tables = {
    segments: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at DATETIME(3) NOT NULL, version INT UNSIGNED NOT NULL`,
      'name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL',
      // a word of MySQL 8's
      '`rank` INT UNSIGNED NOT NULL',
      'description VARCHAR(200) NOT NULL',
      'greeting VARCHAR(60) NULL',
      `queue_id ${ID} NULL`,
      'priority_seconds INT UNSIGNED NOT NULL',
      'answer_target_seconds INT UNSIGNED NULL',
      'colour VARCHAR(20) NOT NULL',
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY segments_name (tenant_id, name)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
      'FOREIGN KEY (tenant_id, queue_id) REFERENCES queues (tenant_id, id)',
    ],
  };
}
