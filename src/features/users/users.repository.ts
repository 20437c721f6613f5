import { Injectable } from '@nestjs/common';
import type { KeptPassword } from '../../platform/auth/kept-password';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { IS_OWN_ADMIN } from './own-admins.sql';
import { User } from './user.entity';

/** What the API may change of a user; the tenant's file writes through users.part.ts. */
type UserChange = Partial<Pick<User, 'name' | 'role' | 'active'>>;

@Injectable()
export class UsersRepository {
  constructor(private readonly database: TenantDatabase) {}

  page(request: PageRequest): Promise<Page<User>> {
    return this.database.table(User).page(request);
  }

  find(id: string): Promise<User | null> {
    return this.database.table(User).findOne({ id });
  }

  findByEmail(email: string): Promise<User | null> {
    return this.database.table(User).findOne({ email });
  }

  countActiveAdmins(): Promise<number> {
    return this.database.table(User).count({ role: 'tenant_admin', active: true });
  }

  /** Who administers the tenant and signs in with what only he knows. */
  async ownAdminIds(): Promise<string[]> {
    const statement = `SELECT u.id FROM users u WHERE u.tenant_id = ? AND ${IS_OWN_ADMIN}`;
    return (await this.database.sql<{ id: string }>(statement, [tenantContext.tenantId()])).map(({ id }) => id);
  }

  insert(user: Omit<User, 'tenantId'>): Promise<void> {
    return this.database.table(User).insert(user);
  }

  /** @returns false when the row is no longer at that version. */
  async save(id: string, version: number, patch: UserChange): Promise<boolean> {
    return (await this.database.table(User).update({ id, version }, { ...patch, version: version + 1 })) === 1;
  }

  /** A password is no part of what is read, so its change leaves the version alone. */
  async setPassword(id: string, kept: KeptPassword): Promise<void> {
    await this.database.table(User).update({ id }, kept);
  }

  async remove(id: string, version: number): Promise<boolean> {
    return (await this.database.table(User).remove({ id, version })) === 1;
  }
}
