import { valueAt, valuesOf, withValue } from './draft-text';

/** What makes a tenant another one than the file that it begins from. */
export interface Identity {
  name: string;
  slug: string;
  domain: string;
  /** The numbers instead of the template's, in its order; an empty one leaves the template's. */
  numbers: string[];
}

/** Who a template's tenant is. */
export function identityOf(template: string): Identity {
  const values = valuesOf(template);
  const text = (name: string) => String(valueAt(values, [name]) ?? '');
  return { name: text('name'), slug: text('tenant'), domain: text('domain'), numbers: listOf(values, 'numbers').map((entry) => entry['number'] ?? '') };
}

/** A template's file as another tenant's: its own names and numbers, and its people's addresses at its own domain. */
export function fillTemplate(template: string, { name, slug, domain, numbers }: Identity): string {
  const before = identityOf(template);
  const values = valuesOf(template);
  const moved = (address: string) => address.replace(`@${before.domain}`, `@${domain}`);
  const renumbered = (number: string) => numbers[before.numbers.indexOf(number)] || number;
  const changes: [place: (string | number)[], value: string][] = [
    [['tenant'], slug],
    [['name'], name],
    [['domain'], domain],
    ...fieldsOf(values, 'numbers', 'number', renumbered),
    ...fieldsOf(values, 'seats', 'caller_number', renumbered),
    ...fieldsOf(values, 'users', 'email', moved),
    ...supervisorsOf(values, moved),
    ...fieldsOf(values, 'agents', 'user', moved),
  ];
  return changes.reduce((text, [place, value]) => withValue(text, place, value), template);
}

function fieldsOf(values: unknown, list: string, field: string, change: (text: string) => string) {
  return listOf(values, list).flatMap((entry, index): [(string | number)[], string][] => {
    const text = entry[field];
    return typeof text === 'string' ? [[[list, index, field], change(text)]] : [];
  });
}

function supervisorsOf(values: unknown, change: (text: string) => string) {
  return listOf(values, 'teams').flatMap(({ supervisors }, index) =>
    Array.isArray(supervisors) ? (supervisors as string[]).map((email, nth): [(string | number)[], string] => [['teams', index, 'supervisors', nth], change(email)]) : [],
  );
}

function listOf(values: unknown, name: string): Record<string, string>[] {
  const list = valueAt(values, [name]);
  return Array.isArray(list) ? (list as Record<string, string>[]) : [];
}
