import type { EntityManager, FindOptionsWhere } from 'typeorm';
import type { ProviderOwned } from '../database/provider-owned';
import { ProviderTable } from '../database/provider-table';
import { PROVIDER_CHAIN } from './audit-draft';
import type { AuditRule } from './audited';
import type { Transaction } from './audited-table';
import { removeNoted, updateNoted } from './noted-changes';
import { RowNotes } from './row-notes';

/** A table of the provider's each change of which stands in the provider's own chain, from the same transaction. */
export class AuditedProviderTable<E extends ProviderOwned> extends ProviderTable<E> {
  constructor(
    entity: new () => E,
    manager: EntityManager,
    private readonly rule: AuditRule,
    private readonly transaction: Transaction,
  ) {
    super(entity, manager);
  }

  override insert(rows: E | E[]): Promise<void> {
    return this.within(async (table, notes) => {
      await table.insert(rows);
      for (const row of [rows].flat()) notes.created(row as E);
    });
  }

  override update(where: FindOptionsWhere<E>, patch: Partial<E>): Promise<number> {
    return this.within((table, notes) => updateNoted(table, notes, where, patch));
  }

  override remove(where: FindOptionsWhere<E>): Promise<number> {
    return this.within((table, notes) => removeNoted(table, notes, where));
  }

  private within<T>(work: (table: ProviderTable<E>, notes: RowNotes) => Promise<T>): Promise<T> {
    return this.transaction((manager) =>
      work(new ProviderTable(this.entity, manager), new RowNotes(manager, this.entity, PROVIDER_CHAIN, this.rule)),
    );
  }
}
