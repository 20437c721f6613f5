import type { EntityManager, ObjectLiteral } from 'typeorm';
import { noteInTransaction } from './audit-draft';
import type { AuditRule } from './audited';
import { changeOf } from './domain/change-of';

interface Row {
  id: string;
}

/** Notes what becomes of an entity's rows, in the transaction that is open. */
export class RowNotes {
  private readonly columns: string[];
  private readonly objectType: string;

  /** @param chain in which it is noted: a tenant's, by its id, or the provider's */
  constructor(
    manager: EntityManager,
    entity: new () => object,
    private readonly chain: string,
    private readonly rule: AuditRule,
  ) {
    const { columns, tableName } = manager.dataSource.getMetadata(entity);
    this.columns = columns.map(({ propertyName }) => propertyName);
    this.objectType = tableName;
  }

  created(row: Row): void {
    this.note('created', row.id, null, row);
  }

  /** @param patch as it was written; what the database computes is left out */
  changed(row: Row, patch: object): void {
    const written = Object.entries(patch).filter(([, value]) => typeof value !== 'function');
    this.note('changed', row.id, this.pick(row), { ...this.pick(row), ...Object.fromEntries(written) });
  }

  removed(row: Row): void {
    this.note('removed', row.id, this.pick(row), null);
  }

  private note(action: string, objectId: string, before: ObjectLiteral | null, after: ObjectLiteral | null): void {
    const detail = changeOf(before, after, this.rule.ignored);
    if (detail) noteInTransaction(this.chain, { action, objectType: this.objectType, objectId, detail });
  }

  private pick(row: ObjectLiteral): ObjectLiteral {
    return Object.fromEntries(this.columns.map((name) => [name, row[name]]));
  }
}
