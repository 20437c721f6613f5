import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { Queue } from './queue.entity';

/** The narrow questions that other features may ask. */
@Injectable()
export class QueuesReader {
  constructor(private readonly database: TenantDatabase) {}

  async exists(id: string): Promise<boolean> {
    return (await this.database.table(Queue).count({ id })) === 1;
  }
}
