import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import type { TenantRole } from '../../platform/auth/permissions';
import { TenantConfiguration } from '../../platform/database/tenant-owned';

/** A person of a tenant who signs in. */
@Audited()
@Entity('users')
export class User extends TenantConfiguration {
  @Column({ type: 'varchar', length: 200 })
  email: string;

  @Column({ type: 'varchar', length: 100 })
  name: string;

  @Column({ type: 'varchar', length: 30 })
  role: TenantRole;

  /** Null until a password is set: such a user cannot sign in. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  passwordHash: string | null;

  @Column({ type: 'boolean' })
  active: boolean;
}
