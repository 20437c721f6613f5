import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import type { TenantRole } from '../../platform/auth/permissions';
import { TenantOwned } from '../../platform/database/tenant-owned';

/** A secret by which a tenant's program asks the API; only its SHA-256 is kept. */
@Audited('lastUsedAt')
@Entity('api_keys')
export class ApiKey extends TenantOwned {
  @Column({ type: 'varchar', length: 100 })
  name: string;

  @Column({ type: 'varchar', length: 30 })
  role: TenantRole;

  @Column({ type: 'char', length: 43 })
  secretHash: string;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  expiresAt: Date | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  lastUsedAt: Date | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  revokedAt: Date | null;
}
