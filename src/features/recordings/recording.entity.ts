import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';

/** A call's recording, or that of a message which a caller left in it. The row stays when its audio goes, as the proof that it did. */
@Audited('digest')
@Entity('recordings')
export class Recording extends TenantOwned {
  @Column({ type: 'varchar', length: 60, charset: 'ascii' })
  node: string;

  /** The switch's uuid of the recorded leg, the call's first. */
  @Column({ type: 'char', length: 36, charset: 'ascii' })
  callUuid: string;

  /** The message's; empty for the recording of the call itself. */
  @Column(ID_COLUMN)
  voicemailId: string;

  /** Null where the call never came into the books, as when its switch died. */
  @Column({ ...ID_COLUMN, nullable: true })
  callId: string | null;

  @Column({ type: 'datetime', precision: 3 })
  startedAt: Date;

  @Column({ type: 'int', unsigned: true })
  durationSeconds: number;

  /** Of the WAV file. */
  @Column({ type: 'int', unsigned: true })
  bytes: number;

  /** Which of the tenant's keys it is sealed with. */
  @Column({ type: 'int', unsigned: true })
  keyVersion: number;

  /** SHA-256 of the sealed file. */
  @Column({ type: 'char', length: 43, charset: 'ascii', collation: 'ascii_bin' })
  digest: string;

  /** Nothing deletes it while this is set. */
  @Column({ type: 'boolean' })
  legalHold: boolean;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  deletedAt: Date | null;

  @Column({ type: 'varchar', length: 20, nullable: true })
  deletedBecause: DeletionReason | null;
}

export type DeletionReason = 'request' | 'retention';
