import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { checkPassword } from '../../platform/auth/passwords';
import type { TokenClaims } from '../../platform/auth/principal';
import { AppError } from '../../platform/errors/app-error';
import { PeopleReader } from './people.reader';
import { SignInAttempts } from './sign-in-attempts';
import type { SignInDto, TokenDto } from './sign-in.dto';

const TOKEN_SECONDS = 3600;

@Injectable()
export class SignInService {
  constructor(
    private readonly people: PeopleReader,
    private readonly attempts: SignInAttempts,
    private readonly jwt: JwtService,
  ) {}

  /** One wording for a wrong tenant, e-mail or password: a stranger learns nothing from it. */
  async signIn({ tenant, email, password }: SignInDto): Promise<TokenDto> {
    const account = JSON.stringify([tenant ?? null, email.toLowerCase()]);
    await this.attempts.count(account);
    const person = await this.people.byEmail(tenant, email.toLowerCase());
    const right = await checkPassword(person?.passwordHash ?? null, password);
    if (!person || !right) throw new AppError('unauthenticated', 'The tenant, e-mail or password is wrong.');
    await this.attempts.forget(account);
    const claims: TokenClaims = { sub: person.id, kind: person.kind, tenant: person.tenantId };
    const accessToken = await this.jwt.signAsync(claims, { expiresIn: TOKEN_SECONDS });
    return { accessToken, tokenType: 'Bearer', expiresIn: TOKEN_SECONDS };
  }
}
