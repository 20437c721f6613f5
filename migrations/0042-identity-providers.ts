import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';

export class IdentityProviders1700000000042 extends CreateTables {
  protected readonly tables = {
    identity_providers: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at DATETIME(3) NOT NULL, version INT UNSIGNED NOT NULL`,
      'issuer VARCHAR(500) NOT NULL',
      'client_id VARCHAR(200) NOT NULL',
      'client_secret VARCHAR(600) CHARACTER SET ascii COLLATE ascii_bin NOT NULL',
      'email_domains JSON NOT NULL',
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY identity_providers_tenant (tenant_id)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
  };
}
