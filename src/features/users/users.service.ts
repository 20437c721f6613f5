import { Injectable } from '@nestjs/common';
import { choosePassword, NO_PASSWORD } from '../../platform/auth/kept-password';
import type { Principal } from '../../platform/auth/principal';
import { Sessions } from '../../platform/auth/sessions';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import { NewUsers } from './domain/new-users';
import type { User } from './user.entity';
import { UserAuthority } from './user-authority';
import { UserPasswords } from './user.passwords';
import type { ChangeUserDto, CreateUserDto } from './users.dto';
import { UsersRepository } from './users.repository';

@Injectable()
export class UsersService extends NewUsers {
  constructor(
    private readonly users: UsersRepository,
    private readonly authority: UserAuthority,
    private readonly passwords: UserPasswords,
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

  /** With a first password, where the asker may give one to somebody of that role. */
  async createBy(asker: Principal, body: CreateUserDto): Promise<User> {
    if (body.password !== undefined) await this.authority.requireOver(body.role, asker);
    return this.create(body);
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

  async change(asker: Principal, id: string, version: number, body: ChangeUserDto): Promise<User> {
    const changed = await this.database.transaction(async () => {
      await this.authority.keepAnAdmin(id, body);
      if (body.role !== undefined) await this.authority.requireToGive(body.role, asker);
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
      await this.authority.keepAnAdmin(id, { active: false });
      if (!(await this.users.remove(id, version))) throw AppError.stale();
    });
    await this.sessions.announce(id);
  }

  /** By somebody else than the user, who must choose another one with it. */
  async setPassword(asker: Principal, id: string, password: string): Promise<void> {
    const held = await this.passwords.read(id);
    if (!held) throw AppError.notFound();
    await this.authority.requireOverUser(id, asker);
    const kept = await choosePassword(password, held.kept, held.words, this.clock.now(), true);
    await this.database.transaction(async () => {
      await this.passwords.write(id, kept);
      await this.sessions.endAllOf({ kind: 'user', id }, 'password_changed');
    });
    await this.sessions.announce(id);
  }
}
