import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { PlatformLease } from './platform-lease.entity';

/** The only place that writes when a tenant was one. */
@Injectable()
export class PlatformLeasesRepository {
  constructor(private readonly database: TenantDatabase) {}

  async begin(at: Date): Promise<void> {
    const lease = { id: newId('platformLease'), createdAt: at, leasedFrom: at, leasedUntil: null };
    await this.database.table(PlatformLease).insert(lease);
  }

  async end(at: Date): Promise<void> {
    await this.database.table(PlatformLease).update({ leasedUntil: IsNull() }, { leasedUntil: at });
  }

  /** The leases that share an instant with the time from `start` up to, not including, `end`. */
  within(start: Date, end: Date): Promise<PlatformLease[]> {
    return this.database
      .table(PlatformLease)
      .query('lease')
      .andWhere('lease.leasedFrom < :end AND (lease.leasedUntil IS NULL OR lease.leasedUntil > :start)', { start, end })
      .orderBy('lease.leasedFrom')
      .getMany();
  }
}
