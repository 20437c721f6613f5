import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { changeOf, type TenantPart, TenantParts } from '../tenants/domain/tenant-part';
import type { HoursSpec, TenantSpec } from '../tenants/domain/tenant-spec';
import { Calendar } from './calendar.entity';

const keyOf = (hours: HoursSpec) => hours.name;

/** The calendars of a tenant's file. */
@Injectable()
export class CalendarsPart implements TenantPart, OnModuleInit {
  readonly order = 10;

  constructor(
    private readonly parts: TenantParts,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  async read(): Promise<Partial<TenantSpec>> {
    const calendars = await this.table().find();
    return { hours: calendars.map(({ name, hours }) => ({ name, week: hours.week, holidays: hours.holidays })) };
  }

  async write(current: TenantSpec | null, desired: TenantSpec): Promise<void> {
    const { added, changed } = changeOf(current?.hours ?? [], desired.hours, keyOf);
    const createdAt = this.clock.now();
    await this.table().insert(
      added.map(({ name, ...hours }) => ({ id: newId('calendar'), name, hours, version: 1, createdAt })),
    );
    for (const { name, ...hours } of changed) await this.table().revise({ name }, { hours });
  }

  async remove(current: TenantSpec, desired: TenantSpec | null): Promise<void> {
    const { removed } = changeOf(current.hours, desired?.hours ?? [], keyOf);
    for (const { name } of removed) await this.table().remove({ name });
  }

  private table() {
    return this.database.table(Calendar);
  }
}
