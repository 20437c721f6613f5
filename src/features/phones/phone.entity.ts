import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';

/** A phone in a page: the right of one session to register at a seat, beside the desk phone's own secret. */
@NotAudited('a session has one at most, and ends with it')
@Entity('phones')
export class Phone extends TenantOwned {
  @Column(ID_COLUMN)
  seatId: string;

  @Column(ID_COLUMN)
  sessionId: string;

  /** As a seat's own, of a secret that only that page has. */
  @Column({ type: 'char', length: 32 })
  a1Hash: string;

  /** The session's end. */
  @Column({ type: 'datetime', precision: 3 })
  expiresAt: Date;
}
