import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const TIME = 'DATETIME(3)';

/** What tenants upload or have spoken, to be played to callers. The files lie beside the database. */
export class Sounds1700000000051 extends CreateTables {
  protected readonly tables = {
    sounds: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL, version INT UNSIGNED NOT NULL`,
      'name VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL',
      'description VARCHAR(200) NOT NULL',
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY sounds_name (tenant_id, name)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
    sound_takes: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL`,
      `sound_id ${ID} NOT NULL`,
      'language VARCHAR(10) NOT NULL',
      'source VARCHAR(10) NOT NULL',
      'text VARCHAR(1000) NULL',
      'voice VARCHAR(60) NULL',
      'file_name VARCHAR(200) NULL',
      'duration_ms INT UNSIGNED NOT NULL',
      'bytes INT UNSIGNED NOT NULL',
      'revision INT UNSIGNED NOT NULL',
      `changed_at ${TIME} NOT NULL`,
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY sound_takes_language (tenant_id, sound_id, language)',
      'FOREIGN KEY (tenant_id, sound_id) REFERENCES sounds (tenant_id, id)',
    ],
  };
}
