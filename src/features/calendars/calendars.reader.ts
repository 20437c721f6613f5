import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { WeeklyHours } from '../numbers/domain/opening-hours';
import { Calendar } from './calendar.entity';

/** The narrow questions that other features may ask. */
@Injectable()
export class CalendarsReader {
  constructor(private readonly database: TenantDatabase) {}

  async exists(id: string): Promise<boolean> {
    return (await this.database.table(Calendar).count({ id })) === 1;
  }

  /** Like `exists`, and holds it until the transaction ends, so that nobody removes it meanwhile. */
  async holdKnown(id: string): Promise<boolean> {
    return (await this.database.table(Calendar).lock({ id })).length > 0;
  }

  async idsByName(): Promise<Map<string, string>> {
    const calendars = await this.database.table(Calendar).find();
    return new Map(calendars.map(({ name, id }) => [name, id]));
  }

  /** Those of the names that are this tenant's calendars. */
  async hoursByName(names: readonly string[]): Promise<Map<string, WeeklyHours>> {
    const calendars = names.length === 0 ? [] : await this.database.table(Calendar).find({ name: In([...names]) });
    return new Map(calendars.map(({ name, hours }) => [name, hours]));
  }
}
