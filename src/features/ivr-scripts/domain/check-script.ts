import { variablesOf } from './render-prompts';
import { GIVEN_VARIABLES, type Prompt, type Script } from './script';
import { kindOf, type Step } from './steps/registry';
import type { Exit } from './steps/step-kind';

type Names = Pick<ReadonlySet<string>, 'has'>;

/** What the tenant has; a script may mention nothing else. */
export interface Known {
  sounds: Names;
  queues: Names;
  calendars: Names;
  segments: Names;
  agents: Names;
  /** Published scripts, with the scripts that each calls. */
  scripts: ReadonlyMap<string, readonly string[]>;
}

/** An `error` bars a script from being published; a `warning` does not. */
export interface Finding {
  severity: 'error' | 'warning';
  /** Null for what concerns the whole script. */
  step: string | null;
  code: (typeof FINDINGS)[number];
  /** The name that is meant: of a step, a queue, a sound. */
  name: string | null;
}

export const FINDINGS = [
  'no-such-start', 'no-such-step', 'unreachable', 'silent-loop', 'no-such-queue', 'no-such-sound', 'no-such-calendar',
  'no-such-segment', 'no-such-agent', 'no-such-script', 'calls-itself', 'never-set', 'keeps-masked',
] as const;

/**
 * What is wrong with a script that can be read. Of one without an error holds: every exit leads to a step, whoever does
 * nothing comes to an end or into a queue, and all that it names is there.
 */
export function checkScript(name: string, script: Script, known: Known): Finding[] {
  return [...checkStart(script), ...checkExits(script), ...checkReach(script), ...checkSilence(script), ...checkMentions(name, script, known)];
}

function checkStart({ start, steps }: Script): Finding[] {
  return steps.has(start) ? [] : [error('no-such-start', null, start)];
}

function checkExits({ steps }: Script): Finding[] {
  return [...steps].flatMap(([name, step]) =>
    unique(exitsOf(step).map(({ to }) => to).filter((to) => !steps.has(to))).map((to) => error('no-such-step', name, to)),
  );
}

function checkReach(script: Script): Finding[] {
  const reached = new Set<string>();
  const open = [script.start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const step = script.steps.get(name);
    if (!step || reached.has(name)) continue;
    reached.add(name);
    open.push(...exitsOf(step).map(({ to }) => to));
  }
  return [...script.steps.keys()].filter((name) => !reached.has(name)).map((name) => warning('unreachable', name, null));
}

/** A round of silent exits is one in which a caller who has put the phone aside would be led for ever. */
function checkSilence({ steps }: Script): Finding[] {
  const state = new Map<string, 'open' | 'done'>();
  const found: Finding[] = [];
  const visit = (name: string): void => {
    if (state.has(name)) {
      if (state.get(name) === 'open') found.push(error('silent-loop', name, null));
      return;
    }
    const step = steps.get(name);
    if (!step) return;
    state.set(name, 'open');
    for (const { to, silent } of exitsOf(step)) if (silent) visit(to);
    state.set(name, 'done');
  };
  for (const name of steps.keys()) visit(name);
  return found;
}

function checkMentions(own: string, script: Script, known: Known): Finding[] {
  const set = new Set<string>([...GIVEN_VARIABLES, ...[...script.steps.values()].flatMap((step) => kindOf(step).mentions(step).sets ?? [])]);
  const masked = new Set([...script.steps.values()].flatMap((step) => kindOf(step).mentions(step).masks ?? []));
  const fallback = known.queues.has(script.fallback) ? [] : [error('no-such-queue', null, script.fallback)];
  return [...fallback, ...[...script.steps].flatMap(([name, step]) => [...checkMentionsOf(own, name, step, known, set), ...checkKept(name, step, masked)])];
}

function checkMentionsOf(own: string, name: string, step: Step, known: Known, set: ReadonlySet<string>): Finding[] {
  const { prompts = [], queues = [], calendars = [], segments = [], agents = [], scripts = [], reads = [] } = kindOf(step).mentions(step);
  const missing = (code: Finding['code'], names: readonly string[], of: { has(name: string): boolean }) =>
    unique(names.filter((each) => !of.has(each))).map((each) => error(code, name, each));
  return [
    ...missing('no-such-sound', prompts.flatMap((prompt) => ('sound' in prompt ? [prompt.sound] : [])), known.sounds),
    ...missing('no-such-queue', queues, known.queues),
    ...missing('no-such-calendar', calendars, known.calendars),
    ...missing('no-such-segment', segments, known.segments),
    ...missing('no-such-agent', agents, known.agents),
    ...scripts.flatMap((script) => checkCall(own, name, script, known)),
    ...unique([...reads, ...prompts.flatMap(spokenVariables)].filter((each) => !set.has(each))).map((each) => warning('never-set', name, each)),
  ];
}

/** What a caller typed in confidence is written down nowhere. */
function checkKept(name: string, step: Step, masked: ReadonlySet<string>): Finding[] {
  const { keeps = [] } = kindOf(step).mentions(step);
  return unique(keeps.filter((each) => masked.has(each))).map((each) => error('keeps-masked', name, each));
}

function checkCall(own: string, step: string, script: string, { scripts }: Known): Finding[] {
  if (script === own || reaches(script, own, scripts, new Set())) return [error('calls-itself', step, script)];
  return scripts.has(script) ? [] : [error('no-such-script', step, script)];
}

function reaches(from: string, to: string, scripts: Known['scripts'], seen: Set<string>): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  const called = scripts.get(from) ?? [];
  return called.includes(to) || called.some((each) => reaches(each, to, scripts, seen));
}

function spokenVariables(prompt: Prompt): string[] {
  return 'sound' in prompt ? [] : Object.values(prompt.text).flatMap(variablesOf);
}

function exitsOf(step: Step): Exit[] {
  return kindOf(step).exits(step);
}

function error(code: Finding['code'], step: string | null, name: string | null): Finding {
  return { severity: 'error', step, code, name };
}

function warning(code: Finding['code'], step: string | null, name: string | null): Finding {
  return { severity: 'warning', step, code, name };
}

function unique(names: string[]): string[] {
  return [...new Set(names)];
}
