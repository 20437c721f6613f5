import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const TIME = 'DATETIME(3)';

/** Scripts, the drafts that are worked on, and every version that was ever published. */
export class IvrScripts1700000000056 extends CreateTables {
  protected readonly tables = {
    ivr_scripts: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL, version INT UNSIGNED NOT NULL`,
      'name VARCHAR(41) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL',
      'description VARCHAR(200) NOT NULL',
      'draft JSON NOT NULL',
      'live INT UNSIGNED NULL',
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY ivr_scripts_name (tenant_id, name)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
    ivr_script_versions: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL`,
      `script_id ${ID} NOT NULL`,
      'number INT UNSIGNED NOT NULL',
      'document JSON NOT NULL',
      'note VARCHAR(200) NOT NULL',
      'published_by VARCHAR(200) NOT NULL',
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY ivr_script_versions_number (tenant_id, script_id, number)',
      'FOREIGN KEY (tenant_id, script_id) REFERENCES ivr_scripts (tenant_id, id)',
    ],
  };
}
