import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { TenantConfiguration } from '../../platform/database/tenant-owned';
import type { UserCreation } from './domain/user-creation';

/** By which a tenant's own people sign in (OpenID Connect); at most one a tenant. */
@Audited()
@Entity('identity_providers')
export class IdentityProvider extends TenantConfiguration {
  @Column({ type: 'varchar', length: 500 })
  issuer: string;

  @Column({ type: 'varchar', length: 200 })
  clientId: string;

  /** Sealed. */
  @Column({ type: 'varchar', length: 600 })
  clientSecret: string;

  /** In lower case. */
  @Column({ type: 'json' })
  emailDomains: string[];

  /** Null: users must exist already. */
  @Column({ type: 'json', nullable: true })
  createUsers: UserCreation | null;
}
