import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const TIME = 'DATETIME(3)';

export class AccessGrants1700000000007 extends CreateTables {
  protected readonly tables = {
    access_grants: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL`,
      `staff_id ${ID} NOT NULL`,
      'staff_name VARCHAR(200) NOT NULL',
      'reason VARCHAR(200) NOT NULL',
      `expires_at ${TIME} NOT NULL`,
      `ended_at ${TIME} NULL`,
      'ended_by VARCHAR(200) NULL',
      'PRIMARY KEY (tenant_id, id)',
      'KEY access_grants_staff (tenant_id, staff_id, expires_at)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
      'FOREIGN KEY (staff_id) REFERENCES staff (id)',
    ],
  };
}
