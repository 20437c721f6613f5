import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import type { KeptPassword } from '../../platform/auth/kept-password';
import type { TenantRole } from '../../platform/auth/permissions';
import { EXACT_TEXT } from '../../platform/database/exact-text';
import { TenantConfiguration } from '../../platform/database/tenant-owned';

/** A person of a tenant who signs in. */
@Audited()
@Entity('users')
export class User extends TenantConfiguration implements KeptPassword {
  @Column({ type: 'varchar', length: 200, ...EXACT_TEXT })
  email: string;

  @Column({ type: 'varchar', length: 100 })
  name: string;

  @Column({ type: 'varchar', length: 30 })
  role: TenantRole;

  @Column({ type: 'varchar', length: 200, nullable: true })
  passwordHash: string | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  passwordSetAt: Date | null;

  @Column({ type: 'boolean' })
  passwordTemporary: boolean;

  @Column({ type: 'json', nullable: true })
  formerPasswordHashes: string[] | null;

  @Column({ type: 'boolean' })
  active: boolean;
}
