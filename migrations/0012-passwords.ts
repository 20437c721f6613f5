import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './add-columns';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';
const TIME = 'DATETIME(3)';

const PASSWORD = {
  password_set_at: `${TIME} NULL`,
  password_temporary: 'TINYINT(1) NOT NULL DEFAULT 0',
  former_password_hashes: 'JSON NULL',
};
const SESSION = { method: "VARCHAR(10) NOT NULL DEFAULT 'password'" };

export class Passwords1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['users', 'staff']) await addColumns(runner, table, PASSWORD);
    for (const table of ['sessions', 'staff_sessions']) await addColumns(runner, table, SESSION);
    await runner.query(
      `CREATE TABLE IF NOT EXISTS sign_in_policies (
         tenant_id ${ID} NOT NULL, id ${ID} NOT NULL, created_at ${TIME} NOT NULL, version INT UNSIGNED NOT NULL,
         password_max_age_days INT UNSIGNED NULL,
         second_factor_roles JSON NOT NULL,
         PRIMARY KEY (tenant_id, id),
         UNIQUE KEY sign_in_policies_tenant (tenant_id),
         FOREIGN KEY (tenant_id) REFERENCES tenants (id)
       ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forwards only; restore a backup instead.');
  }
}
