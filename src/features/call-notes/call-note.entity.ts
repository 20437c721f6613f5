import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { TenantOwned } from '../../platform/database/tenant-owned';

/** What one agent has noted about one call. What it says is sealed, and no log repeats it. */
@Audited('sealed')
@Entity('call_notes')
export class CallNote extends TenantOwned {
  /** The switch's name of the call. */
  @Column({ type: 'char', length: 36, charset: 'ascii' })
  callUuid: string;

  /** The agent's number. */
  @Column({ type: 'varchar', length: 6 })
  agent: string;

  @Column({ type: 'varbinary', length: 8100 })
  sealed: Buffer;

  @Column({ type: 'varchar', length: 60, nullable: true })
  wrapUpCode: string | null;

  @Column({ type: 'datetime', precision: 3 })
  writtenAt: Date;
}
