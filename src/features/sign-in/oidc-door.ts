import { Injectable } from '@nestjs/common';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { TenantsReader } from '../tenants/tenants.reader';
import type { IdentityProvider } from './identity-provider.entity';
import { IdentityProvidersRepository } from './identity-providers.repository';

/** Finds a tenant's provider before anybody is signed in. */
@Injectable()
export class OidcDoor {
  constructor(
    private readonly tenants: TenantsReader,
    private readonly providers: IdentityProvidersRepository,
  ) {}

  async providerOf(slug: string): Promise<IdentityProvider | null> {
    const tenant = await this.tenants.named(slug);
    if (!tenant || tenant.removedAt || tenant.slug !== slug) return null;
    return tenantContext.forTenant(tenant.id, () => this.providers.find());
  }
}
