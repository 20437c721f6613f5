import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { TenantOwned } from '../../platform/database/tenant-owned';
import type { NoticeChannel, NoticeState } from './domain/notice';

/** What a script has sent to somebody, or will. */
@NotAudited('scripts send them, and no person')
@Entity('notices')
export class Notice extends TenantOwned {
  /** The switch's name of the call. */
  @Column({ type: 'char', length: 36, charset: 'ascii' })
  callUuid: string;

  @Column({ type: 'varchar', length: 5 })
  channel: NoticeChannel;

  /** To whom, and what it says; null once it is forgotten. */
  @Column({ type: 'blob', nullable: true })
  sealed: Buffer | null;

  /** What it is found by: the number of who called, and to whom it goes. Null where there is none, and once it is forgotten. */
  @Column({ type: 'binary', length: 16, nullable: true })
  numberIndex: Buffer | null;

  @Column({ type: 'binary', length: 16, nullable: true })
  recipientIndex: Buffer | null;

  @Column({ type: 'varchar', length: 9 })
  state: NoticeState;

  @Column({ type: 'int', unsigned: true })
  attempts: number;

  /** When it is sent next; while it is being sent, when another worker may take it over. Null when it is done. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  dueAt: Date | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  sentAt: Date | null;

  /** Why the last attempt failed. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  problem: string | null;
}
