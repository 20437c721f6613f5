import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';

/** By this one of the provider's people may work in a tenant for a while; the tenant sees it and can end it. */
@Audited()
@Entity('access_grants')
export class AccessGrant extends TenantOwned {
  @Column(ID_COLUMN)
  staffId: string;

  @Column({ type: 'varchar', length: 200 })
  staffName: string;

  @Column({ type: 'varchar', length: 200 })
  reason: string;

  @Column({ type: 'datetime', precision: 3 })
  expiresAt: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  endedAt: Date | null;

  @Column({ type: 'varchar', length: 200, nullable: true })
  endedBy: string | null;
}
