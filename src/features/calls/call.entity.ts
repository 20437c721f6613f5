import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';

/** One call from its first ring to its end, as the switch's events and its CDRs tell it. */
@NotAudited('the switch tells of calls, nobody changes them')
@Entity('calls')
export class Call extends TenantOwned {
  @Column({ type: 'varchar', length: 60, charset: 'ascii' })
  node: string;

  /** The switch's uuid of the first leg. */
  @Column({ type: 'char', length: 36, charset: 'ascii' })
  uuid: string;

  @Column({ type: 'varchar', length: 10 })
  direction: string;

  /** Both parties' (platform/encryption/sealed-numbers); null once they are forgotten. */
  @Column({ type: 'varbinary', length: 800, nullable: true })
  numbersSealed: Buffer | null;

  /** What a call is found by when its numbers are searched for; null where the number is forgotten. */
  @Column({ type: 'binary', length: 16, nullable: true })
  fromIndex: Buffer | null;

  @Column({ type: 'binary', length: 16, nullable: true })
  toIndex: Buffer | null;

  /** The customer who called, as known when the call came; null once the caller's number is forgotten. */
  @Column({ ...ID_COLUMN, nullable: true })
  customerId: string | null;

  /** Of that customer then; the segment may have gone since. */
  @Column({ ...ID_COLUMN, nullable: true })
  segmentId: string | null;

  /** Name of the last queue it waited in. */
  @Column({ type: 'varchar', length: 31, nullable: true })
  queue: string | null;

  /** Number of the agent who talked last. */
  @Column({ type: 'varchar', length: 6, nullable: true })
  agent: string | null;

  @Column({ type: 'varchar', length: 20 })
  state: string;

  @Column({ type: 'varchar', length: 20, nullable: true })
  outcome: string | null;

  @Column({ type: 'varchar', length: 10, nullable: true })
  endedBy: string | null;

  @Column({ type: 'int', unsigned: true, nullable: true })
  waitSeconds: number | null;

  @Column({ type: 'int', unsigned: true, nullable: true })
  talkSeconds: number | null;

  @Column({ type: 'datetime', precision: 3 })
  startedAt: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  answeredAt: Date | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  endedAt: Date | null;

  /** Whether the first leg's CDR has come: from then on the call is for the books. */
  @Column({ type: 'boolean' })
  settled: boolean;
}
