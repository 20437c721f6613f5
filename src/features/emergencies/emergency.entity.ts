import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { TenantOwned } from '../../platform/database/tenant-owned';

/** While a tenant has a row, every number of it answers, says so and hangs up. One row at most: what was, the audit log tells. */
@Audited()
@Entity('emergencies')
export class Emergency extends TenantOwned {
  /** A sound's name; null for the platform's `closed`. */
  @Column({ type: 'varchar', length: 60, nullable: true })
  message: string | null;

  @Column({ type: 'varchar', length: 200 })
  reason: string;

  /** The name of whoever switched over. */
  @Column({ type: 'varchar', length: 200 })
  startedBy: string;
}
