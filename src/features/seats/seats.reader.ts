import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { Seat } from './seat.entity';

export type { Seat };

/** A seat's lease from an instant up to, not including, another; null while it goes on. */
export interface SeatLease {
  extension: string;
  leasedFrom: Date;
  leasedUntil: Date | null;
}

/** The narrow questions that other features may ask. Only `leasesWithin` knows seats whose lease has ended. */
@Injectable()
export class SeatsReader {
  constructor(private readonly database: TenantDatabase) {}

  async idsByExtension(): Promise<Map<string, string>> {
    const seats = await this.database.table(Seat).find({ leasedUntil: IsNull() });
    return new Map(seats.map(({ extension, id }) => [extension, id]));
  }

  /** All leases that touch a stretch of time, for the bill. */
  leasesWithin(start: Date, end: Date): Promise<SeatLease[]> {
    return this.database
      .table(Seat)
      .query('seat')
      .andWhere('seat.leasedFrom < :end AND (seat.leasedUntil IS NULL OR seat.leasedUntil >= :start)', { start, end })
      .getMany();
  }

  async hasExtension(extension: string): Promise<boolean> {
    return (await this.database.table(Seat).count({ extension, leasedUntil: IsNull() })) > 0;
  }

  /** Those that are leased now. */
  all(): Promise<Seat[]> {
    return this.database.table(Seat).find({ leasedUntil: IsNull() });
  }

  /** Those that are out of use until somebody lifts it. */
  suspended(): Promise<Seat[]> {
    return this.database.table(Seat).find({ suspendedAt: Not(IsNull()), leasedUntil: IsNull() });
  }

  find(id: string): Promise<Seat | null> {
    return this.database.table(Seat).findOne({ id, leasedUntil: IsNull() });
  }
}
