type Row = Readonly<Record<string, unknown>>;

/** What one change did: only the fields that differ, as they were and as they are. */
export interface Change {
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/** Stands for a value that nobody may read back. */
export const HIDDEN = '(hidden)';

/** What is named so is a credential or its digest, in whatever table it stands. */
const SECRET = /hash|secret|password|token|digest|cipher|recovery/i;

/**
 * The difference that a change made; null where it made none.
 * @param before null for a row that is new
 * @param after null for a row that went
 * @param ignored columns whose change is no event
 */
export function changeOf(before: Row | null, after: Row | null, ignored: readonly string[] = []): Change | null {
  return flatChangeOf(before && flat(before), after && flat(after), ignored);
}

function flatChangeOf(before: Row | null, after: Row | null, ignored: readonly string[]): Change | null {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
    .filter((name) => name !== 'tenantId' && name !== 'id' && !ignored.includes(name))
    .filter((name) => textOf(before?.[name]) !== textOf(after?.[name]));
  if (names.length === 0 && before && after) return null;
  const shown = (row: Row) => Object.fromEntries(names.map((name) => [name, valueOf(name, row[name])]));
  return { ...(before && { before: shown(before) }), ...(after && { after: shown(after) }) };
}

/** Settings that a row keeps together are told one by one: `settings.maxWaitTime`. */
function flat(row: Row): Row {
  const fields = Object.entries(row).flatMap(([name, value]): [string, unknown][] =>
    isGroup(value) ? Object.entries(value).map(([inner, each]) => [`${name}.${inner}`, each]) : [[name, value]],
  );
  return Object.fromEntries(fields);
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function valueOf(name: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (SECRET.test(name) || Buffer.isBuffer(value)) return HIDDEN;
  return typeof value === 'bigint' ? String(value) : value;
}

function textOf(value: unknown): string {
  return JSON.stringify(value ?? null, (_name, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner));
}
