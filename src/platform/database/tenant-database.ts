import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PoolConnection } from 'mysql2';
import type { DataSource, EntityManager, FindOptionsWhere } from 'typeorm';
import type { IsolationLevel } from 'typeorm/driver/types/IsolationLevel.js';
import { AuditChains } from '../audit/audit-chains';
import { auditRuleOf } from '../audit/audited';
import { AuditedTable } from '../audit/audited-table';
import { POOL_SIZE } from './connection-options';
import { PROVIDER } from './provider-database';
import { tenantContext } from '../tenancy/tenant-context';
import { openTransaction } from './open-transaction';
import { StickyConnections } from './sticky-connections';
import type { TenantOwned } from './tenant-owned';
import { type EntityClass, TenantTable } from './tenant-table';

/** The tenants' data source. Features reach their tables through it and in no other way. */
@Injectable()
export class TenantDatabase {
  private readonly tickets = new Map<string, Promise<string>>();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @InjectDataSource(PROVIDER) private readonly provider: DataSource,
    private readonly chains: AuditChains,
  ) {
    const driver = source.driver as unknown as { obtainMasterConnection(): Promise<PoolConnection> };
    const open = driver.obtainMasterConnection.bind(driver);
    const connections = new StickyConnections(POOL_SIZE, open, (tenantId, fresh) => this.ticketOf(tenantId, fresh));
    driver.obtainMasterConnection = () => connections.obtain();
  }

  /** @throws NoTenantError when no tenant is set. */
  table<E extends TenantOwned>(entity: EntityClass<E>): TenantTable<E> {
    const [manager, tenantId, rule] = [this.manager(), tenantContext.tenantId(), auditRuleOf(entity)];
    if (!rule) return new TenantTable(entity, manager, tenantId);
    return new AuditedTable(entity, manager, tenantId, rule, (work) => this.transaction(() => work(this.manager())));
  }

  /** All or nothing; work that already runs in a transaction joins it. */
  transaction<T>(work: () => Promise<T>, isolation?: IsolationLevel): Promise<T> {
    if (tenantContext.current().manager) return work();
    return openTransaction(this.source, this.chains, work, isolation);
  }

  /** The tenant's own row in the provider's table of tenants, and its lock until the open transaction ends. */
  lockSelf<E extends { id: string }>(tenants: EntityClass<E>): Promise<E | null> {
    const where = { id: tenantContext.tenantId() } as FindOptionsWhere<E>;
    return this.manager().findOne(tenants, { where, lock: { mode: 'pessimistic_write' } });
  }

  /** For the SQL files of reports and screens; they must name the tenant themselves. */
  sql<T>(statement: string, parameters: unknown[] = []): Promise<T[]> {
    return this.manager().query(statement, parameters);
  }

  /** What a connection shows to the database to be let in to a tenant's rows; it lasts. */
  private ticketOf(tenantId: string, fresh: boolean): Promise<string> {
    const known = this.tickets.get(tenantId);
    if (known && !fresh) return known;
    const asked = this.provider.query<{ ticket: string }[]>('SELECT tenant_ticket(?) AS ticket', [tenantId]);
    const ticket = asked.then((rows) => rows[0]?.ticket ?? '');
    ticket.catch(() => this.tickets.delete(tenantId));
    this.tickets.set(tenantId, ticket);
    return ticket;
  }

  private manager(): EntityManager {
    return tenantContext.current().manager ?? this.source.manager;
  }
}
