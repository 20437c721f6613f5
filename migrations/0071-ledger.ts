import { CreateTables } from './create-tables';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';

/** The books: double entry, append-only. */
export class Ledger1700000000071 extends CreateTables {
  protected readonly tables = {
    ledger_entries: [
      `tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at DATETIME(3) NOT NULL`,
      'source VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL',
      'account VARCHAR(20) CHARACTER SET ascii NOT NULL',
      'currency CHAR(3) NOT NULL',
      'amount_micro BIGINT NOT NULL',
      'PRIMARY KEY (tenant_id, id)',
      // told twice, it is posted once
      'UNIQUE KEY ledger_entries_source (tenant_id, source, account)',
      'KEY ledger_entries_account (tenant_id, account, created_at)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ],
  };
}
