import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { Sessions } from '../../platform/auth/sessions';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { KeptSecrets } from '../../platform/encryption/kept-secrets';
import { AppError } from '../../platform/errors/app-error';
import { newRecoveryCodes, newTotpSecret, recoveryHashOf, totpUri } from './one-time-codes';
import { PasswordProof } from './password-proof';
import { SecondFactorCheck, secretPlace } from './second-factor-check';
import type {
  EnrolledSecondFactorDto, RecoveryCodesDto, RemoveSecondFactorDto, SecondFactorDto,
} from './second-factors.dto';
import { SecondFactorsRepository } from './second-factors.repository';
import { personOf } from './sessions.service';

/** A person's own second factor. */
@Injectable()
export class SecondFactorsService {
  constructor(
    private readonly factors: SecondFactorsRepository,
    private readonly proof: PasswordProof,
    private readonly check: SecondFactorCheck,
    private readonly secrets: KeptSecrets,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  async get(principal: Principal): Promise<SecondFactorDto> {
    const factor = await this.factors.find(personOf(principal));
    const confirmedAt = factor?.confirmedAt ?? null;
    return { enrolled: confirmedAt !== null, confirmedAt, recoveryCodesLeft: factor?.recoveryHashes.length ?? 0 };
  }

  /** Begun anew, it forgets what was not confirmed. */
  async enrol(principal: Principal, password: string): Promise<EnrolledSecondFactorDto> {
    const person = personOf(principal);
    await this.proof.require(person, password, '/password');
    if ((await this.factors.find(person))?.confirmedAt) {
      throw new AppError('conflict', 'There is a second factor: remove that first.');
    }
    await this.factors.remove(person);
    const [id, secret, createdAt] = [newId('secondFactor'), newTotpSecret(), this.clock.now()];
    const sealed = this.secrets.seal(secretPlace(person, id), secret);
    const row = { id, personId: person.id, secret: sealed, confirmedAt: null, lastStep: 0, recoveryHashes: [], createdAt };
    await this.factors.insert(person, row);
    return { secret, uri: totpUri(secret, principal.name) };
  }

  /** From now on it is asked for; sessions that were opened without it end. */
  async confirm(principal: Principal, code: string): Promise<RecoveryCodesDto> {
    const person = personOf(principal);
    const factor = await this.factors.find(person);
    if (!factor || factor.confirmedAt) throw new AppError('conflict', 'There is no second factor that waits to be confirmed.');
    await this.requireCode(principal, code);
    const recoveryCodes = newRecoveryCodes();
    const recoveryHashes = recoveryCodes.map(recoveryHashOf);
    await this.factors.update(person, { confirmedAt: this.clock.now(), recoveryHashes });
    await this.sessions.endAllOf(person, 'second_factor', principal.sessionId);
    await this.sessions.announce(person.id);
    return { recoveryCodes };
  }

  async remove(principal: Principal, { password, code }: RemoveSecondFactorDto): Promise<void> {
    const person = personOf(principal);
    await this.proof.require(person, password, '/password');
    if ((await this.factors.find(person))?.confirmedAt) await this.requireCode(principal, code);
    await this.factors.remove(person);
    await this.sessions.announce(person.id);
  }

  private async requireCode(principal: Principal, code: string): Promise<void> {
    const right = await this.check.spend(personOf(principal), code);
    if (!right) throw AppError.invalid('/code', 'must be a code that is shown now and was not used yet');
  }
}
