import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import { Configuration } from '../../platform/tenancy/configuration';
import { QueuesReader } from '../queues/queues.reader';
import { UNKNOWN_SOUND } from '../sounds/domain/sound-name';
import { SoundsReader } from '../sounds/sounds.reader';
import { SEGMENT_DEFAULTS } from './domain/segment';
import { SegmentMembers } from './domain/segment-members';
import type { Segment } from './segment.entity';
import type { ChangeSegmentDto, CreateSegmentDto } from './segments.dto';
import { SegmentsRepository } from './segments.repository';

/** With how many customers belong to it. */
type CountedSegment = Segment & { customers: number };

@Injectable()
export class SegmentsService {
  constructor(
    private readonly segments: SegmentsRepository,
    private readonly members: SegmentMembers,
    private readonly queues: QueuesReader,
    private readonly sounds: SoundsReader,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  async list(request: PageRequest): Promise<Page<CountedSegment>> {
    const { data, hasMore } = await this.segments.page(request);
    const counts = await this.members.count();
    return { data: data.map((segment) => ({ ...segment, customers: counts.get(segment.id) ?? 0 })), hasMore };
  }

  async get(id: string): Promise<CountedSegment> {
    const segment = await this.segments.find(id);
    if (!segment) throw AppError.notFound();
    return { ...segment, customers: (await this.members.count()).get(id) ?? 0 };
  }

  create(body: CreateSegmentDto): Promise<CountedSegment> {
    return this.configuration.change(async () => {
      const id = newId('segment');
      await this.refuse(id, body, null);
      await this.segments.insert({ ...SEGMENT_DEFAULTS, ...body, id, version: 1, createdAt: this.clock.now() });
      return this.get(id);
    });
  }

  change(id: string, version: number, body: ChangeSegmentDto): Promise<CountedSegment> {
    return this.configuration.change(async () => {
      await this.refuse(id, body, await this.get(id));
      if (!(await this.segments.save(id, version, { ...body }))) throw AppError.stale();
      return this.get(id);
    });
  }

  /** @param moveTo the segment that its customers belong to from then on */
  async remove(id: string, version: number, moveTo: string | undefined): Promise<void> {
    await this.configuration.change(async () => {
      const { customers } = await this.get(id);
      if (moveTo !== undefined) await this.move(id, moveTo);
      else if (customers > 0) throw new AppError('conflict', 'Customers belong to the segment: say with move_to where they go.');
      if (!(await this.segments.remove(id, version))) throw AppError.stale();
    });
  }

  private async move(from: string, to: string): Promise<void> {
    if (to === from || !(await this.segments.find(to))) throw AppError.invalid('/move_to', 'must be another segment of this tenant');
    await this.members.move(from, to);
  }

  /** A greeting that it had before is not asked for again: one that the platform ships no longer must not stop other changes. */
  private async refuse(id: string, { name, queueId, greeting }: ChangeSegmentDto, before: Segment | null): Promise<void> {
    const namesake = name === undefined ? null : await this.segments.findByName(name);
    if (namesake && namesake.id !== id) throw new AppError('conflict', 'There is a segment of that name.');
    if (queueId && ![...(await this.queues.idsByName()).values()].includes(queueId)) {
      throw AppError.invalid('/queue_id', 'must be a queue of this tenant');
    }
    if (greeting && greeting !== before?.greeting && !(await this.sounds.holdKnown(greeting))) {
      throw AppError.invalid('/greeting', UNKNOWN_SOUND);
    }
  }
}
