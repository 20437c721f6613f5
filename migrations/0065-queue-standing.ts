import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Queues that are there tell their callers nothing yet, and send them nowhere else. */
const SETTINGS = {
  announcePosition: false, announceEstimatedWait: false, announcePositionFrequency: 60, overflowQueue: null, overflowEstimatedWait: 0,
};

/** Whether queues tell their callers how they stand, and where they overflow. What a queue has set already is left as it is. */
export class QueueStanding1700000000065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // extracted, as neither database takes a boolean of SQL for one of JSON
    const added = Object.keys(SETTINGS).map((key) => `'$.${key}', JSON_EXTRACT(@added, '$.${key}')`);
    await runner.query('SET @added = ?', [JSON.stringify(SETTINGS)]);
    await runner.query(`UPDATE queues SET settings = JSON_INSERT(settings, ${added.join(', ')})`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forwards only; restore a backup instead.');
  }
}
