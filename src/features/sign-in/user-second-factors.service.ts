import { Injectable } from '@nestjs/common';
import { Sessions } from '../../platform/auth/sessions';
import { AppError } from '../../platform/errors/app-error';
import { UsersReader } from '../users/users.reader';
import { SecondFactorsRepository } from './second-factors.repository';

/** What an administrator may do about the second factors of his users. */
@Injectable()
export class UserSecondFactorsService {
  constructor(
    private readonly factors: SecondFactorsRepository,
    private readonly users: UsersReader,
    private readonly sessions: Sessions,
  ) {}

  /** For a user whose device and codes are lost; whoever has found them is signed out. */
  async remove(userId: string): Promise<void> {
    if (!(await this.users.exists(userId))) throw AppError.notFound();
    const person = { kind: 'user', id: userId } as const;
    await this.factors.remove(person);
    await this.sessions.endAllOf(person, 'second_factor');
    await this.sessions.announce(userId);
  }
}
