import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { Segment } from './segment.entity';

export type SegmentSettings = Omit<Segment, 'tenantId' | 'id' | 'createdAt' | 'version'>;

/** The only place that writes segments. */
@Injectable()
export class SegmentsRepository {
  constructor(private readonly database: TenantDatabase) {}

  page(request: PageRequest): Promise<Page<Segment>> {
    return this.database.table(Segment).page(request);
  }

  all(): Promise<Segment[]> {
    return this.database.table(Segment).find();
  }

  find(id: string): Promise<Segment | null> {
    return this.database.table(Segment).findOne({ id });
  }

  findByName(name: string): Promise<Segment | null> {
    return this.database.table(Segment).findOne({ name });
  }

  playing(greeting: string): Promise<Segment[]> {
    return this.database.table(Segment).find({ greeting }, { rank: 'ASC' });
  }

  insert(segment: Omit<Segment, 'tenantId'>): Promise<void> {
    return this.database.table(Segment).insert(segment);
  }

  /** @returns false when the row is no longer at that version. */
  async save(id: string, version: number, patch: Partial<SegmentSettings>): Promise<boolean> {
    return (await this.database.table(Segment).update({ id, version }, { ...patch, version: version + 1 })) === 1;
  }

  async remove(id: string, version: number): Promise<boolean> {
    return (await this.database.table(Segment).remove({ id, version })) === 1;
  }
}
