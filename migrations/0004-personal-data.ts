import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const UUID = 'CHAR(36) CHARACTER SET ascii';
const TIME = 'DATETIME(3)';
const OWNED = `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL`;
const KEY = 'PRIMARY KEY (tenant_id, id)';
const OF_TENANT = 'FOREIGN KEY (tenant_id) REFERENCES tenants (id)';

const TABLES: Record<string, string[]> = {
  tenant_keys: [
    OWNED,
    'version INT UNSIGNED NOT NULL',
    'master_id CHAR(16) CHARACTER SET ascii NOT NULL',
    'wrapped VARBINARY(100) NULL',
    `destroyed_at ${TIME} NULL`,
    KEY,
    'UNIQUE KEY tenant_keys_version (tenant_id, version)',
    OF_TENANT,
  ],
  recordings: [
    OWNED,
    'node VARCHAR(60) CHARACTER SET ascii NOT NULL',
    `call_uuid ${UUID} NOT NULL`,
    `call_id ${ID} NULL`,
    `started_at ${TIME} NOT NULL`,
    'duration_seconds INT UNSIGNED NOT NULL',
    'bytes INT UNSIGNED NOT NULL',
    'key_version INT UNSIGNED NOT NULL',
    'digest CHAR(43) CHARACTER SET ascii COLLATE ascii_bin NOT NULL',
    'legal_hold TINYINT(1) NOT NULL',
    `deleted_at ${TIME} NULL`,
    'deleted_because VARCHAR(20) NULL',
    KEY,
    // one file a call: the same one again, from another worker or after a crash, changes nothing
    'UNIQUE KEY recordings_call_uuid (tenant_id, node, call_uuid)',
    'KEY recordings_call (tenant_id, call_id)',
    'KEY recordings_due (tenant_id, deleted_at, started_at)',
    'FOREIGN KEY (tenant_id, call_id) REFERENCES calls (tenant_id, id)',
    OF_TENANT,
  ],
  recording_pauses: [
    OWNED,
    `call_uuid ${UUID} NOT NULL`,
    `paused_at ${TIME} NOT NULL`,
    `resumed_at ${TIME} NULL`,
    KEY,
    'KEY recording_pauses_call (tenant_id, call_uuid)',
    OF_TENANT,
  ],
  retention_policies: [
    `${OWNED}, version INT UNSIGNED NOT NULL`,
    'recording_days INT UNSIGNED NOT NULL',
    'number_days INT UNSIGNED NOT NULL',
    KEY,
    'UNIQUE KEY retention_policies_one (tenant_id)',
    OF_TENANT,
  ],
  retention_runs: [
    OWNED,
    `ended_at ${TIME} NULL`,
    'recording_days INT UNSIGNED NOT NULL',
    'number_days INT UNSIGNED NOT NULL',
    'recordings_deleted INT UNSIGNED NOT NULL',
    'recordings_held INT UNSIGNED NOT NULL',
    'calls_blanked INT UNSIGNED NOT NULL',
    'legs_blanked INT UNSIGNED NOT NULL',
    'usage_blanked INT UNSIGNED NOT NULL',
    'failures INT UNSIGNED NOT NULL',
    'problem VARCHAR(500) NULL',
    KEY,
    OF_TENANT,
  ],
};

/** Each statement stands alone and can be repeated: MySQL commits every DDL statement by itself. */
export class PersonalData1700000000004 extends CreateTables {
  protected readonly tables = TABLES;
}
