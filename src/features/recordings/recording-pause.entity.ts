import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { TenantOwned } from '../../platform/database/tenant-owned';

/** A span of a call that its recording must not hold. */
@Audited()
@Entity('recording_pauses')
export class RecordingPause extends TenantOwned {
  @Column({ type: 'char', length: 36, charset: 'ascii' })
  callUuid: string;

  @Column({ type: 'datetime', precision: 3 })
  pausedAt: Date;

  /** Null while it lasts, and where it lasted to the end of the call. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  resumedAt: Date | null;
}
