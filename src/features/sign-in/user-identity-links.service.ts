import { Injectable } from '@nestjs/common';
import { Sessions } from '../../platform/auth/sessions';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { AppError } from '../../platform/errors/app-error';
import { UsersReader } from '../users/users.reader';
import { IdentityLinksRepository } from './identity-links.repository';

/** What an administrator may do about who his users are at identity providers. */
@Injectable()
export class UserIdentityLinksService {
  constructor(
    private readonly links: IdentityLinksRepository,
    private readonly users: UsersReader,
    private readonly sessions: Sessions,
    private readonly database: TenantDatabase,
  ) {}

  /** Whoever came by them is signed out. */
  async remove(userId: string): Promise<void> {
    if (!(await this.users.exists(userId))) throw AppError.notFound();
    await this.database.transaction(async () => {
      await this.links.removeOf(userId);
      await this.sessions.endAllOf({ kind: 'user', id: userId }, 'ended');
    });
    await this.sessions.announce(userId);
  }
}
