import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { KeptSecrets } from '../../platform/encryption/kept-secrets';
import { AppError } from '../../platform/errors/app-error';
import { SignInRights } from '../users/domain/sign-in-rights';
import type { SetIdentityProviderDto } from './identity-provider.dto';
import type { IdentityProvider } from './identity-provider.entity';
import { IdentityProvidersRepository } from './identity-providers.repository';
import { OidcClient } from './oidc-client';
import { placeOf } from './sign-in-secrets';

/** A tenant's own identity provider. */
@Injectable()
export class IdentityProvidersService {
  constructor(
    private readonly providers: IdentityProvidersRepository,
    private readonly oidc: OidcClient,
    private readonly rights: SignInRights,
    private readonly secrets: KeptSecrets,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  async get(): Promise<IdentityProvider> {
    const provider = await this.providers.find();
    if (!provider) throw AppError.notFound();
    return provider;
  }

  /**
   * Takes the place of whatever there was. Whoever says who vouches for the users can be any of them.
   * @throws AppError forbidden; invalid_request where the issuer does not describe itself
   */
  async set(asker: Principal, { clientSecret, createUsers = null, ...body }: SetIdentityProviderDto): Promise<IdentityProvider> {
    await this.rights.requireOver('tenant_admin', asker);
    const id = newId('identityProvider');
    const sealed = this.secrets.seal(placeOf('identity_providers', id), clientSecret);
    const provider = { ...body, createUsers, id, clientSecret: sealed, version: 1, createdAt: this.clock.now() };
    await this.requireDescription(provider);
    return this.database.transaction(async () => {
      await this.providers.remove();
      await this.providers.insert(provider);
      return this.get();
    });
  }

  async remove(): Promise<void> {
    if ((await this.providers.remove()) === 0) throw AppError.notFound();
  }

  private async requireDescription(provider: Omit<IdentityProvider, 'tenantId'>): Promise<void> {
    try {
      await this.oidc.discover(provider);
    } catch {
      // what went wrong would tell of hosts that only we can reach
      throw AppError.invalid('/issuer', 'must be a public https address that answers with its OpenID configuration');
    }
  }
}
