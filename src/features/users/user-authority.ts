import { Injectable } from '@nestjs/common';
import { ROLE_PERMISSIONS, type TenantRole } from '../../platform/auth/permissions';
import type { Principal } from '../../platform/auth/principal';
import { AppError } from '../../platform/errors/app-error';
import { TenantsReader } from '../tenants/tenants.reader';
import { SignInRights } from './domain/sign-in-rights';
import type { User } from './user.entity';
import { UsersRepository } from './users.repository';

/**
 * Who may give whom what. Nobody comes by more than he holds by way of a user: whoever knows another's password, or says who
 * he is, is that user. A tenant that nobody of its own administers yet is set up by the provider's people: they hand out the
 * first passwords, and from then on these are the tenant's own affair.
 */
@Injectable()
export class UserAuthority extends SignInRights {
  constructor(
    private readonly users: UsersRepository,
    private readonly tenants: TenantsReader,
  ) {
    super();
  }

  /** @throws AppError forbidden where the role may do what the asker may not */
  async requireToGive(role: TenantRole, { kind, permissions }: Principal): Promise<void> {
    const excess = ROLE_PERMISSIONS[role].find((permission) => !permissions.includes(permission));
    if (excess === undefined || (kind === 'staff' && !(await this.isAdministered()))) return;
    throw new AppError('forbidden', `Such a user may do what you may not: ${excess}.`);
  }

  override async requireOver(role: TenantRole, asker: Principal): Promise<void> {
    if (asker.kind !== 'staff') return this.requireToGive(role, asker);
    if (await this.isAdministered()) throw new AppError('forbidden', 'How its users sign in is for the tenant to say.');
  }

  override async requireOverUser(userId: string, asker: Principal): Promise<void> {
    const user = await this.users.find(userId);
    if (!user) throw AppError.notFound();
    await this.requireOver(user.role, asker);
  }

  /**
   * A tenant without an active administrator could not help itself, and one without any who has a password of his own would be
   * the provider's to set up again; the lock keeps two from leaving at once.
   */
  async keepAnAdmin(id: string, change: Partial<Pick<User, 'role' | 'active'>>): Promise<void> {
    await this.tenants.lockCurrent();
    const user = await this.users.find(id);
    if (!user) throw AppError.notFound();
    if (!isActiveAdmin(user) || isActiveAdmin({ ...user, ...change })) return;
    if ((await this.users.countActiveAdmins()) === 1) {
      throw new AppError('conflict', 'This is the last active tenant_admin: make another one first.');
    }
    const own = await this.users.ownAdminIds();
    if (own.length === 1 && own[0] === id) {
      throw new AppError('conflict', 'This is the last tenant_admin with a password of his own: another must choose his first.');
    }
  }

  private async isAdministered(): Promise<boolean> {
    return (await this.users.ownAdminIds()).length > 0;
  }
}

function isActiveAdmin({ role, active }: Pick<User, 'role' | 'active'>): boolean {
  return role === 'tenant_admin' && active;
}
