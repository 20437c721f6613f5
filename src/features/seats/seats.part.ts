import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { IsNull } from 'typeorm';
import { NumbersReader } from '../numbers/numbers.reader';
import { changeOf, nameOf, type TenantPart, TenantParts } from '../tenants/domain/tenant-part';
import type { SeatSpec, TenantSpec } from '../tenants/domain/tenant-spec';
import { NEW_SEAT, Seat } from './seat.entity';

const keyOf = (seat: SeatSpec) => seat.extension;

/** The seats of a tenant's file. A seat that goes ends its lease; its row stays for the bill. */
@Injectable()
export class SeatsPart implements TenantPart, OnModuleInit {
  readonly order = 30;

  constructor(
    private readonly parts: TenantParts,
    private readonly database: TenantDatabase,
    private readonly numbers: NumbersReader,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  async read(): Promise<Partial<TenantSpec>> {
    const numbers = await this.numbers.idsByNumber();
    const seats = await this.table().find({ leasedUntil: IsNull() });
    return {
      seats: seats.map(({ extension, callerNumberId }) => ({ extension, callerNumber: nameOf(numbers, callerNumberId) })),
    };
  }

  async write(current: TenantSpec | null, desired: TenantSpec): Promise<void> {
    const { added } = changeOf(current?.seats ?? [], desired.seats, keyOf);
    const now = this.clock.now();
    await this.table().insert(
      added.map(({ extension }) => ({
        ...NEW_SEAT,
        id: newId('seat'),
        extension,
        leasedFrom: now,
        leasedUntil: null,
        version: 1,
        createdAt: now,
      })),
    );
  }

  async remove(current: TenantSpec, desired: TenantSpec | null): Promise<void> {
    const { removed } = changeOf(current.seats, desired?.seats ?? [], keyOf);
    const leasedUntil = this.clock.now();
    for (const { extension } of removed) {
      await this.table().revise({ extension, leasedUntil: IsNull() }, { leasedUntil, a1Hash: null });
    }
  }

  private table() {
    return this.database.table(Seat);
  }
}
