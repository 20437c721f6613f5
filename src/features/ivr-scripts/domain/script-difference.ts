export const CHANGES = ['added', 'removed', 'changed'] as const;

/** One place in which two documents differ. */
export interface ChangedPlace {
  /** Null for what concerns the whole script. */
  step: string | null;
  change: (typeof CHANGES)[number];
  /** A JSON pointer into the step; empty for all of it. */
  pointer: string;
  before: unknown;
  after: unknown;
}

type Document = Record<string, unknown>;

/** What was done to `before` to make `after` of it, step by step. Where steps are drawn is no difference. */
export function differenceOf(before: object, after: object): ChangedPlace[] {
  const { steps: old = {}, layout: _, ...oldHead } = before as Document;
  const { steps: now = {}, layout: __, ...newHead } = after as Document;
  return [...compare(null, '', oldHead, newHead), ...compareSteps(old as Document, now as Document)];
}

function compareSteps(before: Document, after: Document): ChangedPlace[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => compare(name, '', valueOf(before, name), valueOf(after, name)));
}

function compare(step: string | null, pointer: string, before: unknown, after: unknown): ChangedPlace[] {
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => compare(step, `${pointer}/${key}`, valueOf(before, key), valueOf(after, key)));
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return [{ step, change, pointer, before: before ?? null, after: after ?? null }];
}

function valueOf(document: Document, key: string): unknown {
  return Object.hasOwn(document, key) ? document[key] : undefined;
}

function isObject(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
