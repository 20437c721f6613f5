import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { decimalOf, parseMicro } from '../../platform/money/money';
import { type TenantPart, TenantParts } from '../tenants/domain/tenant-part';
import type { CallingPlanSpec, Decimal, TenantSpec } from '../tenants/domain/tenant-spec';
import { CallingPlanRow } from './calling-plan.entity';
import { CallingPlanReader } from './calling-plan.reader';
import type { CallingPlan } from './domain/calling-plan';

/** The calling plan of a tenant's file. */
@Injectable()
export class CallingPlanPart implements TenantPart, OnModuleInit {
  readonly order = 75;

  constructor(
    private readonly parts: TenantParts,
    private readonly plans: CallingPlanReader,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  async read(): Promise<Partial<TenantSpec>> {
    return { callingPlan: specOf(await this.plans.current()) };
  }

  /** The first write makes the row, also for a tenant that is older than calling plans. */
  async write(current: TenantSpec | null, { callingPlan }: TenantSpec): Promise<void> {
    if (JSON.stringify(current?.callingPlan) === JSON.stringify(callingPlan)) return;
    const plans = this.database.table(CallingPlanRow);
    const { spendPerDay, spendPerMonth, ...rest } = callingPlan;
    const row = { ...rest, spendPerDayMicro: microOf(spendPerDay), spendPerMonthMicro: microOf(spendPerMonth) };
    if ((await plans.count()) > 0) await plans.revise({}, row);
    else await plans.insert({ ...row, id: newId('callingPlan'), version: 1, createdAt: this.clock.now() });
  }

  /** It stays, like the rest of what was agreed: without seats nobody can call. */
  async remove(): Promise<void> {}
}

function specOf({ spendPerDayMicro, spendPerMonthMicro, ...rest }: CallingPlan): CallingPlanSpec {
  return { ...rest, spendPerDay: amountOf(spendPerDayMicro), spendPerMonth: amountOf(spendPerMonthMicro) };
}

const microOf = (amount: Decimal | null): bigint | null => (amount === null ? null : parseMicro(amount));
const amountOf = (micro: bigint | null): Decimal | null => (micro === null ? null : decimalOf(micro));
