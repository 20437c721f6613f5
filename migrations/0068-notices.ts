import type { QueryRunner } from 'typeorm';
import { addColumns } from './add-columns';
import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';

/** What scripts have sent to people, by SMS and by e-mail. */
export class Notices1700000000068 extends CreateTables {
  protected readonly tables = {
    notices: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at DATETIME(3) NOT NULL`,
      'call_uuid CHAR(36) CHARACTER SET ascii NOT NULL',
      'channel VARCHAR(5) NOT NULL',
      'sealed BLOB NULL',
      'number_index BINARY(16) NULL',
      'recipient_index BINARY(16) NULL',
      'state VARCHAR(9) NOT NULL',
      'attempts INT UNSIGNED NOT NULL',
      'due_at DATETIME(3) NULL',
      'sent_at DATETIME(3) NULL',
      'problem VARCHAR(200) NULL',
      'PRIMARY KEY (tenant_id, id)',
      'KEY notices_call (tenant_id, call_uuid)',
      'KEY notices_created (tenant_id, created_at)',
      'KEY notices_number (tenant_id, number_index)',
      'KEY notices_recipient (tenant_id, recipient_index)',
      'KEY notices_due (due_at)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
  };

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'erasures', { notices: 'INT UNSIGNED NOT NULL DEFAULT 0' });
  }
}
