import type { ObjectLiteral } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { TenantOwned } from '../database/tenant-owned';
import { type EntityClass, TenantTable, type Where } from '../database/tenant-table';
import { noteInTransaction } from './audit-draft';
import type { AuditRule } from './audited';
import { changeOf } from './domain/change-of';

/** How to run work in a transaction, and the manager that it then has. */
export type Transaction = <T>(work: (manager: EntityManager) => Promise<T>) => Promise<T>;

/** A tenant's table each change of which stands in the audit log, from the same transaction. */
export class AuditedTable<E extends TenantOwned> extends TenantTable<E> {
  constructor(
    entity: EntityClass<E>,
    manager: EntityManager,
    tenantId: string,
    private readonly rule: AuditRule,
    private readonly transaction: Transaction,
  ) {
    super(entity, manager, tenantId);
  }

  override insert(rows: Omit<E, 'tenantId'> | Omit<E, 'tenantId'>[]): Promise<void> {
    return this.within(async (table) => {
      await table.insert(rows);
      for (const row of Array.isArray(rows) ? rows : [rows]) this.note('created', null, row);
    });
  }

  override update(where: Where<E>, patch: Partial<Omit<E, 'tenantId' | 'id'>>): Promise<number> {
    return this.within(async (table, columns) => {
      const before = await table.lock(where);
      if (before.length === 0) return 0;
      const matched = await table.update(where, patch);
      const after = Object.fromEntries(Object.entries(patch).filter(([, value]) => typeof value !== 'function'));
      for (const row of before) this.note('changed', pick(row, columns), { ...pick(row, columns), ...after });
      return matched;
    });
  }

  override remove(where: Where<E>): Promise<number> {
    return this.within(async (table, columns) => {
      const before = await table.lock(where);
      if (before.length === 0) return 0;
      const removed = await table.remove(where);
      for (const row of before) this.note('removed', pick(row, columns), null);
      return removed;
    });
  }

  private within<T>(work: (table: TenantTable<E>, columns: string[]) => Promise<T>): Promise<T> {
    return this.transaction((manager) => {
      const columns = manager.dataSource.getMetadata(this.entity).columns.map(({ propertyName }) => propertyName);
      return work(new TenantTable(this.entity, manager, this.tenantId), columns);
    });
  }

  private note(action: string, before: ObjectLiteral | null, after: ObjectLiteral | null): void {
    const detail = changeOf(before, after, this.rule.ignored);
    if (!detail) return;
    const objectType = this.manager.dataSource.getMetadata(this.entity).tableName;
    const { id } = (after ?? before) as TenantOwned;
    noteInTransaction(this.tenantId, { action, objectType, objectId: id, detail });
  }
}

function pick(row: object, columns: string[]): ObjectLiteral {
  return Object.fromEntries(columns.map((name) => [name, (row as ObjectLiteral)[name]]));
}
