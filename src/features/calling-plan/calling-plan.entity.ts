import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { MONEY_COLUMN } from '../../platform/database/money-column';
import { TenantConfiguration } from '../../platform/database/tenant-owned';

/** What a tenant's phones may do over the trunk: one row a tenant, agreed with the provider; see domain/calling-plan.ts. */
@Audited()
@Entity('calling_plans')
export class CallingPlanRow extends TenantConfiguration {
  @Column({ type: 'json' })
  destinations: unknown;

  @Column({ ...MONEY_COLUMN, nullable: true })
  spendPerDayMicro: bigint | null;

  @Column({ ...MONEY_COLUMN, nullable: true })
  spendPerMonthMicro: bigint | null;

  @Column({ type: 'int', unsigned: true })
  seatCallsPerMinute: number;

  @Column({ type: 'int', unsigned: true })
  callsPerMinute: number;

  @Column({ type: 'int', unsigned: true })
  callsPerSecond: number;

  @Column({ type: 'int', unsigned: true })
  reservedChannels: number;

  @Column({ type: 'int', unsigned: true })
  maxCallMinutes: number;
}
