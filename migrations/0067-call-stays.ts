import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';

/** A call's stays in queues, one after the other: the CDR of the caller's leg keeps the last one alone. */
export class CallStays1700000000067 extends CreateTables {
  protected readonly tables = {
    call_stays: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at DATETIME(3) NOT NULL`,
      `call_id ${ID} NOT NULL`,
      'position INT UNSIGNED NOT NULL',
      'queue VARCHAR(31) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL',
      'joined_at DATETIME(3) NOT NULL',
      'left_at DATETIME(3) NULL',
      'outcome VARCHAR(20) NULL',
      'agent VARCHAR(6) NULL',
      'answered_at DATETIME(3) NULL',
      'released_at DATETIME(3) NULL',
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY call_stays_position (tenant_id, call_id, position)',
      'KEY call_stays_queue (tenant_id, queue, joined_at)',
      'FOREIGN KEY (tenant_id, call_id) REFERENCES calls (tenant_id, id)',
    ],
  };
}
