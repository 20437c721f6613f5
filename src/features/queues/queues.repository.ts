import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { OWN_PLACES } from './domain/places-sql';
import { Queue } from './queue.entity';
import { Tier } from './tier.entity';

const SELECT_PLACES = `
  SELECT places.queue_id AS queueId, places.agent_id AS agentId, places.level, places.position, places.by_skill AS bySkill
    FROM ${OWN_PLACES} places`;

/** Where an agent stands in a queue, by hand or by skill. */
export interface Place extends Pick<Tier, 'queueId' | 'agentId' | 'level' | 'position'> {
  bySkill: boolean;
}

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

  /** Everybody's place in a queue, in their turn. */
  async placesOf(queueId: string): Promise<Place[]> {
    return this.places('places.queue_id = ? ORDER BY places.level, places.position', queueId);
  }

  /** An agent's places in all queues. */
  async placesOfAgent(agentId: string): Promise<Place[]> {
    return this.places('places.agent_id = ? ORDER BY places.queue_id', agentId);
  }

  private async places(which: string, id: string): Promise<Place[]> {
    const tenantId = tenantContext.tenantId();
    const rows = await this.database.sql<Record<keyof Place, string>>(`${SELECT_PLACES} WHERE places.tenant_id = ? AND ${which}`, [
      tenantId, tenantId, tenantId, tenantId, id,
    ]);
    return rows.map(({ queueId, agentId, level, position, bySkill }) => ({
      queueId, agentId, level: Number(level), position: Number(position), bySkill: Number(bySkill) === 1,
    }));
  }

  tiersOf(queueId: string): Promise<Tier[]> {
    return this.database.table(Tier).find({ queueId }, { level: 'ASC', position: 'ASC' });
  }

  insert(queue: Omit<Queue, 'tenantId'>): Promise<void> {
    return this.database.table(Queue).insert(queue);
  }

  /** @returns false when the row is no longer at that version. */
  async save(id: string, version: number, patch: Partial<Pick<Queue, 'settings' | 'wrapUpCodeRequired'>>): Promise<boolean> {
    const changed = await this.database.table(Queue).update({ id, version }, { ...patch, version: version + 1 });
    return changed === 1;
  }

  /** Only what differs is written, so that the audit log tells what was changed. */
  async replaceTiers(queueId: string, tiers: Omit<Tier, 'tenantId'>[]): Promise<void> {
    const table = this.database.table(Tier);
    const present = new Map((await this.tiersOf(queueId)).map((tier) => [tier.agentId, tier]));
    for (const { agentId, level, position } of tiers) {
      const tier = present.get(agentId);
      if (tier && (tier.level !== level || tier.position !== position)) await table.update({ id: tier.id }, { level, position });
    }
    const wanted = new Set(tiers.map(({ agentId }) => agentId));
    const gone = [...present.values()].filter(({ agentId }) => !wanted.has(agentId)).map(({ id }) => id);
    if (gone.length > 0) await table.remove({ id: In(gone) });
    await table.insert(tiers.filter(({ agentId }) => !present.has(agentId)));
  }

  tiersOfAgent(agentId: string): Promise<Tier[]> {
    return this.database.table(Tier).find({ agentId }, { id: 'ASC' });
  }

  /** An agent's places, in these queues and no other. @returns the queues whose tiers differ now */
  async replaceTiersOf(agentId: string, tiers: Omit<Tier, 'tenantId'>[]): Promise<string[]> {
    const table = this.database.table(Tier);
    const present = new Map((await this.tiersOfAgent(agentId)).map((tier) => [tier.queueId, tier]));
    const wanted = new Set(tiers.map(({ queueId }) => queueId));
    const gone = [...present.values()].filter(({ queueId }) => !wanted.has(queueId));
    const moved = tiers.filter(({ queueId, level, position }) => {
      const tier = present.get(queueId);
      return tier !== undefined && (tier.level !== level || tier.position !== position);
    });
    const added = tiers.filter(({ queueId }) => !present.has(queueId));
    if (gone.length > 0) await table.remove({ id: In(gone.map(({ id }) => id)) });
    for (const { queueId, level, position } of moved) await table.update({ queueId, agentId }, { level, position });
    await table.insert(added);
    return [...gone, ...moved, ...added].map(({ queueId }) => queueId);
  }

  /** Counts the queues' versions, so that an ETag read before no longer holds. */
  async touch(ids: string[]): Promise<void> {
    for (const id of ids) await this.database.table(Queue).revise({ id }, {});
  }

  /** Those of the ids that are this tenant's queues, locked in the order of their ids. */
  async lockExisting(ids: string[]): Promise<Set<string>> {
    const queues = ids.length === 0 ? [] : await this.database.table(Queue).lock({ id: In(ids) });
    return new Set(queues.map(({ id }) => id));
  }

  async remove(id: string, version: number): Promise<boolean> {
    await this.database.table(Tier).remove({ queueId: id });
    return (await this.database.table(Queue).remove({ id, version })) === 1;
  }
}
