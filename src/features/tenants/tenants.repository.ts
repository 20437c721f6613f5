import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { noteInTransaction } from '../../platform/audit/audit-draft';
import { changeOf } from '../../platform/audit/domain/change-of';
import { findPage } from '../../platform/database/find-page';
import { mayBeId } from '../../platform/database/ids';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { Tenant } from './tenant.entity';

/** The only place that writes tenants: the provider's table. */
@Injectable()
export class TenantsRepository {
  constructor(
    private readonly database: ProviderDatabase,
    private readonly tenants: TenantDatabase,
  ) {}

  all(): Promise<Tenant[]> {
    return this.database.manager().find(Tenant, { where: { removedAt: IsNull() }, order: { slug: 'ASC' } });
  }

  page(request: PageRequest, slug?: string): Promise<Page<Tenant>> {
    const where = { removedAt: IsNull(), ...(slug !== undefined && { slug }) };
    return findPage(this.database.manager(), Tenant, request, [where]);
  }

  find(id: string): Promise<Tenant | null> {
    return this.database.manager().findOne(Tenant, { where: { id, removedAt: IsNull() } });
  }

  /** Also those that were removed. */
  everyone(): Promise<Tenant[]> {
    return this.database.manager().find(Tenant, { order: { slug: 'ASC' } });
  }

  /** Also one that was removed. */
  async findByIdOrSlug(name: string): Promise<Tenant | null> {
    if (!mayBeId(name)) return null;
    return this.database.manager().findOne(Tenant, { where: [{ id: name }, { slug: name }] });
  }

  /** Reads the tenant that is set, also one that was removed, and holds its lock. */
  lockCurrent(): Promise<Tenant | null> {
    return this.tenants.lockSelf(Tenant);
  }

  /** Also one that was removed: its slug stays its own, so that its history does. */
  findBySlug(slug: string): Promise<Tenant | null> {
    return this.database.manager().findOne(Tenant, { where: { slug } });
  }

  findByDomain(domain: string): Promise<Tenant | null> {
    return this.database.manager().findOne(Tenant, { where: { domain } });
  }

  /** Reads the tenant and holds its lock, so that two changes of one tenant follow one another. */
  lockBySlug(slug: string): Promise<Tenant | null> {
    return this.database.manager().findOne(Tenant, { where: { slug }, lock: { mode: 'pessimistic_write' } });
  }

  /** In a transaction, as `update`: the tenant's audit log tells of it. */
  async insert(tenant: Tenant): Promise<void> {
    await this.database.manager().insert(Tenant, tenant);
    this.note('created', null, tenant);
  }

  async update(id: string, patch: Partial<Omit<Tenant, 'id' | 'slug'>>): Promise<void> {
    const tenant = await this.database.manager().findOneByOrFail(Tenant, { id });
    await this.database.manager().update(Tenant, { id }, patch);
    this.note('changed', tenant, { ...tenant, ...patch });
  }

  private note(action: string, before: Tenant | null, after: Tenant): void {
    const detail = changeOf(before && { ...before }, { ...after });
    if (detail) noteInTransaction(after.id, { action, objectType: 'tenants', objectId: after.id, detail });
  }
}
