import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NO_PASSWORD } from '../../platform/auth/kept-password';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { changeOf, type TenantPart, TenantParts } from '../tenants/domain/tenant-part';
import type { TenantSpec, UserSpec } from '../tenants/domain/tenant-spec';
import { User } from './user.entity';

const keyOf = (user: UserSpec) => user.email;

/** The people of a tenant's file. A password is none of its business: a new user has none until one is set. */
@Injectable()
export class UsersPart implements TenantPart, OnModuleInit {
  readonly order = 20;

  constructor(
    private readonly parts: TenantParts,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.add(this);
  }

  async read(): Promise<Partial<TenantSpec>> {
    const users = await this.table().find();
    return { users: users.map(({ email, name, role }) => ({ email, name, role })) };
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
