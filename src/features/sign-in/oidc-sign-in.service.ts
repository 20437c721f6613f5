import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error';
import type { Client } from '../../platform/http/client';
import { Log } from '../../platform/logging/log';
import type { BegunOidcDto, CompleteOidcDto } from './identity-provider.dto';
import type { IdentityProvider } from './identity-provider.entity';
import { OidcClient, type OidcClaims } from './oidc-client';
import { OidcDoor } from './oidc-door';
import { OidcStates } from './oidc-states';
import { PeopleReader, type PersonRow } from './people.reader';
import type { TokenDto } from './sign-in.dto';
import { TokensService } from './tokens.service';

/** Signs a tenant's users in by the tenant's own identity provider. */
@Injectable()
export class OidcSignInService {
  constructor(
    private readonly door: OidcDoor,
    private readonly oidc: OidcClient,
    private readonly states: OidcStates,
    private readonly people: PeopleReader,
    private readonly tokens: TokensService,
    private readonly log: Log,
  ) {}

  async begin(tenant: string): Promise<BegunOidcDto> {
    const provider = await this.door.providerOf(tenant);
    if (!provider) throw new AppError('not_found', 'There is no such tenant, or it has no identity provider.');
    const { url, checks } = await this.oidc.begin(provider).catch((error: unknown) => {
      this.log.warn({ err: error, tenant }, 'an identity provider does not answer');
      throw new AppError('unavailable', 'The identity provider does not answer.');
    });
    return { authorizationUrl: url, signIn: await this.states.open({ ...checks, tenant, providerId: provider.id }) };
  }

  /** One wording for whatever is wrong: a stranger learns nothing from it, an operator reads it in the log. */
  async complete({ signIn, query }: CompleteOidcDto, client: Client): Promise<TokenDto> {
    const person = await this.personOf(signIn, query).catch((error: unknown) => {
      this.log.info({ err: error }, 'a sign-in by an identity provider failed');
      return null;
    });
    if (!person) throw new AppError('unauthenticated', 'Signing in by the identity provider failed: begin anew.');
    return this.tokens.open(person, client, 'oidc');
  }

  private async personOf(signIn: string, query: string): Promise<PersonRow | null> {
    const begun = await this.states.take(signIn);
    const provider = begun && (await this.door.providerOf(begun.tenant));
    // another one since: what the first one says is of no account
    if (!provider || provider.id !== begun.providerId) return null;
    const claims = await this.oidc.complete(provider, begun, query);
    const email = believed(provider, claims);
    return email === null ? null : this.people.byEmail(begun.tenant, email);
  }
}

/** A provider speaks for the domains that its tenant named, and for no address that it does not stand by. */
function believed({ emailDomains }: IdentityProvider, { email, emailVerified }: OidcClaims): string | null {
  const domain = email?.split('@').at(-1) ?? '';
  return emailVerified && emailDomains.includes(domain) ? email : null;
}
