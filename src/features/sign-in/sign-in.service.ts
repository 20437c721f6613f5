import { Injectable } from '@nestjs/common';
import { checkPassword } from '../../platform/auth/passwords';
import { AppError } from '../../platform/errors/app-error';
import type { Client } from '../../platform/http/client';
import { PeopleReader } from './people.reader';
import { SignInAttempts } from './sign-in-attempts';
import type { SignInDto, TokenDto } from './sign-in.dto';
import { TokensService } from './tokens.service';

@Injectable()
export class SignInService {
  constructor(
    private readonly people: PeopleReader,
    private readonly attempts: SignInAttempts,
    private readonly tokens: TokensService,
  ) {}

  /** One wording for a wrong tenant, e-mail or password: a stranger learns nothing from it. */
  async signIn({ tenant, email, password }: SignInDto, client: Client): Promise<TokenDto> {
    const account = JSON.stringify([tenant ?? null, email.toLowerCase()]);
    await this.attempts.count(account);
    const person = await this.people.byEmail(tenant, email.toLowerCase());
    const right = await checkPassword(person?.passwordHash ?? null, password);
    if (!person || !right) throw new AppError('unauthenticated', 'The tenant, e-mail or password is wrong.');
    await this.attempts.forget(account);
    return this.tokens.open(person, client, 'password');
  }
}
