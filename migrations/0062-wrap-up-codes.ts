import type { QueryRunner } from 'typeorm';
import { addColumns } from './add-columns';
import { addIndex } from './add-index';
import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const OWNED = `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at DATETIME(3) NOT NULL`;

/** How agents say that calls ended, and in which queues they have to. */
export class WrapUpCodes1700000000062 extends CreateTables {
  protected readonly tables = {
    wrap_up_codes: [
      `${OWNED}, version INT UNSIGNED NOT NULL`,
      'code VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL',
      'name VARCHAR(64) NOT NULL, name_zh VARCHAR(64) NULL',
      'active BOOLEAN NOT NULL',
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY wrap_up_codes_code (tenant_id, code)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
    wrap_up_code_queues: [
      OWNED,
      `wrap_up_code_id ${ID} NOT NULL`,
      `queue_id ${ID} NOT NULL`,
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY wrap_up_code_queues_queue (tenant_id, wrap_up_code_id, queue_id)',
      'FOREIGN KEY (tenant_id, wrap_up_code_id) REFERENCES wrap_up_codes (tenant_id, id)',
      // not cascading: a code whose last queue goes would be offered everywhere
      'FOREIGN KEY (tenant_id, queue_id) REFERENCES queues (tenant_id, id)',
    ],
  };

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'queues', { wrap_up_code_required: 'BOOLEAN NOT NULL DEFAULT FALSE' });
    await addIndex(runner, 'call_notes', 'call_notes_code', 'tenant_id, wrap_up_code, call_uuid');
  }
}
