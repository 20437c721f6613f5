import type { QueryRunner } from 'typeorm';
import { addColumns } from './add-columns';
import { CreateTables } from './create-tables';
import { hasIndex } from './has-index';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const TIME = 'DATETIME(3)';

/** Messages that callers leave, whose audio is a recording, and how many an erasure took. */
export class Voicemails1700000000064 extends CreateTables {
  protected readonly tables = {
    voicemails: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL`,
      'queue VARCHAR(31) NOT NULL',
      'call_uuid CHAR(36) CHARACTER SET ascii NOT NULL',
      `call_id ${ID} NULL, recording_id ${ID} NULL, customer_id ${ID} NULL`,
      'sealed VARBINARY(200) NULL',
      'number_index BINARY(16) NULL',
      'duration_seconds INT UNSIGNED NULL',
      'state VARCHAR(10) NOT NULL',
      `taken_by_id VARCHAR(40) NULL, taken_by VARCHAR(190) NULL, taken_at ${TIME} NULL`,
      `done_by VARCHAR(190) NULL, done_at ${TIME} NULL`,
      'PRIMARY KEY (tenant_id, id)',
      'KEY voicemails_state (tenant_id, state, queue)',
      'KEY voicemails_call (tenant_id, call_id)',
      'KEY voicemails_number (tenant_id, number_index)',
      'KEY voicemails_created (tenant_id, created_at)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
      'FOREIGN KEY (tenant_id, recording_id) REFERENCES recordings (tenant_id, id)',
    ],
  };

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'erasures', { voicemails: 'INT UNSIGNED NOT NULL DEFAULT 0' });
    // empty for the recording of the call itself: nulls would not be one another's equals in the key
    await addColumns(runner, 'recordings', { voicemail_id: `${ID} NOT NULL DEFAULT ''` });
    if (await hasIndex(runner, 'recordings', 'recordings_file')) return;
    await runner.query('ALTER TABLE recordings ADD UNIQUE KEY recordings_file (tenant_id, node, call_uuid, voicemail_id), DROP KEY recordings_call_uuid');
  }
}
