import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { SUPERVISING_ROLES } from '../../platform/auth/permissions';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { User } from './user.entity';

export type UserRef = Pick<User, 'id' | 'email' | 'active'>;
export type NamedUser = Pick<User, 'id' | 'email' | 'name'>;

/** The narrow questions that other features may ask. */
@Injectable()
export class UsersReader {
  constructor(private readonly database: TenantDatabase) {}

  async exists(id: string): Promise<boolean> {
    return (await this.database.table(User).count({ id })) === 1;
  }

  async find(id: string): Promise<UserRef | null> {
    return refOf(await this.database.table(User).findOne({ id }));
  }

  /** @param email in lower case, as it is kept */
  async byEmail(email: string): Promise<UserRef | null> {
    return refOf(await this.database.table(User).findOne({ email }));
  }

  /** Whose role lets them supervise calls, by name. */
  async nameOf(id: string): Promise<string | null> {
    return (await this.database.table(User).findOne({ id }))?.name ?? null;
  }

  async supervisors(): Promise<NamedUser[]> {
    const users = await this.database.table(User).find({ role: In(SUPERVISING_ROLES) }, { name: 'ASC', id: 'ASC' });
    return users.map(({ id, email, name }) => ({ id, email, name }));
  }

  async idsByEmail(): Promise<Map<string, string>> {
    const users = await this.database.table(User).find();
    return new Map(users.map(({ email, id }) => [email, id]));
  }
}

/** No more of the row leaves this feature. */
function refOf(user: User | null): UserRef | null {
  return user && { id: user.id, email: user.email, active: user.active };
}
