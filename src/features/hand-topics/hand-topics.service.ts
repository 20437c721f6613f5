import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { AppError } from '../../platform/errors/app-error';
import { TenantsReader } from '../tenants/tenants.reader';
import { type HandTopic, secondOfTopic } from './domain/hand-topic';
import type { HandTopicsDto } from './hand-topics.dto';
import { HandTopicsReader } from './hand-topics.reader';
import { HandTopicsRepository } from './hand-topics.repository';

interface VersionedTopics {
  topics: HandTopic[];
  version: number;
}

@Injectable()
export class HandTopicsService {
  constructor(
    private readonly reader: HandTopicsReader,
    private readonly repository: HandTopicsRepository,
    private readonly tenants: TenantsReader,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  get(): Promise<VersionedTopics> {
    return this.reader.current();
  }

  async set(version: number, { topics }: HandTopicsDto): Promise<VersionedTopics> {
    const again = secondOfTopic(topics);
    if (again >= 0) throw AppError.invalid(`/topics/${again}/code`, 'must be another: it stands in the list already');
    const plain = topics.map(({ code, name, nameZh = null }) => ({ code, name, nameZh }));
    return this.database.transaction(async () => {
      // there is no row to lock before the first change
      await this.tenants.lockCurrent();
      if ((await this.get()).version !== version) throw AppError.stale();
      if (!(await this.repository.save(version, plain, this.clock.now()))) throw AppError.stale();
      return this.get();
    });
  }
}
