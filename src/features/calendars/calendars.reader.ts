import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { Calendar } from './calendar.entity';

/** The narrow questions that other features may ask. */
@Injectable()
export class CalendarsReader {
  constructor(private readonly database: TenantDatabase) {}

  async exists(id: string): Promise<boolean> {
    return (await this.database.table(Calendar).count({ id })) === 1;
  }

  async idsByName(): Promise<Map<string, string>> {
    const calendars = await this.database.table(Calendar).find();
    return new Map(calendars.map(({ name, id }) => [name, id]));
  }
}
