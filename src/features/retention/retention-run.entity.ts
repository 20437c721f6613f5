import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { TenantOwned } from '../../platform/database/tenant-owned';

/** The report of one run: what the tenant's policy was, and what went by it. */
@NotAudited('it is a report itself')
@Entity('retention_runs')
export class RetentionRun extends TenantOwned {
  /** Null while it runs, and where it was cut short. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  endedAt: Date | null;

  @Column({ type: 'int', unsigned: true })
  recordingDays: number;

  @Column({ type: 'int', unsigned: true })
  numberDays: number;

  @Column({ type: 'int', unsigned: true })
  recordingsDeleted: number;

  /** Due, but under a legal hold. */
  @Column({ type: 'int', unsigned: true })
  recordingsHeld: number;

  @Column({ type: 'int', unsigned: true })
  callsBlanked: number;

  @Column({ type: 'int', unsigned: true })
  legsBlanked: number;

  @Column({ type: 'int', unsigned: true })
  usageBlanked: number;

  /** What could not be deleted and is tried again the next day. */
  @Column({ type: 'int', unsigned: true })
  failures: number;

  /** The last failure's reason. */
  @Column({ type: 'varchar', length: 500, nullable: true })
  problem: string | null;
}
