import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AppError } from '../../platform/errors/app-error';
import { QueuesReader } from '../queues/queues.reader';
import { changeOf, nameOf, type TenantPart, TenantParts } from '../tenants/domain/tenant-part';
import type { SegmentSpec, TenantSpec } from '../tenants/domain/tenant-spec';
import { SegmentMembers } from './domain/segment-members';
import { SegmentsRepository, type SegmentSettings } from './segments.repository';

const keyOf = (segment: SegmentSpec) => segment.name;

/** The segments of a tenant's file; a file that does not tell of any leaves those that there are. */
@Injectable()
export class SegmentsPart implements TenantPart, OnModuleInit {
  /** After the queues that they name. */
  readonly order = 65;

  constructor(
    private readonly parts: TenantParts,
    private readonly segments: SegmentsRepository,
    private readonly members: SegmentMembers,
    private readonly queues: QueuesReader,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  async read(): Promise<Partial<TenantSpec>> {
    const [queues, segments] = [await this.queues.idsByName(), await this.segments.all()];
    if (segments.length === 0) return { segments: null };
    return {
      segments: segments.map(({ name, rank, description, greeting, queueId, prioritySeconds, answerTargetSeconds, colour }) => ({
        name, rank, description, greeting, queue: nameOf(queues, queueId), prioritySeconds, answerTarget: answerTargetSeconds, colour,
      })),
    };
  }

  async write(current: TenantSpec | null, desired: TenantSpec): Promise<void> {
    const { added, changed } = changeOf(current?.segments ?? [], desired.segments ?? [], keyOf);
    const queues = await this.queues.idsByName();
    const createdAt = this.clock.now();
    for (const spec of added) await this.segments.insert({ ...settingsOf(spec, queues), id: newId('segment'), version: 1, createdAt });
    for (const spec of changed) {
      const segment = await this.segments.findByName(spec.name);
      if (segment) await this.segments.save(segment.id, segment.version, settingsOf(spec, queues));
    }
  }

  /** Customers of a tenant that goes belong to none from then on; a file may not do that to them by leaving a line out. */
  async remove(current: TenantSpec, desired: TenantSpec | null): Promise<void> {
    const { removed } = changeOf(current.segments ?? [], desired?.segments ?? [], keyOf);
    const counts = removed.length > 0 ? await this.members.count() : new Map<string, number>();
    for (const { name } of removed) {
      const segment = await this.segments.findByName(name);
      if (!segment) continue;
      if (desired === null) await this.members.move(segment.id, null);
      else if (counts.get(segment.id)) throw new AppError('conflict', `Customers belong to the segment ${name}: move them to another one first.`);
      await this.segments.remove(segment.id, segment.version);
    }
  }
}

function settingsOf({ queue, answerTarget, ...same }: SegmentSpec, queues: ReadonlyMap<string, string>): SegmentSettings {
  return { ...same, queueId: queue === null ? null : (queues.get(queue) ?? null), answerTargetSeconds: answerTarget };
}
