import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import type { TenantRole } from '../../platform/auth/permissions';
import { TenantConfiguration } from '../../platform/database/tenant-owned';

/** What a tenant asks of its own users when they sign in; a tenant without a row asks nothing more than we do. */
@Audited()
@Entity('sign_in_policies')
export class SignInPolicy extends TenantConfiguration {
  /** Null: a password lasts until its owner changes it. */
  @Column({ type: 'int', unsigned: true, nullable: true })
  passwordMaxAgeDays: number | null;

  @Column({ type: 'json' })
  secondFactorRoles: TenantRole[];
}
