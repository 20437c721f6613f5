import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { EXACT_TEXT } from '../../platform/database/exact-text';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';

/** One call's stay in one queue, and what came of it. */
@NotAudited('the switch writes it')
@Entity('call_stays')
export class CallStay extends TenantOwned {
  @Column(ID_COLUMN)
  callId: string;

  /** 0, 1, 2 … in the order in which the caller was in them. */
  @Column({ type: 'int', unsigned: true })
  position: number;

  @Column({ type: 'varchar', length: 31, ...EXACT_TEXT })
  queue: string;

  @Column({ type: 'datetime', precision: 3 })
  joinedAt: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  leftAt: Date | null;

  @Column({ type: 'varchar', length: 20, nullable: true })
  outcome: string | null;

  /** Who answered. */
  @Column({ type: 'varchar', length: 6, nullable: true })
  agent: string | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  answeredAt: Date | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  releasedAt: Date | null;
}
