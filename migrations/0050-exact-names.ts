import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what strangers type and phones dial somebody is found. */
const NAMES: Record<string, string> = {
  'tenants.slug': 'VARCHAR(31)',
  'tenants.domain': 'VARCHAR(190)',
  'users.email': 'VARCHAR(200)',
  'staff.email': 'VARCHAR(200)',
  'seats.extension': 'VARCHAR(6)',
  'agents.number': 'VARCHAR(6)',
  'queues.name': 'VARCHAR(31)',
};

/**
 * Letter by letter: the server's own collation takes other spellings for the same (ä for a, Ａ for A). It is utf8mb4's and not
 * ASCII's, because to compare an ASCII column with what is none is an error there, and strangers type anything.
 */
export class ExactNames1700000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [place, type] of Object.entries(NAMES)) {
      const [table, column] = place.split('.');
      await runner.query(`ALTER TABLE ${table} MODIFY ${column} ${type} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forwards only; restore a backup instead.');
  }
}
