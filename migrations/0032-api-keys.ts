import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './add-columns';

const DIGEST = 'CHAR(43) CHARACTER SET ascii COLLATE ascii_bin';

export class ApiKeys1700000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'api_keys', {
      scopes: 'JSON NULL',
      former_hash: `${DIGEST} NULL UNIQUE`,
      former_until: 'DATETIME(3) NULL',
    });
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forwards only; restore a backup instead.');
  }
}
