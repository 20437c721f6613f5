import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { Queue } from './queue.entity';
import { Tier } from './tier.entity';

/** The only place that writes queues and tiers. */
@Injectable()
export class QueuesRepository {
  constructor(private readonly database: TenantDatabase) {}

  page(request: PageRequest): Promise<Page<Queue>> {
    return this.database.table(Queue).page(request);
  }

  all(): Promise<Queue[]> {
    return this.database.table(Queue).find();
  }

  allTiers(): Promise<Tier[]> {
    return this.database.table(Tier).find();
  }

  find(id: string): Promise<Queue | null> {
    return this.database.table(Queue).findOne({ id });
  }

  findByName(name: string): Promise<Queue | null> {
    return this.database.table(Queue).findOne({ name });
  }

  tiersOf(queueId: string): Promise<Tier[]> {
    return this.database.table(Tier).find({ queueId }, { level: 'ASC', position: 'ASC' });
  }

  insert(queue: Omit<Queue, 'tenantId'>): Promise<void> {
    return this.database.table(Queue).insert(queue);
  }

  /** @returns false when the row is no longer at that version. */
  async save(id: string, version: number, patch: Partial<Pick<Queue, 'settings'>>): Promise<boolean> {
    const changed = await this.database.table(Queue).update({ id, version }, { ...patch, version: version + 1 });
    return changed === 1;
  }

  async replaceTiers(queueId: string, tiers: Omit<Tier, 'tenantId'>[]): Promise<void> {
    await this.database.table(Tier).remove({ queueId });
    await this.database.table(Tier).insert(tiers);
  }

  async remove(id: string, version: number): Promise<boolean> {
    await this.database.table(Tier).remove({ queueId: id });
    return (await this.database.table(Queue).remove({ id, version })) === 1;
  }
}
