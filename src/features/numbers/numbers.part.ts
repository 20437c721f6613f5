import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { AppError } from '../../platform/errors/app-error';
import { CalendarsReader } from '../calendars/calendars.reader';
import { StockClaims } from '../number-stock/domain/stock-claims';
import { QueuesReader } from '../queues/queues.reader';
import { changeOf, nameOf, type TenantPart, TenantParts } from '../tenants/domain/tenant-part';
import type { NumberSpec, TenantSpec } from '../tenants/domain/tenant-spec';
import { PhoneNumber } from './number.entity';

const keyOf = (number: NumberSpec) => number.number;

/** The numbers of a tenant's file. A number that goes ends its lease; in the stock it stays held for the tenant. */
@Injectable()
export class NumbersPart implements TenantPart, OnModuleInit {
  readonly order = 60;

  constructor(
    private readonly parts: TenantParts,
    private readonly database: TenantDatabase,
    private readonly stock: StockClaims,
    private readonly queues: QueuesReader,
    private readonly calendars: CalendarsReader,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  async read(): Promise<Partial<TenantSpec>> {
    const [queues, calendars] = [await this.queues.idsByName(), await this.calendars.idsByName()];
    const numbers = await this.table().find({ leasedUntil: IsNull() });
    return {
      numbers: numbers.map(({ number, queueId, calendarId, greeting, closed, ivr, scriptsByHours, testsDraft }) => ({
        number,
        queue: nameOf(queues, queueId) ?? '',
        greeting,
        hours: nameOf(calendars, calendarId),
        ivr,
        closed,
        scriptsByHours: scriptsByHours.map((entry) => ({ hours: nameOf(calendars, entry.calendarId) ?? '', ivr: entry.ivr })),
        testsDraft,
      })),
    };
  }

  async check(current: TenantSpec | null, desired: TenantSpec): Promise<void> {
    const { added } = changeOf(current?.numbers ?? [], desired.numbers, keyOf);
    const [foreign] = await this.stock.ofOthers(added.map(keyOf), desired.tenant);
    if (foreign) throw new AppError('number_taken', `The number ${foreign} belongs to another tenant.`);
  }

  async write(current: TenantSpec | null, desired: TenantSpec): Promise<void> {
    const { added, changed } = changeOf(current?.numbers ?? [], desired.numbers, keyOf);
    const [queues, calendars] = [await this.queues.idsByName(), await this.calendars.idsByName()];
    const rowOf = ({ queue, hours, greeting, closed, ivr, scriptsByHours, testsDraft }: NumberSpec) => ({
      queueId: queues.get(queue) ?? null,
      calendarId: hours === null ? null : (calendars.get(hours) ?? null),
      greeting,
      closed,
      ivr,
      scriptsByHours: scriptsByHours.map((entry) => ({ calendarId: calendars.get(entry.hours) ?? '', ivr: entry.ivr })),
      testsDraft,
    });
    const now = this.clock.now();
    const leased = { leasedFrom: now, leasedUntil: null, version: 1, createdAt: now };
    await this.stock.assign(added.map(keyOf));
    await this.table().insert(
      added.map((spec) => ({ ...rowOf(spec), ...leased, id: newId('number'), number: spec.number })),
    );
    for (const spec of changed) await this.table().revise({ number: spec.number, leasedUntil: IsNull() }, rowOf(spec));
  }

  async remove(current: TenantSpec, desired: TenantSpec | null): Promise<void> {
    const { removed } = changeOf(current.numbers, desired?.numbers ?? [], keyOf);
    const ended = { leasedUntil: this.clock.now(), queueId: null, calendarId: null };
    for (const { number } of removed) await this.table().revise({ number, leasedUntil: IsNull() }, ended);
  }

  private table() {
    return this.database.table(PhoneNumber);
  }
}
