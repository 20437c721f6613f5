import { follows, rangeText, stretches } from './number-range';
import { defaultOf, TENANT_SECTIONS, type FieldValue } from './tenant-fields';
import type { Change, Plan } from './tenant-plan';

/** A line to print: the owner of the entry (a queue, for tiers), its number or name, and the rest. */
interface Line {
  kind: Change['kind'];
  owner: string;
  name: string;
  details: string;
  /** The details with the entry's number taken out: neighbours that agree in it print as one range. */
  pattern: string;
  /** Of a tier that comes or goes; null for everything else. */
  position: number | null;
}

type Run = [Line, ...Line[]];

const SIGNS = { add: '+', remove: '-', change: '~' } as const;
const COLOURS = { add: '\u001b[32m', remove: '\u001b[31m', change: '\u001b[33m' } as const;
const RESET = '\u001b[0m';

/** The plan like a diff, grouped by section, with a summary as its last line; entries in a row print as a range. */
export function renderPlan(plan: Plan, { colours = false } = {}): string {
  if (plan.changes.length === 0) return `tenant ${plan.tenant}: no changes\n`;
  const lines = TENANT_SECTIONS.flatMap((section) => {
    const changes = plan.changes.filter((change) => change.section === section);
    return changes.length > 0 ? [section, ...renderSection(changes, colours), ''] : [];
  });
  return [...lines, summary(plan), ''].join('\n');
}

function renderSection(changes: readonly Change[], colours: boolean): string[] {
  const entries = stretches(changes, (a, b) => a.kind === 'change' && b.kind === 'change' && a.key === b.key);
  const samePosition = stretches(entries.map(toLine), (a, b) => continues(a, b) && a.position === b.position);
  const runs = stretches(samePosition, nextPosition).map((joined) => joined.flat() as Run);
  return runs.map((run) => {
    const text = `${SIGNS[run[0].kind]} ${describe(run)}`;
    return colours ? `  ${COLOURS[run[0].kind]}${text}${RESET}` : `  ${text}`;
  });
}

function toLine(entry: readonly [Change, ...Change[]]): Line {
  const [change] = entry;
  const [owner = '', name = ''] = change.section === 'tiers' ? change.key.split('/') : ['', change.key];
  const details = entry.map(detailsOf).join(', ');
  const pattern = /^\d+$/.test(name) ? details.replaceAll(name, '{number}') : details;
  return { kind: change.kind, owner, name, details, pattern, position: positionOf(change) };
}

function detailsOf(change: Change): string {
  if (change.kind === 'change') return `${change.field}: ${show(change.before)} → ${show(change.after)}`;
  const fields = Object.entries(change.after ?? change.before).filter(
    ([field, value]) => value !== null && value !== defaultOf(change.section, field) && field !== 'position',
  );
  return fields.map(([field, value]) => `${field} ${show(value)}`).join(', ');
}

function positionOf(change: Change): number | null {
  if (change.kind === 'change') return null;
  const position = (change.after ?? change.before)['position'];
  return typeof position === 'number' ? position : null;
}

function continues(a: Line, b: Line): boolean {
  return a.kind === b.kind && a.owner === b.owner && follows(a.name, b.name) && a.pattern === b.pattern;
}

function nextPosition(a: Run, b: Run): boolean {
  const [from] = a;
  const [to] = b;
  if (a.length > 1 || b.length > 1 || from.position === null || to.position === null) return false;
  return continues(from, to) && to.position === from.position + 1;
}

function describe(run: Run): string {
  const [first] = run;
  const last = run.at(-1)!;
  const name = run.length > 1 ? `${rangeText(first.name, last.name)} (${run.length})` : first.name;
  const details = run.length > 1 ? first.pattern : first.details;
  const position = first.position === null ? '' : `position ${rangeText(`${first.position}`, `${last.position}`)}`;
  return [first.owner, name, [details, position].filter(Boolean).join(', ')].filter(Boolean).join('  ');
}

function show(value: FieldValue): string {
  return value === null ? 'none' : JSON.stringify(value);
}

function summary({ tenant, changes }: Plan): string {
  const count = (kind: Change['kind']): number => changes.filter((change) => change.kind === kind).length;
  return `tenant ${tenant}: ${count('add')} to add, ${count('change')} to change, ${count('remove')} to remove`;
}
