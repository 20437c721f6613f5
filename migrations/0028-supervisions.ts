import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const UUID = 'CHAR(36) CHARACTER SET ascii';
const TIME = 'DATETIME(3)';

export class Supervisions1700000000028 extends CreateTables {
  protected readonly tables = {
    supervisions: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL`,
      `call_uuid ${UUID} NOT NULL`,
      `leg_uuid ${UUID} NOT NULL`,
      `seat_id ${ID} NOT NULL`,
      `supervisor_id ${ID} NOT NULL`,
      'mode VARCHAR(10) NOT NULL',
      'lasting TINYINT(1) NULL',
      `ended_at ${TIME} NULL`,
      'PRIMARY KEY (tenant_id, id)',
      // a phone listens to one call at a time: null does not count
      'UNIQUE KEY supervisions_seat (tenant_id, seat_id, lasting)',
      'KEY supervisions_call (tenant_id, call_uuid)',
      'FOREIGN KEY (tenant_id, seat_id) REFERENCES seats (tenant_id, id)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
  };
}
