import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';

export class Phones1700000000030 extends CreateTables {
  protected readonly tables = {
    phones: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at DATETIME(3) NOT NULL`,
      `seat_id ${ID} NOT NULL`,
      `session_id ${ID} NOT NULL`,
      'a1_hash CHAR(32) CHARACTER SET ascii NOT NULL',
      'expires_at DATETIME(3) NOT NULL',
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY phones_session (tenant_id, session_id)',
      'KEY phones_seat (tenant_id, seat_id)',
      'FOREIGN KEY (tenant_id, seat_id) REFERENCES seats (tenant_id, id)',
      'FOREIGN KEY (tenant_id, session_id) REFERENCES sessions (tenant_id, id) ON DELETE CASCADE',
    ],
  };
}
