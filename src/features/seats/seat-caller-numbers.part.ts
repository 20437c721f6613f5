import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { NumbersReader } from '../numbers/numbers.reader';
import { changeOf, type TenantPart, TenantParts } from '../tenants/domain/tenant-part';
import type { SeatSpec, TenantSpec } from '../tenants/domain/tenant-spec';
import { Seat } from './seat.entity';

/** The numbers that the seats of a tenant's file present: chosen when both seats and numbers are there. */
@Injectable()
export class SeatCallerNumbersPart implements TenantPart, OnModuleInit {
  readonly order = 65;

  constructor(
    private readonly parts: TenantParts,
    private readonly database: TenantDatabase,
    private readonly numbers: NumbersReader,
  ) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  /** Read with the seats themselves. */
  async read(): Promise<Partial<TenantSpec>> {
    return {};
  }

  async write(current: TenantSpec | null, desired: TenantSpec): Promise<void> {
    const { added, changed } = changeOf(current?.seats ?? [], desired.seats, (seat: SeatSpec) => seat.extension);
    const chosen = [...added.filter(({ callerNumber }) => callerNumber !== null), ...changed];
    if (chosen.length === 0) return;
    const numbers = await this.numbers.idsByNumber();
    for (const { extension, callerNumber } of chosen) {
      const callerNumberId = callerNumber === null ? null : (numbers.get(callerNumber) ?? null);
      await this.database.table(Seat).revise({ extension, leasedUntil: IsNull() }, { callerNumberId });
    }
  }

  /** It goes with the seat. */
  async remove(): Promise<void> {}
}
