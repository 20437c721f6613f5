type EntityClass = abstract new (...args: never[]) => object;

/** How changes of an entity's rows stand in the audit log. */
export interface AuditRule {
  /** Columns whose change is no event: a version that counts, a time of last use. */
  ignored: readonly string[];
}

const rules = new Map<EntityClass, AuditRule | null>();

/** Every change of such a row stands in its tenant's audit log, in the transaction of the change. */
export function Audited(...ignored: string[]): ClassDecorator {
  return (entity) => void rules.set(entity as unknown as EntityClass, { ignored: ['version', ...ignored] });
}

/** Rows that no person changes, or that stand in the log as part of another object; say why. */
export function NotAudited(_why: string): ClassDecorator {
  return (entity) => void rules.set(entity as unknown as EntityClass, null);
}

/** Null where changes are not audited, undefined where nobody has decided. */
export function auditRuleOf(entity: EntityClass): AuditRule | null | undefined {
  return rules.get(entity);
}
