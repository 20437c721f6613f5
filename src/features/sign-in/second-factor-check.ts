import { Injectable } from '@nestjs/common';
import type { PersonRef } from '../../platform/auth/sessions';
import { Clock } from '../../platform/clock/clock';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { KeptSecrets } from '../../platform/encryption/kept-secrets';
import { recoveryHashOf, stepOfCode } from './one-time-codes';
import type { StaffSecondFactor } from './second-factor.entity';
import { SecondFactorsRepository } from './second-factors.repository';
import { SignInAttempts } from './sign-in-attempts';
import { placeOf } from './sign-in-secrets';

/** Takes codes, each once: of two who show the same one at the same time the second is refused. */
@Injectable()
export class SecondFactorCheck {
  constructor(
    private readonly factors: SecondFactorsRepository,
    private readonly attempts: SignInAttempts,
    private readonly secrets: KeptSecrets,
    private readonly database: ProviderDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * @param code of the person's app, or a recovery code
   * @returns false for a wrong one and for one that was used
   * @throws AppError `rate_limited` after too many wrong ones
   */
  async spend(person: PersonRef, code: string): Promise<boolean> {
    const counter = `second-factor ${person.id}`;
    await this.attempts.count(counter);
    const right = await this.database.transaction(async () => {
      const factor = await this.factors.lock(person);
      const change = factor && this.spent(person, factor, code);
      if (change) await this.factors.update(person, change);
      return change !== null;
    });
    if (right) await this.attempts.forget(counter);
    return right;
  }

  /** What is left of the factor after the code; null for a wrong one. */
  private spent(person: PersonRef, factor: StaffSecondFactor, code: string): Partial<StaffSecondFactor> | null {
    const step = stepOfCode(openSecret(this.secrets, person, factor), code, this.clock.now());
    if (step !== null) return step > factor.lastStep ? { lastStep: step } : null;
    const hash = recoveryHashOf(code);
    const left = factor.recoveryHashes.filter((each) => each !== hash);
    return left.length < factor.recoveryHashes.length ? { recoveryHashes: left } : null;
  }
}

export function secretPlace({ kind }: PersonRef, id: string): string {
  return placeOf(kind === 'user' ? 'second_factors' : 'staff_second_factors', id);
}

function openSecret(secrets: KeptSecrets, person: PersonRef, { id, secret }: StaffSecondFactor): string {
  return secrets.open(secretPlace(person, id), secret);
}
