import { Injectable } from '@nestjs/common';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import type { Tenant } from './tenant.entity';
import { TenantsRepository } from './tenants.repository';

/** The narrow questions that other features may ask. */
@Injectable()
export class TenantsReader {
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
}
