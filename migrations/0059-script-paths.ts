import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';

/** Which way callers were led by scripts. */
export class ScriptPaths1700000000059 extends CreateTables {
  protected readonly tables = {
    script_paths: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at DATETIME(3) NOT NULL`,
      'call_uuid CHAR(36) CHARACTER SET ascii NOT NULL',
      'steps JSON NOT NULL',
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE KEY script_paths_call (tenant_id, call_uuid)',
      'KEY script_paths_created (tenant_id, created_at)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
  };
}
