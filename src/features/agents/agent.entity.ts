import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { EXACT_TEXT } from '../../platform/database/exact-text';
import { ID_COLUMN, TenantConfiguration } from '../../platform/database/tenant-owned';
import type { AgentStatus } from './domain/agent-status';

/** A person who takes calls. mod_callcenter knows the agent as `<number>@<domain>`. */
@Audited('wrapUpWaivedUntil')
@Entity('agents')
export class Agent extends TenantConfiguration {
  @Column({ type: 'varchar', length: 6, ...EXACT_TEXT })
  number: string;

  @Column({ type: 'varchar', length: 100 })
  name: string;

  @Column({ ...ID_COLUMN, nullable: true })
  userId: string | null;

  /** The fixed seat; null is a hot desk: the agent names a free seat when signing in. */
  @Column({ ...ID_COLUMN, nullable: true })
  seatId: string | null;

  /** Null for an agent of no team. */
  @Column({ ...ID_COLUMN, nullable: true })
  teamId: string | null;

  /** Seconds after a call in which no other is offered. */
  @Column({ type: 'int', unsigned: true })
  wrapUp: number;

  /** Missed offers before the agent is put on a break; 0 is never. */
  @Column({ type: 'int', unsigned: true })
  maxNoAnswer: number;

  @Column({ type: 'int', unsigned: true })
  rejectDelay: number;

  @Column({ type: 'int', unsigned: true })
  busyDelay: number;

  @Column({ type: 'int', unsigned: true })
  noAnswerDelay: number;

  @Column({ type: 'int', unsigned: true })
  ringSeconds: number;

  @Column({ type: 'varchar', length: 30 })
  status: AgentStatus;

  @Column({ type: 'datetime', precision: 3 })
  statusSince: Date;

  /** The code of the reason for the break; null where none was given, and while there is no break. */
  @Column({ type: 'varchar', length: 20, nullable: true })
  breakReason: string | null;

  /** Until then the switch is told of no wrap-up: the agent has ended the one that would last until then. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  wrapUpWaivedUntil: Date | null;

  /** Where the agent sits now; one agent a seat. */
  @Column({ ...ID_COLUMN, nullable: true })
  signedInSeatId: string | null;
}
