import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const TIME = 'DATETIME(3)';
const OWNED = `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL`;
const KEY = 'PRIMARY KEY (tenant_id, id)';

export class Webhooks1700000000015 extends CreateTables {
  protected readonly tables = {
    webhook_endpoints: [
      OWNED,
      'version INT UNSIGNED NOT NULL',
      'url VARCHAR(500) NOT NULL',
      'events JSON NOT NULL',
      'secrets JSON NOT NULL',
      'active TINYINT(1) NOT NULL',
      'notice VARCHAR(200) NULL',
      `failing_since ${TIME} NULL`,
      KEY,
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
    webhook_deliveries: [
      OWNED,
      `endpoint_id ${ID} NOT NULL`,
      'event VARCHAR(40) NOT NULL',
      'event_key VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL',
      'body MEDIUMTEXT NOT NULL',
      'status VARCHAR(10) NOT NULL',
      'attempts INT UNSIGNED NOT NULL',
      `due_at ${TIME} NULL`,
      'answer_status INT UNSIGNED NULL',
      'problem VARCHAR(200) NULL',
      `delivered_at ${TIME} NULL`,
      KEY,
      // an event is told once, however often we hear of it
      'UNIQUE KEY webhook_deliveries_event (tenant_id, endpoint_id, event_key)',
      // what is due, without a look at the rows
      'KEY webhook_deliveries_due (due_at, tenant_id, endpoint_id)',
      'KEY webhook_deliveries_next (tenant_id, endpoint_id, due_at)',
      'FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoints (tenant_id, id)',
    ],
  };
}
