import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import type { Permission, TenantRole } from '../../platform/auth/permissions';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';

/** A secret by which a tenant's program asks the API; only its SHA-256 is kept. */
@Audited('lastUsedAt')
@Entity('api_keys')
export class ApiKey extends TenantOwned {
  @Column({ type: 'varchar', length: 100 })
  name: string;

  @Column({ type: 'varchar', length: 30 })
  role: TenantRole;

  /** Null: all that the role may. */
  @Column({ type: 'json', nullable: true })
  scopes: Permission[] | null;

  @Column({ type: 'char', length: 43 })
  secretHash: string;

  /** Of the secret before it, for as long as that lives too. */
  @Column({ type: 'char', length: 43, nullable: true })
  formerHash: string | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  formerUntil: Date | null;

  /** Made by this access of one of the provider's people, with which it ends; null: the tenant's own. */
  @Column({ ...ID_COLUMN, nullable: true })
  accessGrantId: string | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  expiresAt: Date | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  lastUsedAt: Date | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  revokedAt: Date | null;
}
