import { Injectable } from '@nestjs/common';
import { choosePassword } from '../../platform/auth/kept-password';
import { PasswordHolders } from '../../platform/auth/password-holders';
import { checkPassword } from '../../platform/auth/passwords';
import type { Principal } from '../../platform/auth/principal';
import { Sessions } from '../../platform/auth/sessions';
import { Clock } from '../../platform/clock/clock';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { AppError } from '../../platform/errors/app-error';
import type { ChangeOwnPasswordDto } from './own-password.dto';
import { personOf } from './sessions.service';
import { SignInAttempts } from './sign-in-attempts';

@Injectable()
export class OwnPasswordService {
  constructor(
    private readonly holders: PasswordHolders,
    private readonly attempts: SignInAttempts,
    private readonly sessions: Sessions,
    private readonly database: ProviderDatabase,
    private readonly clock: Clock,
  ) {}

  /** The password in use is asked for, and guesses at it are slowed down: a session may be in a stranger's hands. */
  async change(principal: Principal, { oldPassword, password }: ChangeOwnPasswordDto): Promise<void> {
    const person = personOf(principal);
    const holder = this.holders.of(person.kind);
    const held = await holder.read(person.id);
    if (!held) throw AppError.notFound();
    await this.attempts.count(person.id);
    if (!(await checkPassword(held.kept.passwordHash, oldPassword))) {
      throw AppError.invalid('/old_password', 'must be the password in use');
    }
    await this.attempts.forget(person.id);
    const kept = await choosePassword(password, held.kept, held.words, this.clock.now());
    await this.database.transaction(async () => {
      await holder.write(person.id, kept);
      await this.sessions.endAllOf(person, 'password_changed', principal.sessionId);
    });
    await this.sessions.announce(person.id);
  }
}
