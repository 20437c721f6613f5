import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';
import type { AttemptResult } from './domain/callback';

/** One try to call somebody back. It is written before anything rings: whoever dies then has not dialled twice. */
@NotAudited('the product dials, nobody changes it')
@Entity('callback_attempts')
export class CallbackAttempt extends TenantOwned {
  @Column(ID_COLUMN)
  callbackId: string;

  /** The switch's name of the call. */
  @Column({ type: 'char', length: 36, charset: 'ascii' })
  callUuid: string;

  /** The agent's number. */
  @Column({ type: 'varchar', length: 6 })
  agent: string;

  /** Null while it goes on. */
  @Column({ type: 'varchar', length: 12, nullable: true })
  result: AttemptResult | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  endedAt: Date | null;
}
