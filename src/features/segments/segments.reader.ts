import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { Segment } from './segment.entity';

/** A segment as a list or a call names it. */
export type NamedSegment = Pick<Segment, 'id' | 'name' | 'description' | 'colour'>;

/** The narrow questions that other features may ask. */
@Injectable()
export class SegmentsReader {
  constructor(private readonly database: TenantDatabase) {}

  async exists(id: string): Promise<boolean> {
    return (await this.database.table(Segment).count({ id })) === 1;
  }

  async idsByName(): Promise<Map<string, string>> {
    const segments = await this.database.table(Segment).find();
    return new Map(segments.map(({ name, id }) => [name, id]));
  }

  find(id: string): Promise<NamedSegment | null> {
    return this.database.table(Segment).findOne({ id });
  }
}
