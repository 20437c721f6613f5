import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { MONEY_COLUMN } from '../../platform/database/money-column';
import { TenantOwned } from '../../platform/database/tenant-owned';
import type { Account } from './domain/posting';

/** One side of what happened to a tenant's money; never changed, never taken back: what was wrong is posted the other way round. */
@NotAudited('it is a log itself, and follows from what stands in the log')
@Entity('ledger_entries')
export class LedgerEntry extends TenantOwned {
  /** What it is of; with the account it occurs once. */
  @Column({ type: 'varchar', length: 60, charset: 'ascii', collation: 'ascii_bin' })
  source: string;

  @Column({ type: 'varchar', length: 20, charset: 'ascii' })
  account: Account;

  @Column({ type: 'char', length: 3 })
  currency: string;

  /** Above 0 a debit, below 0 a credit. */
  @Column(MONEY_COLUMN)
  amountMicro: bigint;
}
