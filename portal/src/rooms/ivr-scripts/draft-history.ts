import type { ScriptDocument } from './document';

/** What is drawn now, with what can be undone and done again. */
export interface DraftHistory<D = unknown> {
  past: readonly D[];
  present: D;
  future: readonly D[];
  /** What the last change was about: one text typed letter by letter is one change. */
  about: string | null;
}

/** So many steps back are kept. */
const MOST_UNDONE = 200;

export function begun<D>(present: D): DraftHistory<D> {
  return { past: [], present, future: [], about: null };
}

/** @param about what is changed, where changes of it that follow each other are to be undone together */
export function changed<D>({ past, present, about: before }: DraftHistory<D>, next: D, about: string | null = null): DraftHistory<D> {
  const isMore = about !== null && about === before;
  return { past: isMore ? past : [...past, present].slice(-MOST_UNDONE), present: next, future: [], about };
}

export function undone<D>({ past, present, future, ...rest }: DraftHistory<D>): DraftHistory<D> {
  const last = past.at(-1);
  return last === undefined ? { past, present, future, ...rest } : { past: past.slice(0, -1), present: last, future: [present, ...future], about: null };
}

export function redone<D>({ past, present, future, ...rest }: DraftHistory<D>): DraftHistory<D> {
  const [next] = future;
  return next === undefined ? { past, present, future, ...rest } : { past: [...past, present], present: next, future: future.slice(1), about: null };
}

/** The steps in which two documents differ. */
export function stepsApart(a: ScriptDocument | null, b: ScriptDocument | null): string[] {
  const names = [...new Set([...Object.keys(a?.steps ?? {}), ...Object.keys(b?.steps ?? {})])];
  return names.filter((name) => JSON.stringify(a?.steps[name]) !== JSON.stringify(b?.steps[name]));
}
