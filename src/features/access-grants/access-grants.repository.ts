import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { findPage } from '../../platform/database/find-page';
import { ProviderDatabase } from '../../platform/database/provider-database';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { AccessGrant } from './access-grant.entity';

/** The only place that writes grants. Tenants' work can end one and make none. */
@Injectable()
export class AccessGrantsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly provider: ProviderDatabase,
  ) {}

  page(request: PageRequest): Promise<Page<AccessGrant>> {
    return this.database.table(AccessGrant).page(request);
  }

  inForce(staffId: string, now: Date, request: PageRequest): Promise<Page<AccessGrant>> {
    const where = { staffId, endedAt: IsNull(), expiresAt: MoreThan(now) };
    return findPage(this.provider.manager(), AccessGrant, request, [where]);
  }

  find(id: string): Promise<AccessGrant | null> {
    return this.database.table(AccessGrant).findOne({ id });
  }

  insert(grant: Omit<AccessGrant, 'tenantId'>): Promise<void> {
    return this.provider.transaction(() => this.database.table(AccessGrant).insert(grant));
  }

  /** The first end stands. */
  async end(id: string, endedAt: Date, endedBy: string): Promise<void> {
    await this.database.table(AccessGrant).update({ id, endedAt: IsNull() }, { endedAt, endedBy });
  }
}
