import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { MONEY_COLUMN } from '../../platform/database/money-column';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';

/** Something used that costs money, rated; written once by (source, source id). */
@NotAudited('it follows from calls; what is billed stands on invoices')
@Entity('usage_records')
export class Usage extends TenantOwned {
  @Column({ type: 'varchar', length: 20, charset: 'ascii' })
  source: string;

  @Column({ type: 'varchar', length: 100, charset: 'ascii', collation: 'ascii_bin' })
  sourceId: string;

  @Column({ ...ID_COLUMN, nullable: true })
  callId: string | null;

  @Column({ type: 'varchar', length: 20 })
  kind: string;

  /** The number called, by which the rate was found; null once it is forgotten. */
  @Column({ type: 'varbinary', length: 800, nullable: true })
  numberSealed: Buffer | null;

  @Column({ type: 'int', unsigned: true })
  seconds: number;

  @Column({ type: 'int', unsigned: true })
  billedSeconds: number;

  @Column(MONEY_COLUMN)
  amountMicro: bigint;

  @Column({ type: 'char', length: 3 })
  currency: string;

  /** The version that rated it, or refused to; null while none is in force. */
  @Column({ ...ID_COLUMN, nullable: true })
  tariffId: string | null;

  /** The direction whose rate applied: a transfer may be priced as an outbound call. Null while no rate was found. */
  @Column({ type: 'varchar', length: 20, nullable: true })
  pricedAs: string | null;

  /** The prefix of the rate that applied; null while no rate was found. */
  @Column({ type: 'varchar', length: 20, nullable: true })
  ratePrefix: string | null;

  /** The arithmetic, so that it can be shown and recomputed; micro-units as strings (platform/money/money-json.ts). */
  @Column({ type: 'json' })
  steps: unknown;

  /** Why it could not be rated; null once it is. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  problem: string | null;

  @Column({ type: 'datetime', precision: 3 })
  startedAt: Date;

  /** The finalized invoice that holds it; from then on the record never changes. */
  @Column({ ...ID_COLUMN, nullable: true })
  invoiceId: string | null;
}
