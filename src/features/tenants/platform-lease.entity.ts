import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { TenantOwned } from '../../platform/database/tenant-owned';

/** A stretch of time in which the tenant was one: from its file's first application, or a later one, to its removal. */
@Audited()
@Entity('platform_leases')
export class PlatformLease extends TenantOwned {
  @Column({ type: 'datetime', precision: 3 })
  leasedFrom: Date;

  /** Null while the lease runs. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  leasedUntil: Date | null;
}
