import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail';
import type { Person } from '../../platform/auth/as-person';
import { AppError } from '../../platform/errors/app-error';
import type { Client } from '../../platform/http/client';
import { Log } from '../../platform/logging/log';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import type { BegunOidcDto, CompleteOidcDto } from './identity-provider.dto';
import { OidcClient } from './oidc-client';
import { OidcDoor } from './oidc-door';
import { OidcPeople, type Vouched } from './oidc-people';
import { OidcStates } from './oidc-states';
import type { TokenDto } from './sign-in.dto';
import { TokensService } from './tokens.service';

/** Signs a tenant's users in by the tenant's own identity provider. */
@Injectable()
export class OidcSignInService {
  constructor(
    private readonly door: OidcDoor,
    private readonly oidc: OidcClient,
    private readonly states: OidcStates,
    private readonly people: OidcPeople,
    private readonly tokens: TokensService,
    private readonly trail: AuditTrail,
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

  /**
   * One wording for whatever is wrong with what came back: a stranger learns nothing from it, an operator reads it in the log.
   * @throws AppError conflict for somebody whom the provider vouches for, with the address of a user who is another there
   */
  async complete({ signIn, query }: CompleteOidcDto, client: Client): Promise<TokenDto> {
    const { tenantId, ...vouched } = await this.vouched(signIn, query, client).catch((error: unknown) => {
      this.log.info({ err: error }, 'a sign-in by an identity provider failed');
      throw failed();
    });
    if (vouched.is === 'user') return this.tokens.open(personOf(tenantId, vouched), client, 'oidc');
    this.log.info({ tenantId, ...vouched }, 'a sign-in by an identity provider was refused');
    if (vouched.is === 'nobody') throw failed();
    const detail = { wrong: 'subject', address: client.address };
    await this.trail.recordFor(tenantId, { action: 'sign_in_refused', objectType: 'users', objectId: vouched.user.id, detail });
    throw new AppError('conflict', TAKEN);
  }

  private async vouched(signIn: string, query: string, { address }: Client): Promise<Vouched & { tenantId: string }> {
    const begun = await this.states.take(signIn);
    const provider = begun && (await this.door.providerOf(begun.tenant));
    // another one since: what the first one says is of no account
    if (!provider || provider.id !== begun.providerId) throw new Error('There is no such sign-in, or its provider was replaced.');
    const { tenantId } = provider;
    const claims = await this.oidc.complete(provider, begun, query);
    return { tenantId, ...(await tenantContext.forTenant(tenantId, () => this.people.find(provider, claims, address))) };
  }
}

const TAKEN =
  'Somebody else of the identity provider signs in as the user of this e-mail address: an administrator can end that ' +
  '(DELETE /v1/users/{id}/identity-links).';

function personOf(tenantId: string, { user }: Extract<Vouched, { is: 'user' }>): Person {
  return { kind: 'user', id: user.id, name: user.email, tenantId };
}

function failed(): AppError {
  return new AppError('unauthenticated', 'Signing in by the identity provider failed: begin anew.');
}
