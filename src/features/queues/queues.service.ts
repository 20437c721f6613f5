import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AppError } from '../../platform/errors/app-error';
import { snake } from '../../platform/database/snake-naming';
import type { Page, PageRequest } from '../../platform/http/page';
import { Configuration } from '../../platform/tenancy/configuration';
import { AgentsReader } from '../agents/agents.reader';
import { UNKNOWN_SOUND } from '../sounds/domain/sound-name';
import { SoundsReader } from '../sounds/sounds.reader';
import { completeSettings } from './domain/complete-settings';
import { overflowsInto } from './domain/overflow-chain';
import type { QueueSettings } from './domain/queue-settings';
import type { Queue } from './queue.entity';
import type { ChangeQueueDto, CreateQueueDto, TierDto, TierListDto } from './queues.dto';
import { QueuesRepository } from './queues.repository';

@Injectable()
export class QueuesService {
  constructor(
    private readonly queues: QueuesRepository,
    private readonly agents: AgentsReader,
    private readonly sounds: SoundsReader,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  list(request: PageRequest): Promise<Page<Queue>> {
    return this.queues.page(request);
  }

  async get(id: string): Promise<Queue> {
    const queue = await this.queues.find(id);
    if (!queue) throw AppError.notFound();
    return queue;
  }

  create(body: CreateQueueDto): Promise<Queue> {
    return this.configuration.change(async () => {
      if (await this.queues.findByName(body.name)) throw new AppError('conflict', 'There is a queue of that name.');
      await this.refuseUnknownSounds(body.settings ?? {}, null);
      await this.refuseOverflow(body.name, body.settings ?? {});
      const id = newId('queue');
      const settings = completeSettings(body.settings ?? {});
      const wrapUpCodeRequired = body.wrapUpCodeRequired ?? false;
      await this.queues.insert({ id, name: body.name, settings, wrapUpCodeRequired, version: 1, createdAt: this.clock.now() });
      return this.get(id);
    });
  }

  change(id: string, version: number, body: ChangeQueueDto): Promise<Queue> {
    return this.configuration.change(async () => {
      const queue = await this.get(id);
      const settings = completeSettings({ ...queue.settings, ...body.settings });
      await this.refuseUnknownSounds(settings, queue.settings);
      await this.refuseOverflow(queue.name, settings);
      const wrapUpCodeRequired = body.wrapUpCodeRequired ?? queue.wrapUpCodeRequired;
      if (!(await this.queues.save(id, version, { settings, wrapUpCodeRequired }))) throw AppError.stale();
      return this.get(id);
    });
  }

  async remove(id: string, version: number): Promise<void> {
    await this.configuration.change(async () => {
      const { name } = await this.get(id);
      const users = (await this.queues.all()).filter(({ settings }) => settings.overflowQueue === name);
      if (users.length > 0) throw new AppError('conflict', 'Callers of another queue go on to it: let them go elsewhere first.');
      if (!(await this.queues.remove(id, version))) throw AppError.stale();
    });
  }

  /** With the version of the queue that they belong to. */
  async tiers(id: string): Promise<TierListDto & { version: number }> {
    const { version } = await this.get(id);
    return { version, tiers: await this.queues.placesOf(id) };
  }

  /** Those who are there by skill are told, and not set: they follow from what they can do. */
  setTiers(id: string, version: number, wanted: TierDto[]): Promise<TierListDto> {
    const tiers = wanted.flatMap(({ bySkill = false, ...tier }) => (bySkill ? [] : [tier]));
    return this.configuration.change(async () => {
      if (!(await this.queues.save(id, version, {}))) throw (await this.get(id)) && AppError.stale();
      await this.refuseUnknownAgents(wanted);
      const createdAt = this.clock.now();
      await this.queues.replaceTiers(
        id,
        tiers.map((tier) => ({ ...tier, id: newId('tier'), queueId: id, createdAt })),
      );
      return this.tiers(id);
    });
  }

  /** What it played before is not asked for again: a sound that the platform ships no longer must not stop other changes. */
  private async refuseUnknownSounds(settings: Partial<QueueSettings>, before: QueueSettings | null): Promise<void> {
    for (const key of ['mohSound', 'announceSound'] as const) {
      const name = settings[key];
      if (!name || name === before?.[key]) continue;
      if (!(await this.sounds.holdKnown(name))) throw AppError.invalid(`/settings/${snake(key)}`, UNKNOWN_SOUND);
    }
  }

  private async refuseOverflow(name: string, { overflowQueue = null }: Partial<QueueSettings>): Promise<void> {
    if (overflowQueue === null) return;
    const next = new Map((await this.queues.all()).map((queue) => [queue.name, queue.settings.overflowQueue ?? null]));
    const field = '/settings/overflow_queue';
    if (overflowQueue !== name && !next.has(overflowQueue)) throw AppError.invalid(field, 'must be a queue of this tenant');
    if (overflowsInto(name, overflowQueue, (each) => next.get(each) ?? null)) throw AppError.invalid(field, 'must not lead back to the queue');
  }

  private async refuseUnknownAgents(tiers: TierDto[]): Promise<void> {
    const known = await this.agents.existing(tiers.map((tier) => tier.agentId));
    const unknown = tiers.findIndex((tier) => !known.has(tier.agentId));
    if (unknown >= 0) throw AppError.invalid(`/tiers/${unknown}/agent_id`, 'must be an agent of this tenant');
  }
}
