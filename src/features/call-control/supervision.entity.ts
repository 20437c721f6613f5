import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';
import type { SupervisionMode } from '../../telephony/esl/commands';

/** Who listens to which call, from where, and who hears him. */
@Audited('lasting')
@Entity('supervisions')
export class Supervision extends TenantOwned {
  @Column({ type: 'char', length: 36, charset: 'ascii' })
  callUuid: string;

  /** The listening phone's leg. */
  @Column({ type: 'char', length: 36, charset: 'ascii' })
  legUuid: string;

  @Column(ID_COLUMN)
  seatId: string;

  /** The user, or the key, that asked for it. */
  @Column(ID_COLUMN)
  supervisorId: string;

  /** In which session he did, with which it ends; null for a key's. */
  @Column({ ...ID_COLUMN, nullable: true })
  sessionId: string | null;

  @Column({ type: 'varchar', length: 10 })
  mode: SupervisionMode;

  /** Null once it is over, so that a seat may have any number of those. */
  @Column({ type: 'boolean', nullable: true })
  lasting: true | null;

  /** Null while it lasts; when it was noticed, where the call or the phone ended it. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  endedAt: Date | null;
}
