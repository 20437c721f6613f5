import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { Queue } from './queue.entity';

/** The narrow questions that other features may ask. */
@Injectable()
export class QueuesReader {
  constructor(private readonly database: TenantDatabase) {}

  async idsByName(): Promise<Map<string, string>> {
    const queues = await this.database.table(Queue).find();
    return new Map(queues.map(({ name, id }) => [name, id]));
  }
}
