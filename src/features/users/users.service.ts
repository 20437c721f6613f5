import { Injectable } from '@nestjs/common';
import { choosePassword, NO_PASSWORD } from '../../platform/auth/kept-password';
import { Sessions } from '../../platform/auth/sessions';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import { TenantsReader } from '../tenants/tenants.reader';
import { NewUsers } from './domain/new-users';
import type { User } from './user.entity';
import { UserPasswords } from './user.passwords';
import type { ChangeUserDto, CreateUserDto } from './users.dto';
import { UsersRepository } from './users.repository';

@Injectable()
export class UsersService extends NewUsers {
  constructor(
    private readonly users: UsersRepository,
    private readonly passwords: UserPasswords,
    private readonly tenants: TenantsReader,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
  ) {
    super();
  }

  list(request: PageRequest): Promise<Page<User>> {
    return this.users.page(request);
  }

  async get(id: string): Promise<User> {
    const user = await this.users.find(id);
    if (!user) throw AppError.notFound();
    return user;
  }

  override async create(body: CreateUserDto): Promise<User> {
    const email = body.email.toLowerCase();
    const createdAt = this.clock.now();
    const kept =
      body.password === undefined
        ? NO_PASSWORD
        : await choosePassword(body.password, NO_PASSWORD, await this.passwords.wordsOf(email), createdAt, true);
    return this.database.transaction(async () => {
      if (await this.users.findByEmail(email)) {
        throw new AppError('conflict', 'There is a user of that e-mail address.');
      }
      const id = newId('user');
      const { name, role } = body;
      await this.users.insert({ id, email, name, role, ...kept, active: true, version: 1, createdAt });
      return this.get(id);
    });
  }

  async change(id: string, version: number, body: ChangeUserDto): Promise<User> {
    const changed = await this.database.transaction(async () => {
      await this.keepAnAdmin(id, body);
      if (!(await this.users.save(id, version, { ...body }))) throw AppError.stale();
      // who is switched on again later signs in again
      if (body.active === false) await this.sessions.endAllOf({ kind: 'user', id }, 'switched_off');
      return this.get(id);
    });
    await this.sessions.announce(id);
    return changed;
  }

  async remove(id: string, version: number): Promise<void> {
    await this.database.transaction(async () => {
      await this.keepAnAdmin(id, { active: false });
      if (!(await this.users.remove(id, version))) throw AppError.stale();
    });
    await this.sessions.announce(id);
  }

  /** By somebody else than the user, who must choose another one with it. */
  async setPassword(id: string, password: string): Promise<void> {
    const held = await this.passwords.read(id);
    if (!held) throw AppError.notFound();
    const kept = await choosePassword(password, held.kept, held.words, this.clock.now(), true);
    await this.database.transaction(async () => {
      await this.passwords.write(id, kept);
      await this.sessions.endAllOf({ kind: 'user', id }, 'password_changed');
    });
    await this.sessions.announce(id);
  }

  /** A tenant without an active administrator could not help itself; the lock keeps two from leaving at once. */
  private async keepAnAdmin(id: string, change: Partial<Pick<User, 'role' | 'active'>>): Promise<void> {
    await this.tenants.lockCurrent();
    const user = await this.get(id);
    if (!isActiveAdmin(user) || isActiveAdmin({ ...user, ...change })) return;
    if ((await this.users.countActiveAdmins()) > 1) return;
    throw new AppError('conflict', 'This is the last active tenant_admin: make another one first.');
  }
}

function isActiveAdmin({ role, active }: Pick<User, 'role' | 'active'>): boolean {
  return role === 'tenant_admin' && active;
}
