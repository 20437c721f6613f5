import type { EntityManager } from 'typeorm';
import type { TenantOwned } from '../database/tenant-owned';
import { type EntityClass, TenantTable, type Where } from '../database/tenant-table';
import type { AuditRule } from './audited';
import { removeNoted, updateNoted } from './noted-changes';
import { RowNotes } from './row-notes';

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
    return this.within(async (table, notes) => {
      await table.insert(rows);
      for (const row of Array.isArray(rows) ? rows : [rows]) notes.created(row as unknown as E);
    });
  }

  override update(where: Where<E>, patch: Partial<Omit<E, 'tenantId' | 'id'>>): Promise<number> {
    return this.within((table, notes) => updateNoted(table, notes, where, patch));
  }

  override remove(where: Where<E>): Promise<number> {
    return this.within((table, notes) => removeNoted(table, notes, where));
  }

  private within<T>(work: (table: TenantTable<E>, notes: RowNotes) => Promise<T>): Promise<T> {
    return this.transaction((manager) =>
      work(new TenantTable(this.entity, manager, this.tenantId), new RowNotes(manager, this.entity, this.tenantId, this.rule)),
    );
  }
}
