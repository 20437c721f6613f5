import { Injectable } from '@nestjs/common';
import { PROVIDER_CHAIN } from '../../platform/audit/audit-draft';
import { AuditTrail } from '../../platform/audit/audit-trail';
import { asPerson } from '../../platform/auth/as-person';
import { checkPassword } from '../../platform/auth/passwords';
import { digestOf } from '../../platform/auth/random-secret';
import { AppError } from '../../platform/errors/app-error';
import type { Client } from '../../platform/http/client';
import { Log } from '../../platform/logging/log';
import { CHALLENGE_SECONDS, Challenges } from './challenges';
import { PeopleReader, type PersonRow } from './people.reader';
import { SecondFactorCheck } from './second-factor-check';
import { SignInAttempts } from './sign-in-attempts';
import type { SecondStepDto, SignInAnswerDto, SignInDto, TokenDto } from './sign-in.dto';
import { TokensService } from './tokens.service';

@Injectable()
export class SignInService {
  constructor(
    private readonly people: PeopleReader,
    private readonly attempts: SignInAttempts,
    private readonly challenges: Challenges,
    private readonly codes: SecondFactorCheck,
    private readonly tokens: TokensService,
    private readonly trail: AuditTrail,
    private readonly log: Log,
  ) {}

  /** One wording for a wrong tenant, e-mail or password: a stranger learns nothing from it. */
  async signIn({ tenant: named, email: typed, password }: SignInDto, client: Client): Promise<SignInAnswerDto> {
    const [tenant, email] = [named?.toLowerCase() ?? null, typed.toLowerCase()];
    const account = JSON.stringify([tenant, email]);
    await this.attempts.count(account);
    const person = await this.people.byEmail(tenant, email);
    const right = await checkPassword(person?.passwordHash ?? null, password);
    if (!person || !right) {
      if (person) this.noteRefusal(person, client, 'password');
      throw new AppError('unauthenticated', 'The tenant, e-mail or password is wrong.');
    }
    await this.attempts.forget(account);
    if (!person.secondFactor) return this.tokens.open(person, client, 'password');
    const challenged = { tenant, email: person.name, passwordDigest: passwordDigestOf(person) };
    return { challenge: await this.challenges.open(challenged), challengeExpiresIn: CHALLENGE_SECONDS };
  }

  /** The second step. Whoever was switched off or given another password since the first begins anew. */
  async completeSignIn({ challenge, code }: SecondStepDto, client: Client): Promise<TokenDto> {
    const challenged = await this.challenges.find(challenge);
    const person = challenged && (await this.people.byEmail(challenged.tenant, challenged.email));
    if (!person || passwordDigestOf(person) !== challenged.passwordDigest) throw beginAnew();
    if (!(await asPerson(person, client.address, () => this.codes.spend(person, code)))) {
      this.noteRefusal(person, client, 'second factor');
      throw new AppError('unauthenticated', 'The code is wrong, or was used.');
    }
    if (!(await this.challenges.close(challenge))) throw beginAnew();
    return this.tokens.open(person, client, 'password');
  }

  /** Not waited for: an account that there is must not answer later than one that there is not. */
  private noteRefusal({ kind, id, tenantId }: PersonRow, { address }: Client, wrong: string): void {
    const objectType = kind === 'staff' ? 'staff' : 'users';
    const event = { action: 'sign_in_refused', objectType, objectId: id, detail: { wrong, address } };
    const noted = this.trail.recordFor(tenantId ?? PROVIDER_CHAIN, event);
    noted.catch((error: unknown) => this.log.error({ err: error, ...event }, 'a refused sign-in could not be noted'));
  }
}

function passwordDigestOf({ passwordHash }: PersonRow): string {
  return digestOf(passwordHash ?? '');
}

function beginAnew(): AppError {
  return new AppError('unauthenticated', 'This sign-in took too long: begin anew.');
}
