import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { MONEY_COLUMN } from '../../platform/database/money-column';
import { TenantOwned } from '../../platform/database/tenant-owned';

/** What a call over the trunk may cost before its CDR tells what it did cost. Written before the call is let through. */
@NotAudited('the product\'s own arithmetic')
@Entity('spend_reservations')
export class SpendReservation extends TenantOwned {
  /** The switch that carries it. */
  @Column({ type: 'varchar', length: 60 })
  node: string;

  /** The call's first leg. */
  @Column({ type: 'char', length: 36 })
  callUuid: string;

  /** The leg beyond the trunk, which we name before it exists. */
  @Column({ type: 'char', length: 36 })
  legUuid: string;

  /** The number called, by which the next slice is priced. */
  @Column({ type: 'varbinary', length: 800, nullable: true })
  numberSealed: Buffer | null;

  /** `outbound` or `transfer`: what the usage will be. */
  @Column({ type: 'varchar', length: 20 })
  kind: string;

  @Column(MONEY_COLUMN)
  amountMicro: bigint;

  /** Seconds of talk that `amountMicro` pays for. */
  @Column({ type: 'int', unsigned: true })
  grantedSeconds: number;

  /** Of these, how many the switch was told: the leg is cut after them. */
  @Column({ type: 'int', unsigned: true })
  toldSeconds: number;

  /** Counted no longer after this, if the leg's CDR has not come. */
  @Column({ type: 'datetime', precision: 3 })
  expiresAt: Date;
}
