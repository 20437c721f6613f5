import { readScript } from './read-script';
import type { Script } from './script';
import { kindOf } from './steps/registry';

type Document = Record<string, unknown>;

/** What stands first in a step, and what stands last: where it leads. */
const FIRST = ['type', 'title', 'prompts', 'invalid', 'when', 'not'];
const LAST = /^(options|keys|branches|next|else|after|on_.*)$/;

/**
 * The same document in the order in which a caller gets to its steps, as a database may keep it in any other. What is no
 * script stays as it is.
 */
export function canonicalDocument(document: object): object {
  const reading = readScript(document);
  if (!reading.ok) return document;
  const { start, fallback, steps, layout } = document as Document;
  const named = stepsInOrder(reading.script).map((name) => [name, ordered((steps as Document)[name])]);
  return { start, fallback, steps: Object.fromEntries(named), ...(isObject(layout) && { layout: ordered(layout) }) };
}

/** Those that are nearest to the start first; those that nobody gets to at the end. */
function stepsInOrder({ start, steps }: Script): string[] {
  const reached = new Set([start]);
  for (const name of reached) {
    const step = steps.get(name);
    if (step) kindOf(step).exits(step).forEach(({ to }) => reached.add(to));
  }
  return [...[...reached].filter((name) => steps.has(name)), ...[...steps.keys()].filter((name) => !reached.has(name)).sort()];
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isObject(value)) return value;
  const names = Object.keys(value).sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
  return Object.fromEntries(names.map((name) => [name, ordered(value[name])]));
}

function placeOf(name: string): number {
  if (FIRST.includes(name)) return FIRST.indexOf(name);
  return FIRST.length + (LAST.test(name) ? 1 : 0);
}

function isObject(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
