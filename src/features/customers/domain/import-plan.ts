import type { FieldProblem } from '../../../platform/errors/app-error';
import { isSame, type KnownCustomer, CUSTOMER_DEFAULTS, mergedWith, type WantedCustomer } from './customer';
import type { ImportProblem } from './import-columns';
import type { ImportRow } from './import-row';
import { type Attribute, MOST_ATTRIBUTES } from './personal-facts';

/** What is there, of what some lines name. */
export interface Present {
  /** By external id. */
  customers: ReadonlyMap<string, KnownCustomer>;
  /** Segments' ids by name. */
  segments: ReadonlyMap<string, string>;
  /** The ids of the customers whom numbers belong to. */
  owners: ReadonlyMap<string, string>;
}

export type PlannedRow =
  | { kind: 'create'; line: number; wanted: WantedCustomer }
  | { kind: 'change'; line: number; before: KnownCustomer; wanted: WantedCustomer; fields: string[] }
  | { kind: 'unchanged'; line: number }
  | { kind: 'refused'; problems: ImportProblem[] };

/** What each line of a file would do to what is there; a refused one stops no other. */
export function planRows(rows: readonly ImportRow[], present: Present): PlannedRow[] {
  return rows.map((row) => planRow(row, present));
}

function planRow(row: ImportRow, { customers, segments, owners }: Present): PlannedRow {
  const { line, externalId } = row;
  const before = customers.get(externalId);
  const segmentId = row.segment === undefined || row.segment === null ? row.segment : segments.get(row.segment);
  const problems: ImportProblem[] = [];
  if (row.segment && segmentId === undefined) problems.push({ line, column: 'segment', rule: 'must be a segment of this tenant' });
  const taken = (row.numbers ?? []).some((number) => owners.has(number) && owners.get(number) !== before?.id);
  if (taken) problems.push({ line, column: 'numbers', rule: 'belongs to another customer' });
  const { name, numbers, language } = row;
  const attributes = mergedAttributes(before?.attributes ?? [], row.attributes);
  if (attributes.length > MOST_ATTRIBUTES) problems.push({ line, column: null, rule: 'must not be more than 20 attributes' });
  const merging = mergedWith(before ?? CUSTOMER_DEFAULTS, { externalId, name, numbers, language, segmentId, attributes });
  if (!merging.ok) problems.push(...merging.problems.map((problem) => problemOf(line, problem)));
  if (!merging.ok || problems.length > 0) return { kind: 'refused', problems };
  const wanted = merging.customer;
  if (!before) return { kind: 'create', line, wanted };
  if (isSame(before, wanted)) return { kind: 'unchanged', line };
  return { kind: 'change', line, before, wanted, fields: changedFields(before, wanted) };
}

/** Those that the file has columns for are as it says, the others as they were. */
function mergedAttributes(before: readonly Attribute[], said: readonly Attribute[]): Attribute[] {
  const kept = before.map((attribute) => said.find(({ name }) => name === attribute.name) ?? attribute);
  const added = said.filter(({ name }) => !before.some((attribute) => attribute.name === name));
  return [...kept, ...added].filter(({ value }) => value !== '');
}

/** By the file's names of columns. */
function changedFields(before: KnownCustomer, wanted: WantedCustomer): string[] {
  const named = { name: 'name', numbers: 'numbers', segmentId: 'segment', language: 'language', attributes: 'attributes' } as const;
  return Object.entries(named).flatMap(([field, name]) => {
    const key = field as keyof typeof named;
    return JSON.stringify(before[key]) === JSON.stringify(wanted[key]) ? [] : [name];
  });
}

function problemOf(line: number, { pointer, rule }: FieldProblem): ImportProblem {
  return { line, column: pointer.split('/')[1] ?? null, rule };
}
