import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { MONEY_COLUMN } from '../../platform/database/money-column';
import { TenantOwned } from '../../platform/database/tenant-owned';
import type { Parties } from './domain/parties';

/** A tenant's month. A draft is made anew at each run; a finalized one never changes. */
@Audited()
@Entity('invoices')
export class Invoice extends TenantOwned {
  /** YYYY-MM in the zone below. */
  @Column({ type: 'char', length: 7 })
  period: string;

  /** draft or finalized, see domain/invoice-state.ts. */
  @Column({ type: 'varchar', length: 10 })
  state: string;

  /** Gapless within a tenant and year; given when it is finalized. */
  @Column({ type: 'varchar', length: 60, nullable: true })
  number: string | null;

  @Column({ type: 'char', length: 3 })
  currency: string;

  /** The tenant's zone when it was drawn up: its days and months are what the lines mean. */
  @Column({ type: 'varchar', length: 60 })
  timezone: string;

  /** Exactly the sum of the lines. */
  @Column(MONEY_COLUMN)
  totalMicro: bigint;

  /** payable − total. */
  @Column(MONEY_COLUMN)
  roundingMicro: bigint;

  /** In whole minor units of the currency. */
  @Column(MONEY_COLUMN)
  payableMicro: bigint;

  /** Who bills whom, as it was when it was drawn up; null for invoices of before that was kept. */
  @Column({ type: 'json', nullable: true })
  parties: Parties | null;

  /** Last day to pay it, YYYY-MM-DD in the zone above; given when it is finalized. */
  @Column({ type: 'char', length: 10, nullable: true })
  dueOn: string | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  finalizedAt: Date | null;
}
