import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';

export class IdentityLinks1700000000009 extends CreateTables {
  protected readonly tables = {
    identity_links: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at DATETIME(3) NOT NULL`,
      `person_id ${ID} NOT NULL`,
      // providers tell both apart letter by letter
      'issuer VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL',
      'subject VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL',
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY identity_links_subject (tenant_id, issuer, subject)',
      'UNIQUE KEY identity_links_person (tenant_id, person_id, issuer)',
      'FOREIGN KEY (tenant_id, person_id) REFERENCES users (tenant_id, id) ON DELETE CASCADE',
    ],
  };
}
