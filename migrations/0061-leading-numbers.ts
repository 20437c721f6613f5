import type { QueryRunner } from 'typeorm';
import { addColumns } from './add-columns';
import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';

/** All numbers of a tenant say one thing; which script leads a number by hours, and whether as a draft. */
export class LeadingNumbers1700000000061 extends CreateTables {
  protected readonly tables = {
    emergencies: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at DATETIME(3) NOT NULL`,
      'message VARCHAR(60) NULL',
      'reason VARCHAR(200) NOT NULL',
      'started_by VARCHAR(200) NOT NULL',
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY emergencies_tenant (tenant_id)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
  };

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'numbers', {
      scripts_by_hours: 'JSON NOT NULL DEFAULT (JSON_ARRAY())',
      tests_draft: 'BOOLEAN NOT NULL DEFAULT FALSE',
    });
  }
}
