import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';

export class Branding1700000000027 extends CreateTables {
  protected readonly tables = {
    branding: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at DATETIME(3) NOT NULL, version INT UNSIGNED NOT NULL`,
      'colour CHAR(7) NULL',
      'logo MEDIUMBLOB NULL',
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY branding_tenant (tenant_id)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
  };
}
