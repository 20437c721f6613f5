import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Queues that are there tell their callers nothing yet. */
const SETTINGS = JSON.stringify({ announcePosition: false, announceEstimatedWait: false, announcePositionFrequency: 60 });

/** Whether queues tell their callers how they stand. What a queue has set already is left as it is. */
export class QueueStanding1700000000065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE queues SET settings = JSON_MERGE_PATCH(?, settings)', [SETTINGS]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forwards only; restore a backup instead.');
  }
}
