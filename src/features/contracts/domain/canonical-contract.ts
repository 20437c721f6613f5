type Document = Record<string, unknown>;

/** What stands first in a contract, in an item, and in a tier; the rest follows by the alphabet. */
const FIRST = ['bill_to', 'payment_days', 'tax', 'commitment', 'items', 'kind', 'code', 'name', 'name_zh', 'meter', 'model', 'up_to', 'up_to_percent', 'below', 'from'];

/** The same document with its fields in one order, as a database may keep them in any other. Lists stay as they are. */
export function canonicalContract(document: object): object {
  return ordered(document) as object;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value as Document).sort(([a], [b]) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, ordered(field)]));
}

function placeOf(name: string): number {
  const place = FIRST.indexOf(name);
  return place === -1 ? FIRST.length : place;
}
