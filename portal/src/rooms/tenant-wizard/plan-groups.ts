import type { Schemas } from '../../api/types';

type Change = Schemas['PlanChangeDto'];
export type Kind = Change['kind'];

/** Neighbours of a plan that differ by their number alone, as one line. */
export interface PlanLine {
  kind: Kind;
  /** `3001..3130`, `hotline`, or empty for what there is one of. */
  name: string;
  count: number;
  details: string;
}

export interface PlanGroup {
  section: string;
  counts: Record<Kind, number>;
  lines: PlanLine[];
}

interface Entry {
  kind: Kind;
  /** The queue that a place in a queue belongs to, with its slash. */
  owner: string;
  name: string;
  details: string;
}

/** A plan by the sections of the file, each with its counts. */
export function planGroups(changes: readonly Change[]): PlanGroup[] {
  const sections = [...new Set(changes.map(({ section }) => section))];
  return sections.map((section) => {
    const own = changes.filter((change) => change.section === section);
    return { section, counts: countsOf(own), lines: linesOf(own.map(entryOf)) };
  });
}

export function countsOf(changes: readonly Change[]): Record<Kind, number> {
  const count = (kind: Kind) => changes.filter((change) => change.kind === kind).length;
  return { add: count('add'), change: count('change'), remove: count('remove') };
}

function entryOf(change: Change): Entry {
  const slash = change.section === 'tiers' ? change.key.indexOf('/') + 1 : 0;
  const [owner, name] = [change.key.slice(0, slash), change.key.slice(slash)];
  const details = detailsOf(change);
  return { kind: change.kind, owner, name, details: /^\d+$/.test(name) ? details.replaceAll(name, '{number}') : details };
}

function detailsOf({ kind, field, before, after }: Change): string {
  if (kind === 'change') return `${field}: ${shown(before)} → ${shown(after)}`;
  return Object.entries((after ?? before) as Record<string, unknown>)
    // places count on from agent to agent, and would keep every line apart
    .filter(([name, value]) => value !== null && value !== '' && name !== 'position')
    .map(([name, value]) => `${name}: ${shown(value)}`)
    .join(', ');
}

function shown(value: unknown): string {
  return value === null || value === undefined ? '–' : String(value);
}

function linesOf(entries: readonly Entry[]): PlanLine[] {
  const runs: Entry[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last && goesOn(last.at(-1)!, entry)) last.push(entry);
    else runs.push([entry]);
  }
  return runs.map((run) => {
    const [first, last] = [run[0]!, run.at(-1)!];
    const name = run.length > 1 ? `${first.name}..${last.name}` : first.name;
    const details = run.length > 1 ? first.details : first.details.replaceAll('{number}', first.name);
    return { kind: first.kind, name: first.owner + name, count: run.length, details };
  });
}

function goesOn(before: Entry, next: Entry): boolean {
  const follows = /^\d+$/.test(before.name) && before.name.length === next.name.length && Number(next.name) === Number(before.name) + 1;
  return follows && before.kind === next.kind && before.owner === next.owner && before.details === next.details;
}
