import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';
import type { HandState } from './domain/hand';

/** An agent's call for help. Raised when it was created; what he wrote is sealed. */
@NotAudited('the row itself tells who raised, took and closed it, and when')
@Entity('hands')
export class Hand extends TenantOwned {
  /** The agent's number. */
  @Column({ type: 'varchar', length: 6 })
  agent: string;

  /** The same while the hand is up, then null: an agent has one hand. */
  @Column({ type: 'varchar', length: 6, nullable: true })
  openAgent: string | null;

  /** The agent's team when it was raised. */
  @Column({ ...ID_COLUMN, nullable: true })
  teamId: string | null;

  /** A topic's code. */
  @Column({ type: 'varchar', length: 30, charset: 'ascii', collation: 'ascii_bin' })
  topic: string;

  @Column({ type: 'varbinary', length: 900, nullable: true })
  sealed: Buffer | null;

  /** The switch's name of the call that it is about. */
  @Column({ type: 'char', length: 36, charset: 'ascii', nullable: true })
  callUuid: string | null;

  @Column({ type: 'varchar', length: 10 })
  state: HandState;

  @Column({ type: 'varchar', length: 40, nullable: true })
  takenById: string | null;

  /** As he was called then. */
  @Column({ type: 'varchar', length: 190, nullable: true })
  takenBy: string | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  takenAt: Date | null;

  /** From raised to taken. */
  @Column({ type: 'int', unsigned: true, nullable: true })
  waitSeconds: number | null;

  /** Null where it was not closed. */
  @Column({ type: 'boolean', nullable: true })
  resolved: boolean | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  endedAt: Date | null;

  /** From raised to closed or lowered. */
  @Column({ type: 'int', unsigned: true, nullable: true })
  seconds: number | null;
}
