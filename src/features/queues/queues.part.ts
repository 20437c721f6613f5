import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AgentsReader } from '../agents/agents.reader';
import { SkillsReader } from '../skills/skills.reader';
import { changeOf, nameOf, type TenantPart, TenantParts } from '../tenants/domain/tenant-part';
import type { QueueSpec, TenantSpec } from '../tenants/domain/tenant-spec';
import { QueuesRepository } from './queues.repository';

const keyOf = (queue: QueueSpec) => queue.name;

/** The queues and tiers of a tenant's file. */
@Injectable()
export class QueuesPart implements TenantPart, OnModuleInit {
  readonly order = 50;

  constructor(
    private readonly parts: TenantParts,
    private readonly queues: QueuesRepository,
    private readonly agents: AgentsReader,
    private readonly skills: SkillsReader,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  async read(): Promise<Partial<TenantSpec>> {
    const agents = await this.agents.idsByNumber();
    const [queues, tiers, skills] = [await this.queues.all(), await this.queues.allTiers(), await this.skills.levelsByQueue()];
    return {
      queues: queues.map(({ id, name, settings, wrapUpCodeRequired }) => ({
        ...settings,
        name,
        wrapUpCodeRequired,
        requires: skills.get(id) ?? [],
        tiers: tiers
          .filter((tier) => tier.queueId === id)
          .map(({ agentId, level, position }) => ({ agent: nameOf(agents, agentId) ?? '', level, position })),
      })),
    };
  }

  async write(current: TenantSpec | null, desired: TenantSpec): Promise<void> {
    const { added, changed } = changeOf(current?.queues ?? [], desired.queues, keyOf);
    const createdAt = this.clock.now();
    for (const { name, wrapUpCodeRequired, requires: _, tiers: __, ...settings } of added) {
      await this.queues.insert({ id: newId('queue'), name, settings, wrapUpCodeRequired, version: 1, createdAt });
    }
    const agents = await this.agents.idsByNumber();
    for (const { name, wrapUpCodeRequired, requires: _, tiers, ...settings } of [...added, ...changed]) {
      const queue = await this.queues.findByName(name);
      if (!queue) throw new Error(`The queue ${name} vanished while it was written.`);
      await this.queues.save(queue.id, queue.version, { settings, wrapUpCodeRequired });
      await this.queues.replaceTiers(
        queue.id,
        tiers.map(({ agent, level, position }) => ({
          id: newId('tier'),
          queueId: queue.id,
          agentId: agents.get(agent) ?? '',
          level,
          position,
          createdAt,
        })),
      );
    }
  }

  async remove(current: TenantSpec, desired: TenantSpec | null): Promise<void> {
    const { removed } = changeOf(current.queues, desired?.queues ?? [], keyOf);
    for (const { name } of removed) {
      const queue = await this.queues.findByName(name);
      if (queue) await this.queues.remove(queue.id, queue.version);
    }
  }
}
