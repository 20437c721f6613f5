import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';

/** One agent rung for one call, and what came of it. */
@NotAudited('the switch writes it')
@Entity('call_offers')
export class CallOffer extends TenantOwned {
  @Column(ID_COLUMN)
  callId: string;

  /** 0, 1, 2 … in the order they were rung. */
  @Column({ type: 'int', unsigned: true })
  position: number;

  @Column({ type: 'varchar', length: 6 })
  agent: string;

  @Column({ type: 'varchar', length: 20 })
  result: string;

  @Column({ type: 'datetime', precision: 3 })
  startedAt: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  endedAt: Date | null;
}
