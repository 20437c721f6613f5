import { type Call, newCall } from './call';
import type { Command, Input } from './command';
import { MOST_DEPTH, type Program, type Script } from './script';
import { kindOf, type Step } from './steps/registry';
import type { Turn } from './steps/step-kind';

/** A script that is under way, and the step at which it is. */
export interface Frame {
  script: string;
  at: string;
}

/** All that the engine knows of a call between two inputs: it is a value, and may be kept anywhere. */
export interface CallState {
  /** The number's own script first; then those that called each other. Empty once the fallback has the caller. */
  frames: readonly Frame[];
  call: Call;
  /** The steps that were entered, as `script/step`, the first ones first: the caller's path. */
  path: readonly string[];
  ended: boolean;
}

export interface Stepped {
  state: CallState;
  /** What is to be done, in this order. The last one is waited for, unless the call has ended. */
  commands: readonly Command[];
}

/** More steps than this no caller is led through: then the fallback takes him. */
export const MOST_ENTERED = 200;

/** Before the first input. */
export function newState({ name, scripts }: Program, language: Call['language'], variables: Record<string, string>): CallState {
  const start = scripts.get(name)?.start ?? '';
  return { frames: [{ script: name, at: start }], call: newCall(language, variables), path: [], ended: false };
}

/**
 * One move of a call through its script: what came of the last command leads to the next one. Total: whatever the
 * state and the input, there is an answer, and no more than MOST_ENTERED steps are entered in a call.
 */
export function step(program: Program, state: CallState, input: Input): Stepped {
  if (state.ended) return { state, commands: [] };
  if (input.kind === 'hung-up') return { state: { ...state, ended: true }, commands: [] };
  const frame = state.frames.at(-1);
  // out of the fallback's queue there is nowhere to go
  if (!frame) return ending(state, hangUp(state.call));
  if (input.kind === 'begin') return enter(program, state);
  const present = stepAt(program, frame);
  if (!present) return fallBack(program, state);
  return follow(program, state, kindOf(present).take(present, state.call, input));
}

/** Begins the step at which the state is. */
function enter(program: Program, state: CallState): Stepped {
  const frame = state.frames.at(-1);
  const entered = frame && stepAt(program, frame);
  if (!frame || !entered || state.path.length >= MOST_ENTERED) return fallBack(program, state);
  const there = { ...state, call: { ...state.call, tries: 0 }, path: [...state.path, `${frame.script}/${frame.at}`] };
  return follow(program, there, kindOf(entered).enter(entered, there.call));
}

function follow(program: Program, before: CallState, { call, move, notes = [] }: Turn): Stepped {
  const state = { ...before, call };
  const next = (): Stepped => {
    switch (move.kind) {
      case 'wait':
        return { state, commands: [move.command] };
      case 'end':
        return ending(state, move.command);
      case 'go':
        return leave(program, state, move.exit);
      case 'call':
        return callScript(program, state, move.script);
      case 'return':
        return comeBack(program, state);
      case 'fail':
        return fallBack(program, state);
    }
  };
  const { state: after, commands } = next();
  return { state: after, commands: [...notes, ...commands] };
}

function leave(program: Program, state: CallState, exit: string): Stepped {
  const frame = state.frames.at(-1);
  const left = frame && stepAt(program, frame);
  const to = left && kindOf(left).exits(left).find(({ name }) => name === exit)?.to;
  if (!frame || to === undefined) return fallBack(program, state);
  return enter(program, { ...state, frames: [...state.frames.slice(0, -1), { ...frame, at: to }] });
}

function callScript(program: Program, state: CallState, name: string): Stepped {
  const script = program.scripts.get(name);
  if (!script || state.frames.length >= MOST_DEPTH) return fallBack(program, state);
  return enter(program, { ...state, frames: [...state.frames, { script: name, at: script.start }] });
}

function comeBack(program: Program, state: CallState): Stepped {
  const frames = state.frames.slice(0, -1);
  if (frames.length === 0) return ending(state, hangUp(state.call));
  return leave(program, { ...state, frames }, 'next');
}

/** Once, to the queue of the number's own script: whoever comes back from there has been through all that there is. */
function fallBack(program: Program, state: CallState): Stepped {
  const script: Script | undefined = program.scripts.get(program.name);
  if (!script) return ending(state, hangUp(state.call));
  const command: Command = { kind: 'queue', queue: script.fallback, priority: state.call.priority, exitKeys: '', language: state.call.language };
  return { state: { ...state, frames: [] }, commands: [command] };
}

function ending(state: CallState, command: Command): Stepped {
  return { state: { ...state, ended: true }, commands: [command] };
}

function hangUp({ language }: Call): Command {
  return { kind: 'hang-up', spoken: [], language };
}

function stepAt({ scripts }: Program, { script, at }: Frame): Step | undefined {
  return scripts.get(script)?.steps.get(at);
}
