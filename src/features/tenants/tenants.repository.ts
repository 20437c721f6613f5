import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { Tenant } from './tenant.entity';

/** The only place that writes tenants: the provider's table. */
@Injectable()
export class TenantsRepository {
  constructor(private readonly database: ProviderDatabase) {}

  all(): Promise<Tenant[]> {
    return this.database.manager().find(Tenant, { where: { removedAt: IsNull() }, order: { slug: 'ASC' } });
  }

  find(id: string): Promise<Tenant | null> {
    return this.database.manager().findOne(Tenant, { where: { id, removedAt: IsNull() } });
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

  async insert(tenant: Tenant): Promise<void> {
    await this.database.manager().insert(Tenant, tenant);
  }

  async update(id: string, patch: Partial<Omit<Tenant, 'id' | 'slug'>>): Promise<void> {
    await this.database.manager().update(Tenant, { id }, patch);
  }
}
