import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { readDialledNumber } from './domain/phone-number';
import { PhoneNumber } from './number.entity';

/** A number's lease from an instant up to, not including, another; null while it goes on. */
export interface NumberLease {
  number: string;
  leasedFrom: Date;
  leasedUntil: Date | null;
}

const QUEUE_OF_NUMBER = `
  SELECT q.name FROM numbers n JOIN queues q ON q.tenant_id = n.tenant_id AND q.id = n.queue_id
   WHERE n.tenant_id = ? AND n.number = ? AND n.leased_until IS NULL`;

/** The narrow questions that other features may ask. */
@Injectable()
export class NumbersReader {
  constructor(private readonly database: TenantDatabase) {}

  /** Whether the tenant leases the number now. */
  async has(number: string): Promise<boolean> {
    return (await this.database.table(PhoneNumber).count({ number, leasedUntil: IsNull() })) > 0;
  }

  /** Of the numbers that the tenant leases now. */
  async idsByNumber(): Promise<Map<string, string>> {
    const numbers = await this.leased();
    return new Map(numbers.map(({ number, id }) => [number, id]));
  }

  /** The queue that one of the tenant's numbers leads to, by its name; null for any other number. */
  async queueOf(dialled: string): Promise<string | null> {
    const number = readDialledNumber(dialled);
    if (number === null) return null;
    const [row] = await this.database.sql<{ name: string }>(QUEUE_OF_NUMBER, [tenantContext.tenantId(), number]);
    return row?.name ?? null;
  }

  /** A number that the tenant leases now. */
  find(id: string): Promise<PhoneNumber | null> {
    return this.database.table(PhoneNumber).findOne({ id, leasedUntil: IsNull() });
  }

  /** The number that has been leased the longest: what the tenant's own calls show; null when there is none. */
  async first(): Promise<string | null> {
    const oldestFirst = { leasedFrom: 'ASC', id: 'ASC' } as const;
    const [oldest] = await this.database.table(PhoneNumber).find({ leasedUntil: IsNull() }, oldestFirst);
    return oldest?.number ?? null;
  }

  /** One of the numbers that keep a calendar's hours, or are led by a script in them. */
  async ofCalendar(calendarId: string): Promise<PhoneNumber | null> {
    const numbers = await this.leased();
    return numbers.find((each) => each.calendarId === calendarId || each.scriptsByHours.some((entry) => entry.calendarId === calendarId)) ?? null;
  }

  /** The numbers whose callers a script leads, always or by hours. */
  async ofScript(ivr: string): Promise<string[]> {
    const numbers = await this.leased();
    return numbers.filter((each) => each.ivr === ivr || each.scriptsByHours.some((entry) => entry.ivr === ivr)).map(({ number }) => number);
  }

  /** All leases that touch a stretch of time, for the bill. */
  leasesWithin(start: Date, end: Date): Promise<NumberLease[]> {
    return this.database
      .table(PhoneNumber)
      .query('number')
      .andWhere('number.leasedFrom < :end AND (number.leasedUntil IS NULL OR number.leasedUntil >= :start)', { start, end })
      .getMany();
  }

  private leased(): Promise<PhoneNumber[]> {
    return this.database.table(PhoneNumber).find({ leasedUntil: IsNull() });
  }
}
