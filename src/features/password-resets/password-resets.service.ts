import { Injectable } from '@nestjs/common';
import { asPerson } from '../../platform/auth/as-person';
import { choosePassword } from '../../platform/auth/kept-password';
import { PasswordHolders } from '../../platform/auth/password-holders';
import { digestOf } from '../../platform/auth/random-secret';
import { Sessions } from '../../platform/auth/sessions';
import { Clock } from '../../platform/clock/clock';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { AppError } from '../../platform/errors/app-error';
import type { Client } from '../../platform/http/client';
import type { CompletePasswordResetDto } from './password-resets.dto';
import { PasswordResetsRepository } from './password-resets.repository';

/** For so long a token is good. */
export const VALID_MS = 30 * 60_000;

/** Sets the passwords of those who show a token that was mailed to them. */
@Injectable()
export class PasswordResetsService {
  constructor(
    private readonly resets: PasswordResetsRepository,
    private readonly holders: PasswordHolders,
    private readonly sessions: Sessions,
    private readonly database: ProviderDatabase,
    private readonly clock: Clock,
  ) {}

  /** Signs nobody in: a second factor is asked for as ever. A password that is refused leaves the token good. */
  async complete({ token, password }: CompletePasswordResetDto, { address }: Client): Promise<void> {
    const now = this.clock.now();
    const found = await this.resets.ofToken(digestOf(token), now);
    if (!found) throw overOrUsed();
    const { id, person } = found;
    await asPerson(person, address, async () => {
      const held = await this.holders.of('user').read(person.id);
      if (!held) throw overOrUsed();
      const kept = await choosePassword(password, held.kept, held.words, now);
      await this.database.transaction(async () => {
        if (!(await this.resets.use(id, now))) throw overOrUsed();
        await this.holders.of('user').write(person.id, kept);
        await this.sessions.endAllOf(person, 'password_changed');
      });
      await this.sessions.announce(person.id);
    });
  }
}

function overOrUsed(): AppError {
  return AppError.invalid('/token', 'must be the token of a mail of the last 30 minutes, not used yet: ask for another one');
}
