import { exitFieldsOf } from './kinds';

/** A step as the document has it; `type` says which fields it may have. */
export type StepDocument = { type: string; title?: string } & Record<string, unknown>;

/** A script as it is drawn. What is in it besides is the server's to judge. */
export interface ScriptDocument {
  start: string;
  fallback: string;
  steps: Record<string, StepDocument>;
  /** Where steps were put by hand. */
  layout?: Record<string, Place>;
}

export interface Place {
  x: number;
  y: number;
}

/** Where something stands within a step. */
export type Path = readonly (string | number)[];

/** A way out of a step. */
export interface Exit {
  /** The path with slashes: `options/1`. */
  id: string;
  path: Path;
  /** Null while it leads nowhere. */
  to: string | null;
  /** It may be left out: the call ends or falls back there. */
  isOptional: boolean;
}

export const STEP_NAME = /^[a-z][a-z0-9_-]{0,39}$/;

/** Null where it cannot be drawn: only as text it can be mended then. */
export function drawable(document: unknown): ScriptDocument | null {
  if (!isObject(document) || !isObject(document['steps'])) return null;
  const { steps, layout } = document;
  if (!Object.values(steps).every((step) => isObject(step) && typeof step['type'] === 'string')) return null;
  const places = isObject(layout) && Object.values(layout).every((place) => isObject(place) && typeof place['x'] === 'number' && typeof place['y'] === 'number');
  if (layout !== undefined && !places) return null;
  return document as unknown as ScriptDocument;
}

/** The exits of a step in the order in which they are drawn. */
export function exitsOf(step: StepDocument): Exit[] {
  return exitFieldsOf(step.type).flatMap((field): Exit[] => {
    const value = step[field.name];
    switch (field.edit) {
      case 'exit':
        return [exitAt([field.name], value, field.optional)];
      case 'keys':
        return isObject(value) ? Object.entries(value).map(([key, to]) => exitAt([field.name, key], to)) : [];
      case 'branches':
        return Array.isArray(value) ? value.map((branch: unknown, index) => exitAt([field.name, index, 'next'], valueAt(branch, ['next']))) : [];
    }
  });
}

function exitAt(path: Path, to: unknown, isOptional = false): Exit {
  return { id: path.join('/'), path, to: typeof to === 'string' && to !== '' ? to : null, isOptional };
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[key] : undefined), value);
}

/** A copy with another value at a place; undefined takes it out. */
export function withValue<T>(value: T, path: Path, next: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return next as T;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === key ? withValue(item, rest, next) : item)) as T;
  const object: Record<string, unknown> = isObject(value) ? value : {};
  const changed: Record<string, unknown> = { ...object, [key]: withValue(object[key], rest, next) };
  if (changed[key] === undefined) delete changed[key];
  return changed as T;
}

export function withStep(document: ScriptDocument, name: string, step: StepDocument): ScriptDocument {
  return { ...document, steps: { ...document.steps, [name]: step } };
}

/** Leads an exit to a step, or nowhere. */
export function withExit(document: ScriptDocument, name: string, exit: Path, to: string | null): ScriptDocument {
  const step = document.steps[name];
  // within maps and lists the exit stays, and waits for its step
  return step ? withStep(document, name, withValue(step, exit, to ?? (exit.length > 1 ? null : undefined))) : document;
}

/** Takes a step out. The exits that led to it lead nowhere then: whoever draws has to say where instead. */
export function withoutStep(document: ScriptDocument, name: string): ScriptDocument {
  const { [name]: _, ...steps } = document.steps;
  const { [name]: __, ...layout } = document.layout ?? {};
  const rest = { ...document, steps, ...(document.layout && { layout }) };
  return redirected(rest, name, null);
}

/** The same step under another name, wherever it is named. */
export function renamed(document: ScriptDocument, from: string, to: string): ScriptDocument {
  const under = <T>(all: Record<string, T>): Record<string, T> => Object.fromEntries(Object.entries(all).map(([name, value]) => [name === from ? to : name, value]));
  const named = { ...document, steps: under(document.steps), ...(document.layout && { layout: under(document.layout) }) };
  return { ...redirected(named, from, to), start: document.start === from ? to : document.start };
}

function redirected(document: ScriptDocument, from: string, to: string | null): ScriptDocument {
  return Object.entries(document.steps).reduce(
    (sum, [name, step]) => exitsOf(step).filter((exit) => exit.to === from).reduce((each, exit) => withExit(each, name, exit.path, to), sum),
    document,
  );
}

/** `menu`, `menu-2`, `menu-3` … @param wished a step's name */
export function freeName({ steps }: ScriptDocument, wished: string): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wished : `${wished}-${count}`;
    if (!Object.hasOwn(steps, name)) return name;
  }
}

export interface After {
  step: string;
  exit: Path;
}

/**
 * A new step, led to by an exit where one is given; what that exit led to so far follows the new step.
 * @param place where it is drawn, in a script whose steps were put by hand
 */
export function withNewStep(document: ScriptDocument, name: string, step: StepDocument, after?: After, place?: Place): ScriptDocument {
  const before = after && exitsOf(document.steps[after.step] ?? step).find(({ id }) => id === after.exit.join('/'))?.to;
  const [first] = exitsOf(step);
  const linked = before && first ? withValue(step, first.path, before) : step;
  const added = { ...withStep(document, name, linked), ...(place && { layout: { ...document.layout, [name]: place } }) };
  const begun = Object.hasOwn(document.steps, document.start) ? added : { ...added, start: name };
  return after ? withExit(begun, after.step, after.exit, name) : begun;
}

/** The variables that its steps set. */
export function variablesOf({ steps }: ScriptDocument): string[] {
  const set = Object.values(steps).flatMap((step) => {
    switch (step.type) {
      case 'collect':
        return [step['into']];
      case 'look_up':
        return Object.keys(isObject(step['keep']) ? step['keep'] : {});
      case 'set':
        return Object.keys(isObject(step['values']) ? step['values'] : {});
      case 'survey':
        return [`survey_${String(step['question'] ?? '').replaceAll('-', '_')}`];
      default:
        return [];
    }
  });
  return [...new Set([...GIVEN, ...set.filter((name): name is string => typeof name === 'string' && name !== '')])];
}

/** What every call knows from its beginning. */
const GIVEN = ['caller_number', 'called_number', 'customer_id', 'segment'];

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
