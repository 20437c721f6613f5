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
