import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { AppError } from '../../platform/errors/app-error';
import { Configuration } from '../../platform/tenancy/configuration';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { canonicalOrder } from './domain/canonical-order';
import { refuseLasting } from './domain/lasting-fields';
import { TenantParts } from './domain/tenant-part';
import { type Plan, planTenant } from './domain/tenant-plan';
import type { Locale, TenantSpec } from './domain/tenant-spec';
import { withKept } from './domain/with-kept';
import { PlatformLeasesRepository } from './platform-leases.repository';
import type { Tenant } from './tenant.entity';
import { TenantsRepository } from './tenants.repository';

/** Makes the database what a tenant's file says, and says what it is. */
@Injectable()
export class TenantFilesService {
  constructor(
    private readonly tenants: TenantsRepository,
    private readonly leases: PlatformLeasesRepository,
    private readonly parts: TenantParts,
    private readonly database: ProviderDatabase,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  /**
   * What `apply` would do.
   * @throws AppError number_taken; conflict for another tenant's domain, or for another domain or currency than before
   */
  plan(desired: TenantSpec): Promise<Plan> {
    return this.database.transaction(async () => {
      const tenant = await this.tenants.findBySlug(desired.tenant);
      const current = tenant && !tenant.removedAt ? await this.readParts(tenant) : null;
      const wish = withKept(current, desired);
      await this.check(tenant, current, wish);
      return planTenant(current, wish);
    });
  }

  /**
   * All or nothing; applying the same file twice changes nothing.
   * @throws AppError number_taken; conflict for another tenant's domain, or for another domain or currency than before
   */
  async apply(desired: TenantSpec): Promise<Plan> {
    const { plan, tenantId } = await this.database.transaction(async () => {
      const tenant = await this.tenants.lockBySlug(desired.tenant);
      const current = tenant && !tenant.removedAt ? await this.readParts(tenant) : null;
      const wish = withKept(current, desired);
      const plan = planTenant(current, wish);
      if (plan.changes.length === 0) return { plan, tenantId: null };
      return { plan, tenantId: await this.write(tenant, current, wish) };
    });
    if (tenantId) await this.configuration.announce(tenantId);
    return plan;
  }

  /** Ends everything that the tenant leased; its calls and invoices stay. */
  async remove(slug: string): Promise<Plan> {
    const { plan, tenantId } = await this.database.transaction(async () => {
      const tenant = await this.tenants.lockBySlug(slug);
      if (!tenant || tenant.removedAt) throw AppError.notFound();
      const current = await this.readParts(tenant);
      await this.removeParts(tenant.id, current, null);
      const now = this.clock.now();
      await tenantContext.forTenant(tenant.id, () => this.leases.end(now));
      await this.tenants.update(tenant.id, { removedAt: now });
      return { plan: planTenant(current, null), tenantId: tenant.id };
    });
    await this.configuration.announce(tenantId);
    return plan;
  }

  /** The tenant as its file would say it; null when there is none. */
  async read(slug: string): Promise<TenantSpec | null> {
    const tenant = await this.tenants.findBySlug(slug);
    return tenant && !tenant.removedAt ? this.readParts(tenant) : null;
  }

  private async write(tenant: Tenant | null, current: TenantSpec | null, desired: TenantSpec): Promise<string> {
    await this.check(tenant, current, desired);
    const row = rowOf(desired);
    const tenantId = tenant?.id ?? newId('tenant');
    const now = this.clock.now();
    if (tenant) await this.tenants.update(tenantId, { ...row, removedAt: null });
    else await this.tenants.insert({ ...row, id: tenantId, slug: desired.tenant, createdAt: now, removedAt: null });
    if (!current) await tenantContext.forTenant(tenantId, () => this.leases.begin(now));
    await tenantContext.forTenant(tenantId, () =>
      this.configuration.change(async () => {
        for (const part of this.parts.inOrder()) await part.write(current, desired);
      }),
    );
    if (current) await this.removeParts(tenantId, current, desired);
    return tenantId;
  }

  private async removeParts(tenantId: string, current: TenantSpec, desired: TenantSpec | null): Promise<void> {
    await tenantContext.forTenant(tenantId, () =>
      this.configuration.change(async () => {
        for (const part of [...this.parts.inOrder()].reverse()) await part.remove(current, desired);
      }),
    );
  }

  private async readParts(tenant: Tenant): Promise<TenantSpec> {
    return tenantContext.forTenant(tenant.id, async () => {
      const read: Partial<TenantSpec>[] = [];
      for (const part of this.parts.inOrder()) read.push(await part.read());
      return canonicalOrder(Object.assign(headOf(tenant), ...read) as TenantSpec);
    });
  }

  /** Refuses what belongs to another tenant, and what this one must keep. */
  private async check(tenant: Tenant | null, current: TenantSpec | null, desired: TenantSpec): Promise<void> {
    for (const part of this.parts.inOrder()) await part.check?.(current, desired);
    if (tenant) refuseLasting(tenant, desired);
    const owner = await this.tenants.findByDomain(desired.domain);
    if (owner && owner.id !== tenant?.id) {
      throw new AppError('conflict', `The SIP domain ${desired.domain} belongs to another tenant.`);
    }
  }
}

function rowOf(spec: TenantSpec) {
  return {
    name: spec.name,
    domain: spec.domain,
    timezone: spec.timezone,
    currency: spec.currency,
    locale: spec.locale,
    concurrentCalls: spec.quotas.concurrentCalls,
    seatLimit: spec.quotas.seats,
    requestsPerSecond: spec.quotas.requestsPerSecond,
  };
}

function headOf(tenant: Tenant): Partial<TenantSpec> {
  return {
    tenant: tenant.slug,
    name: tenant.name,
    domain: tenant.domain,
    timezone: tenant.timezone,
    currency: tenant.currency,
    locale: tenant.locale as Locale,
    quotas: { concurrentCalls: tenant.concurrentCalls, seats: tenant.seatLimit, requestsPerSecond: tenant.requestsPerSecond },
  };
}
