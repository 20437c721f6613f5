import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import type { Suspension } from './domain/suspension';
import { Seat } from './seat.entity';

const LIVING = { leasedUntil: IsNull() };

/** Writes seats for the API. A seat whose lease has ended is kept for the bill and is not there for anything else. */
@Injectable()
export class SeatsRepository {
  constructor(private readonly database: TenantDatabase) {}

  page(request: PageRequest): Promise<Page<Seat>> {
    return this.database.table(Seat).page(request, LIVING);
  }

  find(id: string): Promise<Seat | null> {
    return this.database.table(Seat).findOne({ id, ...LIVING });
  }

  findByExtension(extension: string): Promise<Seat | null> {
    return this.database.table(Seat).findOne({ extension, ...LIVING });
  }

  count(): Promise<number> {
    return this.database.table(Seat).count(LIVING);
  }

  insert(seat: Omit<Seat, 'tenantId'>): Promise<void> {
    return this.database.table(Seat).insert(seat);
  }

  async setA1Hash(id: string, a1Hash: string): Promise<void> {
    await this.database.table(Seat).revise({ id }, { a1Hash });
  }

  /** @returns false when the row is no longer at that version. */
  async setCallerNumber(id: string, version: number, callerNumberId: string | null): Promise<boolean> {
    const patch = { callerNumberId, version: version + 1 };
    return (await this.database.table(Seat).update({ id, version, ...LIVING }, patch)) === 1;
  }

  /** @returns false when it is suspended already, or gone. */
  async suspend(id: string, suspendedAt: Date, suspension: Suspension): Promise<boolean> {
    const free = { id, suspendedAt: IsNull(), ...LIVING };
    return (await this.database.table(Seat).revise(free, { suspendedAt, suspension })) === 1;
  }

  async resume(id: string): Promise<void> {
    await this.database.table(Seat).revise({ id }, { suspendedAt: null, suspension: null });
  }

  /** @returns false when the row is no longer at that version. */
  async endLease(id: string, version: number, leasedUntil: Date): Promise<boolean> {
    const patch = { leasedUntil, a1Hash: null, version: version + 1 };
    return (await this.database.table(Seat).update({ id, version, ...LIVING }, patch)) === 1;
  }
}
