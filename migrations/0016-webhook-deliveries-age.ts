import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addIndex } from './add-index';

export class WebhookDeliveriesAge1700000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // old ones are deleted without a lock on those that are being sent
    await addIndex(runner, 'webhook_deliveries', 'webhook_deliveries_age', 'created_at');
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forwards only; restore a backup instead.');
  }
}
