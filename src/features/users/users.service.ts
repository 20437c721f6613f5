import { Injectable } from '@nestjs/common';
import { checkPassword, hashPassword } from '../../platform/auth/passwords';
import type { Principal } from '../../platform/auth/principal';
import { Sessions } from '../../platform/auth/sessions';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import { TenantsReader } from '../tenants/tenants.reader';
import type { User } from './user.entity';
import type { ChangeOwnPasswordDto, ChangeUserDto, CreateUserDto } from './users.dto';
import { UsersRepository } from './users.repository';

@Injectable()
export class UsersService {
  constructor(
    private readonly users: UsersRepository,
    private readonly tenants: TenantsReader,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
  ) {}

  list(request: PageRequest): Promise<Page<User>> {
    return this.users.page(request);
  }

  async get(id: string): Promise<User> {
    const user = await this.users.find(id);
    if (!user) throw AppError.notFound();
    return user;
  }

  async create(body: CreateUserDto): Promise<User> {
    const email = body.email.toLowerCase();
    const passwordHash = body.password === undefined ? null : await hashPassword(body.password);
    return this.database.transaction(async () => {
      if (await this.users.findByEmail(email)) {
        throw new AppError('conflict', 'There is a user of that e-mail address.');
      }
      const [id, createdAt] = [newId('user'), this.clock.now()];
      const { name, role } = body;
      await this.users.insert({ id, email, name, role, passwordHash, active: true, version: 1, createdAt });
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

  async setPassword(id: string, password: string, keptSession?: string | null): Promise<void> {
    await this.get(id);
    const passwordHash = await hashPassword(password);
    await this.database.transaction(async () => {
      await this.users.setPassword(id, passwordHash);
      await this.sessions.endAllOf({ kind: 'user', id }, 'password_changed', keptSession);
    });
    await this.sessions.announce(id);
  }

  async changeOwnPassword(principal: Principal, body: ChangeOwnPasswordDto): Promise<void> {
    const user = await this.get(principal.id);
    if (!(await checkPassword(user.passwordHash, body.oldPassword))) {
      throw AppError.invalid('/old_password', 'must be the password in use');
    }
    await this.setPassword(user.id, body.password, principal.sessionId);
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
