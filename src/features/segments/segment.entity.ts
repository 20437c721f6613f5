import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { EXACT_TEXT } from '../../platform/database/exact-text';
import { ID_COLUMN, TenantConfiguration } from '../../platform/database/tenant-owned';
import type { SegmentColour } from './domain/segment';

/** Customers of one worth, and how they are served. */
@Audited()
@Entity('segments')
export class Segment extends TenantConfiguration {
  @Column({ type: 'varchar', length: 64, ...EXACT_TEXT })
  name: string;

  /** Which comes first, 1 before all others. */
  @Column({ type: 'int', unsigned: true })
  rank: number;

  @Column({ type: 'varchar', length: 200 })
  description: string;

  /** A sound's name; null for the number's own greeting. */
  @Column({ type: 'varchar', length: 60, nullable: true })
  greeting: string | null;

  /** Null for the number's own queue. */
  @Column({ ...ID_COLUMN, nullable: true })
  queueId: string | null;

  /** The caller counts as having waited so much longer. */
  @Column({ type: 'int', unsigned: true })
  prioritySeconds: number;

  /** Null for the contract's. */
  @Column({ type: 'int', unsigned: true, nullable: true })
  answerTargetSeconds: number | null;

  @Column({ type: 'varchar', length: 20 })
  colour: SegmentColour;
}
