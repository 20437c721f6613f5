import type { QueryRunner } from 'typeorm';
import { CreateTables } from './create-tables';
import { hasIndex } from './has-index';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const UUID = 'CHAR(36) CHARACTER SET ascii';
const TIME = 'DATETIME(3)';
const OWNED = `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL`;
const KEY = 'PRIMARY KEY (tenant_id, id)';
const OF_TENANT = 'FOREIGN KEY (tenant_id) REFERENCES tenants (id)';
const COUNT = 'INT UNSIGNED NOT NULL';

/** Each statement can be repeated: MySQL commits every DDL statement by itself. */
const TABLES: Record<string, string[]> = {
  calling_plans: [
    OWNED,
    `version ${COUNT}`,
    'destinations JSON NOT NULL',
    'spend_per_day_micro BIGINT NULL',
    'spend_per_month_micro BIGINT NULL',
    `seat_calls_per_minute ${COUNT}`,
    `calls_per_minute ${COUNT}`,
    `calls_per_second ${COUNT}`,
    `reserved_channels ${COUNT}`,
    `max_call_minutes ${COUNT}`,
    KEY,
    // one row a tenant
    'UNIQUE KEY calling_plans_tenant (tenant_id)',
    OF_TENANT,
  ],
  spend_reservations: [
    OWNED,
    'node VARCHAR(60) CHARACTER SET ascii NOT NULL',
    `call_uuid ${UUID} NOT NULL`,
    `leg_uuid ${UUID} NOT NULL`,
    'number VARCHAR(60) NOT NULL',
    'kind VARCHAR(20) NOT NULL',
    'amount_micro BIGINT NOT NULL',
    `granted_seconds ${COUNT}`,
    `told_seconds ${COUNT}`,
    `expires_at ${TIME} NOT NULL`,
    KEY,
    'UNIQUE KEY spend_reservations_leg (tenant_id, leg_uuid)',
    'KEY spend_reservations_expires (tenant_id, expires_at)',
    'KEY spend_reservations_node (node, expires_at)',
    OF_TENANT,
  ],
};

/** What a seat presents to those it calls, and whether it may call at all. */
const SEAT_COLUMNS = [
  `ADD COLUMN caller_number_id ${ID} NULL`,
  `ADD COLUMN suspended_at ${TIME} NULL`,
  'ADD COLUMN suspension VARCHAR(60) NULL',
  'ADD FOREIGN KEY (tenant_id, caller_number_id) REFERENCES numbers (tenant_id, id)',
];

export class Outbound1700000000003 extends CreateTables {
  protected readonly tables = TABLES;

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    if (!(await runner.hasColumn('seats', 'suspended_at'))) {
      await runner.query(`ALTER TABLE seats ${SEAT_COLUMNS.join(', ')}`);
    }
    if (!(await hasIndex(runner, 'usage_records', 'usage_spend'))) {
      // what a tenant has spent is read off the index alone
      await runner.query('CREATE INDEX usage_spend ON usage_records (tenant_id, kind, started_at, amount_micro)');
    }
  }
}
