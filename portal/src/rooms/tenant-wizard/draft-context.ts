import { createContext, useContext } from 'react';
import type { FileProblem } from './checked-file';
import { type Place, valueAt } from './draft-text';

/** The file as the form's fields see it. */
export interface DraftView {
  values: unknown;
  problems: readonly FileProblem[];
  /** The tenant exists: what it keeps for good cannot be changed. */
  isChange: boolean;
  /** Undefined takes the setting out. */
  set: (place: Place, value: unknown) => void;
  add: (list: Place, item: unknown) => void;
  rename: (map: Place, from: string, to: string) => void;
}

export const DraftContext = createContext<DraftView | null>(null);

export function useDraftView(): DraftView {
  const view = useContext(DraftContext);
  if (!view) throw new Error('A field of the wizard stands outside of its form.');
  return view;
}

/** What stands at a place, and what is wrong with just that. */
export function useField(place: Place) {
  const { values, problems, set } = useDraftView();
  const path = pathOf(place);
  const own = problems.filter((problem) => problem.path === path);
  return {
    value: valueAt(values, place),
    set: (value: unknown) => set(place, value),
    help: own.length > 0 ? own.map(({ rule }) => rule).join('; ') : undefined,
    path,
  };
}

/** A place as the checker writes it: `queues[2].strategy`. */
export function pathOf(place: Place): string {
  return place.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`;
    const name = /^[\w-]{1,40}$/.test(step) ? step : JSON.stringify(step);
    return path === '' ? name : `${path}.${name}`;
  }, '');
}

/** The list at a place; empty where there is none. */
export function useList(place: Place): unknown[] {
  const value = valueAt(useDraftView().values, place);
  return Array.isArray(value) ? value : [];
}
