import type { QueryRunner } from 'typeorm';
import { addColumns } from './add-columns';
import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const TIME = 'DATETIME(3)';
const OWNED = `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL`;

/** Who is to be called back, each try to do so, and how many an erasure took. */
export class Callbacks1700000000060 extends CreateTables {
  protected readonly tables = {
    callbacks: [
      `${OWNED}, version INT UNSIGNED NOT NULL`,
      'queue VARCHAR(31) NOT NULL',
      'origin VARCHAR(10) NOT NULL',
      'call_uuid CHAR(36) CHARACTER SET ascii NULL',
      'sealed VARBINARY(200) NULL',
      'number_index BINARY(16) NULL',
      'open_index BINARY(16) NULL',
      'caller_number VARCHAR(20) NULL',
      `place_at ${TIME} NOT NULL`,
      `promised_by ${TIME} NOT NULL`,
      'calendar VARCHAR(41) NULL',
      'state VARCHAR(10) NOT NULL',
      'attempts TINYINT UNSIGNED NOT NULL, most_attempts TINYINT UNSIGNED NOT NULL, retry_minutes SMALLINT UNSIGNED NOT NULL',
      `next_at ${TIME} NOT NULL, first_tried_at ${TIME} NULL, reached_at ${TIME} NULL`,
      'PRIMARY KEY (tenant_id, id)',
      // whoever asks twice is called back once
      'UNIQUE KEY callbacks_open (tenant_id, queue, open_index)',
      'KEY callbacks_state (tenant_id, state, next_at)',
      'KEY callbacks_number (tenant_id, number_index)',
      // over all tenants, each second
      'KEY callbacks_due (state, next_at)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
    callback_attempts: [
      OWNED,
      `callback_id ${ID} NOT NULL`,
      'call_uuid CHAR(36) CHARACTER SET ascii NOT NULL',
      'agent VARCHAR(6) NOT NULL',
      'result VARCHAR(12) NULL',
      `ended_at ${TIME} NULL`,
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY callback_attempts_call (tenant_id, call_uuid)',
      'KEY callback_attempts_open (tenant_id, result)',
      'FOREIGN KEY (tenant_id, callback_id) REFERENCES callbacks (tenant_id, id)',
    ],
  };

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'erasures', { callbacks: 'INT UNSIGNED NOT NULL DEFAULT 0' });
  }
}
