import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { Seat } from './seat.entity';

/** The narrow questions that other features may ask. Seats whose lease has ended are not there. */
@Injectable()
export class SeatsReader {
  constructor(private readonly database: TenantDatabase) {}

  async idsByExtension(): Promise<Map<string, string>> {
    const seats = await this.database.table(Seat).find({ leasedUntil: IsNull() });
    return new Map(seats.map(({ extension, id }) => [extension, id]));
  }

  find(id: string): Promise<Seat | null> {
    return this.database.table(Seat).findOne({ id, leasedUntil: IsNull() });
  }
}
