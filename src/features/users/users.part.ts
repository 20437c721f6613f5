import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NO_PASSWORD } from '../../platform/auth/kept-password';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { AppError } from '../../platform/errors/app-error';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { changeOf, type TenantPart, TenantParts } from '../tenants/domain/tenant-part';
import type { TenantSpec, UserSpec } from '../tenants/domain/tenant-spec';
import { IS_OWN_ADMIN } from './own-admins.sql';
import { User } from './user.entity';

const keyOf = (user: UserSpec) => user.email;

const KEEP_ONE = 'users: must keep a tenant_admin who signs in with a password of his own: it is for the tenant to replace him';

/** The people of a tenant's file. A password is none of its business: a new user has none until one is set. */
@Injectable()
export class UsersPart implements TenantPart, OnModuleInit {
  readonly order = 20;

  constructor(
    private readonly parts: TenantParts,
    private readonly database: TenantDatabase,
    private readonly provider: ProviderDatabase,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  async read(): Promise<Partial<TenantSpec>> {
    const users = await this.table().find();
    return { users: users.map(({ email, name, role }) => ({ email, name, role })) };
  }

  /**
   * Without an administrator who has a password of his own a tenant is the provider's people's to set up: they may not bring
   * that about. The operator at the machine may, for a tenant whose administrators are all gone.
   */
  async check(current: TenantSpec | null, desired: TenantSpec): Promise<void> {
    if (!current || tenantContext.current().actor === undefined) return;
    const own = await this.provider.sql<{ email: string }>(
      `SELECT u.email FROM users u JOIN tenants t ON t.id = u.tenant_id WHERE t.slug = ? AND ${IS_OWN_ADMIN}`,
      [current.tenant],
    );
    const kept = new Set(desired.users.filter(({ role }) => role === 'tenant_admin').map(keyOf));
    if (own.length === 0 || own.some(({ email }) => kept.has(email))) return;
    throw new AppError('invalid_request', 'The tenant file breaks a rule; see errors.', [{ pointer: '/file', rule: KEEP_ONE }]);
  }

  async write(current: TenantSpec | null, desired: TenantSpec): Promise<void> {
    const { added, changed } = changeOf(current?.users ?? [], desired.users, keyOf);
    const createdAt = this.clock.now();
    await this.table().insert(
      added.map((user) => ({ ...user, ...NO_PASSWORD, id: newId('user'), active: true, version: 1, createdAt })),
    );
    for (const { email, name, role } of changed) await this.table().revise({ email }, { name, role });
  }

  async remove(current: TenantSpec, desired: TenantSpec | null): Promise<void> {
    const { removed } = changeOf(current.users, desired?.users ?? [], keyOf);
    for (const { email } of removed) await this.table().remove({ email });
  }

  private table() {
    return this.database.table(User);
  }
}
