import { Injectable } from '@nestjs/common';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import type { Tenant } from './tenant.entity';
import { TenantsRepository } from './tenants.repository';

/** The narrow questions that other features may ask. */
@Injectable()
export class TenantsReader {
  private readonly ids = new Map<string, string>();

  constructor(private readonly tenants: TenantsRepository) {}

  /** The tenant that the work in progress is for. */
  async current(): Promise<Tenant> {
    const tenant = await this.tenants.find(tenantContext.tenantId());
    if (!tenant) throw new Error(`The tenant ${tenantContext.tenantId()} does not exist.`);
    return tenant;
  }

  /** The tenant that the work in progress is for, even if it was removed: its last calls and bills are still to come. */
  async currentOrRemoved(): Promise<Tenant> {
    const tenant = await this.tenants.findByIdOrSlug(tenantContext.tenantId());
    if (!tenant) throw new Error(`The tenant ${tenantContext.tenantId()} does not exist.`);
    return tenant;
  }

  /** Like `currentOrRemoved`, and holds the tenant's lock: quotas and bills are counted by one writer at a time. */
  async lockCurrent(): Promise<Tenant> {
    const tenant = await this.tenants.lock(tenantContext.tenantId());
    if (!tenant) throw new Error(`The tenant ${tenantContext.tenantId()} does not exist.`);
    return tenant;
  }

  /** A tenant by its id or slug, also one that was removed. */
  named(idOrSlug: string): Promise<Tenant | null> {
    return this.tenants.findByIdOrSlug(idOrSlug);
  }

  /** All tenants that ever were; for the provider's books. */
  everyone(): Promise<Tenant[]> {
    return this.tenants.everyone();
  }

  /** All living tenants; for the provider's jobs. */
  all(): Promise<Tenant[]> {
    return this.tenants.all();
  }

  /** The living tenant of a SIP domain. A domain never moves to another tenant, so what was found once is kept. */
  async idOfDomain(domain: string): Promise<string | null> {
    const known = this.ids.get(domain);
    if (known !== undefined) return known;
    const tenant = await this.tenants.findByDomain(domain);
    if (!tenant) return null;
    this.ids.set(domain, tenant.id);
    return tenant.id;
  }
}
