import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { IsolationLevel } from 'typeorm/driver/types/IsolationLevel.js';
import { AuditChains } from '../audit/audit-chains';
import { auditRuleOf } from '../audit/audited';
import { AuditedProviderTable } from '../audit/audited-provider-table';
import { tenantContext } from '../tenancy/tenant-context';
import { openTransaction } from './open-transaction';
import type { ProviderOwned } from './provider-owned';
import { ProviderTable, type Rows } from './provider-table';

export const PROVIDER = 'provider';

/** The provider's data source: finance, account managers, jobs over all tenants, the switch's look-ups. */
@Injectable()
export class ProviderDatabase {
  constructor(
    @InjectDataSource(PROVIDER) private readonly source: DataSource,
    private readonly chains: AuditChains,
  ) {}

  /** Joins the provider's own transaction; one of a tenant is not the provider's, and sees that tenant alone. */
  manager(): EntityManager {
    return this.openManager() ?? this.source.manager;
  }

  /** One of the provider's own tables; what becomes of the rows of an audited one stands in the provider's chain. */
  table<E extends ProviderOwned>(entity: new () => E): Rows<E> {
    const rule = auditRuleOf(entity);
    if (!rule) return new ProviderTable(entity, this.manager());
    return new AuditedProviderTable(entity, this.manager(), rule, (work) => this.transaction(() => work(this.manager())));
  }

  /** All or nothing; repositories of tenants' tables join it too, each bound to the tenant that is set. */
  transaction<T>(work: () => Promise<T>, isolation?: IsolationLevel): Promise<T> {
    if (this.openManager()) return work();
    return openTransaction(this.source, this.chains, work, isolation);
  }

  sql<T>(statement: string, parameters: unknown[] = []): Promise<T[]> {
    return this.manager().query(statement, parameters);
  }

  private openManager(): EntityManager | undefined {
    const { manager } = tenantContext.current();
    return manager?.dataSource === this.source ? manager : undefined;
  }
}
