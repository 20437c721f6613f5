import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { HandTopic } from './domain/hand-topic';
import { HandTopicList } from './hand-topic-list.entity';

/** The only place that writes them: one row a tenant. */
@Injectable()
export class HandTopicsRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** @returns false when the list is no longer at that version. */
  async save(version: number, topics: HandTopic[], createdAt: Date): Promise<boolean> {
    const table = this.database.table(HandTopicList);
    if (version > 0) return (await table.update({ version }, { topics, version: version + 1 })) === 1;
    await table.insert({ topics, id: newId('handTopicList'), version: 1, createdAt });
    return true;
  }

  /** The usual ones hold again. */
  async remove(): Promise<void> {
    await this.database.table(HandTopicList).remove({});
  }
}
