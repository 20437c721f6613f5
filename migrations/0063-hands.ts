import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const TIME = 'DATETIME(3)';
const OWNED = `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL`;

/** What agents raise their hands for, and each hand that was raised. */
export class Hands1700000000063 extends CreateTables {
  protected readonly tables = {
    hand_topic_lists: [
      `${OWNED}, version INT UNSIGNED NOT NULL`,
      'topics JSON NOT NULL',
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY hand_topic_lists_tenant (tenant_id)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
    hands: [
      OWNED,
      'agent VARCHAR(6) NOT NULL',
      'open_agent VARCHAR(6) NULL',
      // no key of teams: who led the agent then is told, though the team goes
      `team_id ${ID} NULL`,
      'topic VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL',
      'sealed VARBINARY(900) NULL',
      'call_uuid CHAR(36) CHARACTER SET ascii NULL',
      'state VARCHAR(10) NOT NULL',
      `taken_by_id VARCHAR(40) NULL, taken_by VARCHAR(190) NULL, taken_at ${TIME} NULL, wait_seconds INT UNSIGNED NULL`,
      `resolved BOOLEAN NULL, ended_at ${TIME} NULL, seconds INT UNSIGNED NULL`,
      'PRIMARY KEY (tenant_id, id)',
      // an agent has one hand
      'UNIQUE KEY hands_open (tenant_id, open_agent)',
      'KEY hands_created (tenant_id, created_at)',
      'KEY hands_state (tenant_id, state)',
      'KEY hands_call (tenant_id, call_uuid)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
  };
}
