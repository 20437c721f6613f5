import {
  entriesOf,
  TENANT_SECTIONS,
  type Fields,
  type FieldValue,
  type TenantEntry,
  type TenantSection,
} from './tenant-fields';
import type { TenantSpec } from './tenant-spec';

/** One step from the current to the desired tenant. `key` is the entry's natural key, `path` its place in the file. */
export type Change =
  | { kind: 'add'; section: TenantSection; path: string; key: string; before: null; after: Fields }
  | { kind: 'remove'; section: TenantSection; path: string; key: string; before: Fields; after: null }
  | {
      kind: 'change';
      section: TenantSection;
      /** The entry's path and the field, e.g. `queues[care].max_wait_time`. */
      path: string;
      key: string;
      field: string;
      before: FieldValue;
      after: FieldValue;
    };

export interface Plan {
  tenant: string;
  changes: Change[];
}

/**
 * The difference between two states of one tenant (the same slug); null is "no such tenant". Entries are matched by
 * natural key, so the order of lists means nothing. Equal states give a plan without changes.
 */
export function planTenant(current: TenantSpec | null, desired: TenantSpec | null): Plan {
  const before = byPath(current);
  const after = byPath(desired);
  const changes = [
    ...[...before.values()].flatMap((entry) => (after.has(entry.path) ? [] : [removed(entry)])),
    ...[...after.values()].flatMap((entry) => {
      const old = before.get(entry.path);
      return old ? changedFields(old, entry) : [added(entry)];
    }),
  ];
  const order = (change: Change): number => TENANT_SECTIONS.indexOf(change.section);
  return { tenant: (desired ?? current)?.tenant ?? '', changes: changes.sort((a, b) => order(a) - order(b)) };
}

function byPath(spec: TenantSpec | null): Map<string, TenantEntry> {
  return new Map((spec ? entriesOf(spec) : []).map((entry) => [entry.path, entry]));
}

function added({ section, path, key, fields }: TenantEntry): Change {
  return { kind: 'add', section, path, key, before: null, after: fields };
}

function removed({ section, path, key, fields }: TenantEntry): Change {
  return { kind: 'remove', section, path, key, before: fields, after: null };
}

function changedFields(old: TenantEntry, { section, path, key, fields }: TenantEntry): Change[] {
  return [...new Set([...Object.keys(old.fields), ...Object.keys(fields)])].flatMap((field) => {
    const [before, after] = [old.fields[field] ?? null, fields[field] ?? null];
    return before === after
      ? []
      : [{ kind: 'change', section, path: `${path}.${field}`, key, field, before, after } satisfies Change];
  });
}
