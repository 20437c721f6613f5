import { Injectable } from '@nestjs/common';
import { type HeldPassword, PasswordHolders } from '../../platform/auth/password-holders';
import { checkPassword } from '../../platform/auth/passwords';
import type { PersonRef } from '../../platform/auth/sessions';
import { AppError } from '../../platform/errors/app-error';
import { SignInAttempts } from './sign-in-attempts';

/** Asks who is signed in already for the password, before something that a stranger at an open screen must not do. */
@Injectable()
export class PasswordProof {
  constructor(
    private readonly holders: PasswordHolders,
    private readonly attempts: SignInAttempts,
  ) {}

  /**
   * @param field that the password stands in
   * @throws AppError invalid_request at that field; rate_limited after too many guesses
   */
  async require(person: PersonRef, password: string, field: string): Promise<HeldPassword> {
    const held = await this.holders.of(person.kind).read(person.id);
    if (!held) throw AppError.notFound();
    await this.attempts.count(person.id);
    if (!(await checkPassword(held.kept.passwordHash, password))) throw AppError.invalid(field, 'must be the password in use');
    await this.attempts.forget(person.id);
    return held;
  }
}
