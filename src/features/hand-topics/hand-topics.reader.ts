import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { HandTopicList } from './hand-topic-list.entity';
import { type HandTopic, USUAL_TOPICS } from './domain/hand-topic';

/** The narrow questions that other features may ask. */
@Injectable()
export class HandTopicsReader {
  constructor(private readonly database: TenantDatabase) {}

  /** Version 0 is the list that a tenant begins with. */
  async current(): Promise<{ topics: HandTopic[]; version: number }> {
    const row = await this.database.table(HandTopicList).findOne({});
    return row ? { topics: row.topics, version: row.version } : { topics: [...USUAL_TOPICS], version: 0 };
  }

  async has(code: string): Promise<boolean> {
    return (await this.current()).topics.some((topic) => topic.code === code);
  }
}
