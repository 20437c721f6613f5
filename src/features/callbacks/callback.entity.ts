import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { TenantConfiguration } from '../../platform/database/tenant-owned';
import type { CallbackOrigin, CallbackState } from './domain/callback';

/** Somebody who is to be called back. */
@NotAudited('callers ask for them and the product dials; what people do with one is noted by hand')
@Entity('callbacks')
export class Callback extends TenantConfiguration {
  /** The queue's name. */
  @Column({ type: 'varchar', length: 31 })
  queue: string;

  @Column({ type: 'varchar', length: 10 })
  origin: CallbackOrigin;

  /** The switch's name of the call in which it was asked for. */
  @Column({ type: 'char', length: 36, charset: 'ascii', nullable: true })
  callUuid: string | null;

  /** The number; null once it is forgotten. */
  @Column({ type: 'varbinary', length: 200, nullable: true })
  sealed: Buffer | null;

  /** What it is found by; null once it is forgotten. */
  @Column({ type: 'binary', length: 16, nullable: true })
  numberIndex: Buffer | null;

  /** The same while it is open: a queue has one for a number at a time. */
  @Column({ type: 'binary', length: 16, nullable: true })
  openIndex: Buffer | null;

  /** The tenant's number that calls back; null is its first. */
  @Column({ type: 'varchar', length: 20, nullable: true })
  callerNumber: string | null;

  /** From when on he counts as waiting. */
  @Column({ type: 'datetime', precision: 3 })
  placeAt: Date;

  @Column({ type: 'datetime', precision: 3 })
  promisedBy: Date;

  /** The calendar's name, within whose hours alone it is dialled; null at any hour. */
  @Column({ type: 'varchar', length: 41, nullable: true })
  calendar: string | null;

  @Column({ type: 'varchar', length: 10 })
  state: CallbackState;

  /** Tries of which the caller knows. */
  @Column({ type: 'tinyint', unsigned: true })
  attempts: number;

  @Column({ type: 'tinyint', unsigned: true })
  mostAttempts: number;

  @Column({ type: 'smallint', unsigned: true })
  retryMinutes: number;

  /** Not to be dialled before. */
  @Column({ type: 'datetime', precision: 3 })
  nextAt: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  firstTriedAt: Date | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  reachedAt: Date | null;
}
