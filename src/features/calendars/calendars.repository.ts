import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { Calendar } from './calendar.entity';

/** Writes calendars for the API. */
@Injectable()
export class CalendarsRepository {
  constructor(private readonly database: TenantDatabase) {}

  page(request: PageRequest): Promise<Page<Calendar>> {
    return this.database.table(Calendar).page(request);
  }

  find(id: string): Promise<Calendar | null> {
    return this.database.table(Calendar).findOne({ id });
  }

  /** And holds it until the transaction ends. */
  lock(id: string): Promise<Calendar | null> {
    return this.database.table(Calendar).lockOne({ id });
  }

  findByName(name: string): Promise<Calendar | null> {
    return this.database.table(Calendar).findOne({ name });
  }

  insert(calendar: Omit<Calendar, 'tenantId'>): Promise<void> {
    return this.database.table(Calendar).insert(calendar);
  }

  /** @returns false when the row is no longer at that version. */
  async save(id: string, version: number, patch: Partial<Pick<Calendar, 'name' | 'hours'>>): Promise<boolean> {
    return (await this.database.table(Calendar).update({ id, version }, { ...patch, version: version + 1 })) === 1;
  }

  async remove(id: string, version: number): Promise<boolean> {
    return (await this.database.table(Calendar).remove({ id, version })) === 1;
  }
}
