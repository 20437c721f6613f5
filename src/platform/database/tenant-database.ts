import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { IsolationLevel } from 'typeorm/driver/types/IsolationLevel.js';
import { retryDeadlock } from './retry-deadlock';
import { tenantContext } from '../tenancy/tenant-context';
import type { TenantOwned } from './tenant-owned';
import { type EntityClass, TenantTable } from './tenant-table';

/** The tenants' data source. Features reach their tables through it and in no other way. */
@Injectable()
export class TenantDatabase {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @throws NoTenantError when no tenant is set. */
  table<E extends TenantOwned>(entity: EntityClass<E>): TenantTable<E> {
    return new TenantTable(entity, this.manager(), tenantContext.tenantId());
  }

  /** All or nothing; work that already runs in a transaction joins it. */
  transaction<T>(work: () => Promise<T>, isolation?: IsolationLevel): Promise<T> {
    if (tenantContext.current().manager) return work();
    const run = (manager: EntityManager) => tenantContext.withManager(manager, work);
    return retryDeadlock(() => (isolation ? this.source.transaction(isolation, run) : this.source.transaction(run)));
  }

  /** For the SQL files of reports and screens; they must name the tenant themselves. */
  sql<T>(statement: string, parameters: unknown[] = []): Promise<T[]> {
    return this.manager().query(statement, parameters);
  }

  private manager(): EntityManager {
    return tenantContext.current().manager ?? this.source.manager;
  }
}
