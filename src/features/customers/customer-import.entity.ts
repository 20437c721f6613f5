import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { TenantOwned } from '../../platform/database/tenant-owned';
import type { ImportProblem } from './domain/import-columns';

/** A file of customers and what has come of it so far; its lines are told by number alone. */
@Audited('position', 'created', 'changed', 'unchanged', 'refused', 'problems', 'finishedAt')
@Entity('customer_imports')
export class CustomerImport extends TenantOwned {
  /** Lines under the column names. */
  @Column({ type: 'int', unsigned: true })
  rowCount: number;

  @Column({ type: 'int', unsigned: true })
  portions: number;

  /** Of the portion that comes next; all before are done. */
  @Column({ type: 'int', unsigned: true })
  position: number;

  @Column({ type: 'int', unsigned: true })
  created: number;

  @Column({ type: 'int', unsigned: true })
  changed: number;

  @Column({ type: 'int', unsigned: true })
  unchanged: number;

  /** Lines that broke a rule. */
  @Column({ type: 'int', unsigned: true })
  refused: number;

  /** The first thousand. */
  @Column({ type: 'json' })
  problems: ImportProblem[];

  @Column({ type: 'datetime', precision: 3, nullable: true })
  finishedAt: Date | null;
}
