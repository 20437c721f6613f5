import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const TIME = 'DATETIME(3)';

export class PasswordResets1700000000025 extends CreateTables {
  protected readonly tables = {
    password_resets: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL`,
      `person_id ${ID} NOT NULL`,
      'token_hash CHAR(43) CHARACTER SET ascii COLLATE ascii_bin NOT NULL',
      'address VARCHAR(45) NOT NULL',
      `expires_at ${TIME} NOT NULL`,
      `sent_at ${TIME} NULL`,
      `used_at ${TIME} NULL`,
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY password_resets_token (token_hash)',
      'KEY password_resets_person (tenant_id, person_id, created_at)',
      'KEY password_resets_over (expires_at)',
      'FOREIGN KEY (tenant_id, person_id) REFERENCES users (tenant_id, id) ON DELETE CASCADE',
    ],
  };
}
