import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { PhoneNumber } from './number.entity';

const LIVING = { leasedUntil: IsNull() };

type NumberChange = Partial<Pick<PhoneNumber, 'queueId' | 'calendarId' | 'greeting' | 'closed' | 'ivr' | 'scriptsByHours' | 'testsDraft'>>;

/** Writes numbers for the API. A number whose lease has ended is kept for the bill. */
@Injectable()
export class NumbersRepository {
  constructor(private readonly database: TenantDatabase) {}

  page(request: PageRequest): Promise<Page<PhoneNumber>> {
    return this.database.table(PhoneNumber).page(request, LIVING);
  }

  find(id: string): Promise<PhoneNumber | null> {
    return this.database.table(PhoneNumber).findOne({ id, ...LIVING });
  }

  /** Those that greet with a sound, or play it outside the hours. */
  playing(sound: string): Promise<PhoneNumber[]> {
    const numbers = this.database.table(PhoneNumber).query('n').andWhere('n.leasedUntil IS NULL');
    return numbers.andWhere('(n.greeting = :sound OR n.closed = :sound)', { sound }).getMany();
  }

  insert(number: Omit<PhoneNumber, 'tenantId'>): Promise<void> {
    return this.database.table(PhoneNumber).insert(number);
  }

  /** @returns false when the row is no longer at that version. */
  async save(id: string, version: number, patch: NumberChange): Promise<boolean> {
    const where = { id, version, ...LIVING };
    return (await this.database.table(PhoneNumber).update(where, { ...patch, version: version + 1 })) === 1;
  }

  /** Lets go of queue and calendar too, so that they can be removed. */
  async endLease(id: string, version: number, leasedUntil: Date): Promise<boolean> {
    const patch = { leasedUntil, queueId: null, calendarId: null, version: version + 1 };
    return (await this.database.table(PhoneNumber).update({ id, version, ...LIVING }, patch)) === 1;
  }
}
