import type { QueryRunner } from 'typeorm';
import { addColumns } from './add-columns';
import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const TIME = 'DATETIME(3)';

/** Why agents are on breaks, how long their states lasted, and when their work after a call is over. */
export class Breaks1700000000044 extends CreateTables {
  protected readonly tables = {
    break_reason_lists: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL, version INT UNSIGNED NOT NULL`,
      'reasons JSON NOT NULL',
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY break_reason_lists_tenant (tenant_id)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
    agent_spells: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL`,
      'agent VARCHAR(6) NOT NULL',
      'state VARCHAR(30) NOT NULL',
      'reason VARCHAR(20) NULL',
      `since ${TIME} NOT NULL`,
      `until ${TIME} NULL`,
      'PRIMARY KEY (tenant_id, id)',
      // told twice, it is still one
      'UNIQUE KEY agent_spells_since (tenant_id, agent, since, state)',
      'KEY agent_spells_until (tenant_id, agent, until)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
  };

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'agents', { break_reason: 'VARCHAR(20) NULL', wrap_up_waived_until: `${TIME} NULL` });
  }
}
