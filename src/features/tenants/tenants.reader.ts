import { Injectable } from '@nestjs/common';
import type { RequestPlan, RequestPlans } from '../../platform/limits/request-plans';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { PlatformLeasesRepository } from './platform-leases.repository';
import type { Tenant } from './tenant.entity';
import { TenantsRepository } from './tenants.repository';

/** When a tenant was one: from an instant up to, not including, another; null while it goes on. */
export interface PlatformLeaseSpan {
  leasedFrom: Date;
  leasedUntil: Date | null;
}

/** The narrow questions that other features may ask. */
@Injectable()
export class TenantsReader implements RequestPlans {
  private readonly ids = new Map<string, string>();

  constructor(
    private readonly tenants: TenantsRepository,
    private readonly leases: PlatformLeasesRepository,
  ) {}

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
    const tenant = await this.tenants.lockCurrent();
    if (!tenant) throw new Error(`The tenant ${tenantContext.tenantId()} does not exist.`);
    return tenant;
  }

  async planOf(tenantId: string): Promise<RequestPlan> {
    const tenant = await this.tenants.find(tenantId);
    return { perSecond: tenant?.requestsPerSecond ?? null, seats: tenant?.seatLimit ?? 0 };
  }

  /** When, within a stretch of time, the tenant was one; oldest first, for the bill. */
  platformLeasesWithin(start: Date, end: Date): Promise<PlatformLeaseSpan[]> {
    return this.leases.within(start, end);
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

  /** The tenant of a SIP domain, also one removed: a tenant keeps its domain for good, so what was found once holds. */
  async idOfDomain(domain: string): Promise<string | null> {
    const known = this.ids.get(domain);
    if (known !== undefined) return known;
    const tenant = await this.tenants.findByDomain(domain);
    if (!tenant) return null;
    this.ids.set(domain, tenant.id);
    return tenant.id;
  }
}
