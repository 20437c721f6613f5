import type { QueryRunner } from 'typeorm';
import { addIndex } from './add-index';
import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const TIME = 'DATETIME(3)';

export class CallNotes1700000000029 extends CreateTables {
  protected readonly tables = {
    call_notes: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL`,
      'call_uuid CHAR(36) CHARACTER SET ascii NOT NULL',
      'agent VARCHAR(6) NOT NULL',
      'sealed VARBINARY(8100) NOT NULL',
      'wrap_up_code VARCHAR(60) NULL',
      `written_at ${TIME} NOT NULL`,
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY call_notes_call (tenant_id, call_uuid, agent)',
      'KEY call_notes_created (tenant_id, created_at)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
  };

  /** What an agent's desktop counts of a day. */
  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addIndex(runner, 'call_offers', 'call_offers_agent', 'tenant_id, agent, started_at');
  }
}
