import { Injectable } from '@nestjs/common';
import { ProviderDatabase } from '../database/provider-database';
import { tenantContext } from '../tenancy/tenant-context';
import { TenantDatabase } from '../database/tenant-database';
import { type AuditEvent, noteInTransaction, PROVIDER_CHAIN } from './audit-draft';

/** For what is no change of an audited row: something was looked at, somebody signed in, the provider changed something. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly tenants: TenantDatabase,
    private readonly provider: ProviderDatabase,
  ) {}

  /** In the chain of the tenant that is set. */
  async record(event: AuditEvent): Promise<void> {
    await this.tenants.transaction(async () => noteInTransaction(tenantContext.tenantId(), event));
  }

  /** In a tenant's chain, from work that is the provider's. */
  async recordFor(tenantId: string, event: AuditEvent): Promise<void> {
    await this.provider.transaction(async () => noteInTransaction(tenantId, event));
  }

  /** In the provider's own chain. */
  async recordForProvider(event: AuditEvent): Promise<void> {
    await this.recordFor(PROVIDER_CHAIN, event);
  }
}
