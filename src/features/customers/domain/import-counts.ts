import type { ImportProblem } from './import-columns';
import type { PlannedRow } from './import-plan';
import type { ImportRow } from './import-row';

export interface ImportCounts {
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
  problems: ImportProblem[];
}

/** What a line would do, as a preview tells it. */
export interface ShownChange {
  line: number;
  externalId: string;
  kind: 'create' | 'change';
  /** What of the customer changes, by the file's names of columns. */
  fields: string[];
}

export const NOTHING_PLANNED: ImportCounts = { created: 0, changed: 0, unchanged: 0, refused: 0, problems: [] };

/** Lines that are worked off together: they hold their locks for some tenths of a second. */
const PORTION = 500;
const MOST_SHOWN = 100;

export function portionsOf(rows: readonly ImportRow[]): ImportRow[][] {
  return Array.from({ length: Math.ceil(rows.length / PORTION) }, (_, nth) => rows.slice(nth * PORTION, (nth + 1) * PORTION));
}

/** Adds up what was planned. @param most problems that are kept */
export function countPlanned(before: ImportCounts, planned: readonly PlannedRow[], most: number): ImportCounts {
  const count = (kind: PlannedRow['kind']): number => planned.filter((row) => row.kind === kind).length;
  const problems = planned.flatMap((row) => (row.kind === 'refused' ? row.problems : []));
  return {
    created: before.created + count('create'),
    changed: before.changed + count('change'),
    unchanged: before.unchanged + count('unchanged'),
    refused: before.refused + count('refused'),
    problems: [...before.problems, ...problems].slice(0, most),
  };
}

/** The first hundred lines that change something. @param shown that many were before */
export function shownChanges(planned: readonly PlannedRow[], rows: readonly ImportRow[], shown: number): ShownChange[] {
  const externalIds = new Map(rows.map(({ line, externalId }) => [line, externalId]));
  const changes = planned.flatMap((row): ShownChange[] => {
    if (row.kind !== 'create' && row.kind !== 'change') return [];
    const { kind, line } = row;
    return [{ line, externalId: externalIds.get(line) ?? '', kind, fields: row.kind === 'change' ? row.fields : [] }];
  });
  return changes.slice(0, MOST_SHOWN - shown);
}
