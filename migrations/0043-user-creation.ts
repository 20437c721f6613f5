import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './add-columns';

export class UserCreation1700000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'identity_providers', { create_users: 'JSON NULL' });
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forwards only; restore a backup instead.');
  }
}
