import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const TIME = 'DATETIME(3)';
const DIGEST = 'CHAR(64) CHARACTER SET ascii COLLATE ascii_bin';

/**
 * Without a foreign key to the tenants: the provider's own changes have a chain too, and a chain outlives its tenant.
 * The detail is text, not JSON, which MySQL would write otherwise than it was digested.
 */
const TABLES: Record<string, string[]> = {
  audit_entries: [
    `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL`,
    'seq BIGINT UNSIGNED NOT NULL',
    'actor_kind VARCHAR(20) CHARACTER SET ascii NOT NULL',
    `actor_id ${ID} NULL`,
    'actor_name VARCHAR(200) NULL',
    `grant_id ${ID} NULL`,
    'address VARCHAR(45) CHARACTER SET ascii NULL',
    'trace_id VARCHAR(40) CHARACTER SET ascii NULL',
    'action VARCHAR(30) CHARACTER SET ascii NOT NULL',
    'object_type VARCHAR(40) CHARACTER SET ascii NOT NULL',
    'object_id VARCHAR(190) NOT NULL',
    'detail MEDIUMTEXT NULL',
    `digest ${DIGEST} NOT NULL`,
    'PRIMARY KEY (tenant_id, id)',
    'UNIQUE KEY audit_entries_seq (tenant_id, seq)',
    'KEY audit_entries_object (tenant_id, object_type, object_id, id)',
    'KEY audit_entries_actor (tenant_id, actor_id, id)',
  ],
  audit_heads: [
    `tenant_id ${ID} NOT NULL PRIMARY KEY`,
    'seq BIGINT UNSIGNED NOT NULL',
    `digest ${DIGEST} NOT NULL`,
    `seal ${DIGEST} NOT NULL`,
  ],
};

export class Audit1700000000006 extends CreateTables {
  protected readonly tables = TABLES;
}
