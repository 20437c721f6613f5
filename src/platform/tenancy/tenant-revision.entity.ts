import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ID_COLUMN } from '../database/tenant-owned';

/** Counts every change of a tenant's configuration, so that whatever was derived from it knows when it is stale. */
@Entity('tenant_revisions')
export class TenantRevision {
  @PrimaryColumn(ID_COLUMN)
  tenantId: string;

  @Column({ type: 'int', unsigned: true })
  revision: number;
}
