import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './add-columns';
import { addIndex } from './add-index';

const ID = 'CHAR(30) CHARACTER SET ascii COLLATE ascii_bin';

/** What somebody began by a grant or in a session ends with it. */
export class BoundToAccess1700000000049 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'api_keys', { access_grant_id: `${ID} NULL` });
    await addColumns(runner, 'supervisions', { session_id: `${ID} NULL` });
    // those that last, of all tenants
    await addIndex(runner, 'supervisions', 'supervisions_lasting', 'lasting');
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forwards only; restore a backup instead.');
  }
}
