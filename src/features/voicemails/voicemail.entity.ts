import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';
import type { SeenTo } from './domain/voicemail';

/** A message that a caller left. It was created when the caller was asked to speak. */
@NotAudited('callers leave them and the product keeps them; what people do with one is noted by hand')
@Entity('voicemails')
export class Voicemail extends TenantOwned {
  /** The name of the queue whose agents see to it. */
  @Column({ type: 'varchar', length: 31 })
  queue: string;

  /** The switch's name of the call. */
  @Column({ type: 'char', length: 36, charset: 'ascii' })
  callUuid: string;

  /** Null until it is taken in, and where the call never came into the books. */
  @Column({ ...ID_COLUMN, nullable: true })
  callId: string | null;

  /** What holds its audio; null until it is taken in. */
  @Column({ ...ID_COLUMN, nullable: true })
  recordingId: string | null;

  /** As known when the call came; null once the number is forgotten. */
  @Column({ ...ID_COLUMN, nullable: true })
  customerId: string | null;

  /** The caller's number, empty where it was withheld; null once it is forgotten. */
  @Column({ type: 'varbinary', length: 200, nullable: true })
  sealed: Buffer | null;

  /** What it is found by; null where it was withheld, and once it is forgotten. */
  @Column({ type: 'binary', length: 16, nullable: true })
  numberIndex: Buffer | null;

  @Column({ type: 'int', unsigned: true, nullable: true })
  durationSeconds: number | null;

  @Column({ type: 'varchar', length: 10 })
  state: SeenTo['state'];

  @Column({ type: 'varchar', length: 40, nullable: true })
  takenById: string | null;

  /** As he was called then. */
  @Column({ type: 'varchar', length: 190, nullable: true })
  takenBy: string | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  takenAt: Date | null;

  @Column({ type: 'varchar', length: 190, nullable: true })
  doneBy: string | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  doneAt: Date | null;
}
