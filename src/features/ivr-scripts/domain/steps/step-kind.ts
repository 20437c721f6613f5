import type { JsonCursor } from '../../../../platform/json/json-cursor';
import type { Call } from '../call';
import type { Command, Input, Note, Spoken } from '../command';
import type { Prompt } from '../script';

/** A way out of a step. */
export interface Exit {
  name: string;
  to: string;
  /** Whoever does nothing at all may go this way: he must not be led round in circles. */
  silent: boolean;
}

/** What a step names that lies outside of its script. */
export interface Mentions {
  prompts?: readonly Prompt[];
  queues?: readonly string[];
  calendars?: readonly string[];
  segments?: readonly string[];
  agents?: readonly string[];
  scripts?: readonly string[];
  /** Variables that it reads, besides those in its prompts, and those that it sets. */
  reads?: readonly string[];
  sets?: readonly string[];
  /** Of those that it sets, what is kept nowhere; of those that it reads, what it writes down. */
  masks?: readonly string[];
  keeps?: readonly string[];
}

/** How it goes on: out of the step by an exit, with a command that is waited for, or out of the script. */
export type Move =
  | { kind: 'go'; exit: string }
  | { kind: 'wait'; command: Command }
  | { kind: 'call'; script: string }
  | { kind: 'return' }
  | { kind: 'end'; command: Command }
  /** By the script's fallback. */
  | { kind: 'fail' };

export interface Turn {
  call: Call;
  move: Move;
  notes?: readonly Note[];
}

/** All that there is to know of one kind of step. */
export interface StepKind<S extends { type: string }> {
  type: S['type'];
  /** The step's own fields; `type` and `title` are everybody's. */
  read(at: JsonCursor): S;
  exits(step: S): Exit[];
  mentions(step: S): Mentions;
  enter(step: S, call: Call): Turn;
  /** What came of the command that it waited for. */
  take(step: S, call: Call, input: Input): Turn;
}

export function go(call: Call, exit: string): Turn {
  return { call, move: { kind: 'go', exit } };
}

export function wait(call: Call, command: Command): Turn {
  return { call, move: { kind: 'wait', command } };
}

export function fail(call: Call): Turn {
  return { call, move: { kind: 'fail' } };
}

/** The call ends, after its last words. */
export function hangUp(call: Call, spoken: Spoken[] = []): Turn {
  return { call, move: { kind: 'end', command: { kind: 'hang-up', spoken, language: call.language } } };
}

/** An exit that a script may leave out: it falls back then. */
export function optionalExit(name: string, to: string | undefined, silent = true): Exit[] {
  return to === undefined ? [] : [{ name, to, silent }];
}
