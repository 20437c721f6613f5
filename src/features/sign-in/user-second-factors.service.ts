import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { Sessions } from '../../platform/auth/sessions';
import { SignInRights } from '../users/domain/sign-in-rights';
import { SecondFactorsRepository } from './second-factors.repository';

/** What an administrator may do about the second factors of his users. */
@Injectable()
export class UserSecondFactorsService {
  constructor(
    private readonly factors: SecondFactorsRepository,
    private readonly rights: SignInRights,
    private readonly sessions: Sessions,
  ) {}

  /** For a user whose device and codes are lost; whoever has found them is signed out. */
  async remove(asker: Principal, userId: string): Promise<void> {
    await this.rights.requireOverUser(userId, asker);
    const person = { kind: 'user', id: userId } as const;
    await this.factors.remove(person);
    await this.sessions.endAllOf(person, 'second_factor');
    await this.sessions.announce(userId);
  }
}
