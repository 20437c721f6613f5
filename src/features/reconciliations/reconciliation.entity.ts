import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { TenantOwned } from '../../platform/database/tenant-owned';

/** What one pass of a node's reconciler had to mend for a tenant; a pass that found nothing leaves none. */
@NotAudited('it is a log itself')
@Entity('reconciliations')
export class Reconciliation extends TenantOwned {
  @Column({ type: 'varchar', length: 60, charset: 'ascii' })
  node: string;

  /** By kind of step. */
  @Column({ type: 'json' })
  counts: Record<string, number>;

  @Column({ type: 'int', unsigned: true })
  refused: number;

  @Column({ type: 'json' })
  examples: string[];
}
