import type { TenantSpec } from './tenant-spec';

/** What changed in a list of named entries. */
export interface ListChange<T> {
  added: T[];
  /** Entries that exist in both states and differ, as they shall be. */
  changed: T[];
  removed: T[];
}

/**
 * One feature's share of a tenant's file: it reads its own tables into the spec and writes the difference back.
 * Both run for the tenant that is set, inside the transaction that is open.
 */
export interface TenantPart {
  /** Parts are written in this order and removed from in the opposite one: whoever is pointed at comes first. */
  readonly order: number;
  read(): Promise<Partial<TenantSpec>>;
  /** Throws an AppError for what the database knows against it, before anything is written; `plan` asks too. */
  check?(current: TenantSpec | null, desired: TenantSpec): Promise<void>;
  /** Adds and changes. */
  write(current: TenantSpec | null, desired: TenantSpec): Promise<void>;
  /** Removes what is no longer wanted; `desired` is null when the whole tenant goes. */
  remove(current: TenantSpec, desired: TenantSpec | null): Promise<void>;
}

/** The parts that make up a tenant; each feature adds its own at start. */
export class TenantParts {
  private readonly parts: TenantPart[] = [];

  add(part: TenantPart): void {
    this.parts.push(part);
    this.parts.sort((a, b) => a.order - b.order);
  }

  inOrder(): readonly TenantPart[] {
    return this.parts;
  }
}

/** The difference between two lists, entries matched by their natural key. */
export function changeOf<T>(current: readonly T[], desired: readonly T[], keyOf: (entry: T) => string): ListChange<T> {
  const before = new Map(current.map((entry) => [keyOf(entry), entry]));
  const after = new Set(desired.map(keyOf));
  return {
    added: desired.filter((entry) => !before.has(keyOf(entry))),
    changed: desired.filter((entry) => {
      const old = before.get(keyOf(entry));
      return old !== undefined && JSON.stringify(old) !== JSON.stringify(entry);
    }),
    removed: current.filter((entry) => !after.has(keyOf(entry))),
  };
}

/** The name under which an id is known, or null. */
export function nameOf(idsByName: ReadonlyMap<string, string>, id: string | null): string | null {
  for (const [name, known] of idsByName) if (known === id) return name;
  return null;
}
