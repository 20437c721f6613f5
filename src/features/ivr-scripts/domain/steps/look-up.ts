import type { JsonCursor } from '../../../../platform/json/json-cursor';
import { withVariables } from '../call';
import { readPrompts, readSpeakable } from '../read-prompts';
import { renderPrompts, variablesOf } from '../render-prompts';
import type { Call } from '../call';
import { type Prompt, VARIABLE_NAME } from '../script';
import { readNext, readVariable } from './read-step';
import { go, type StepKind, wait } from './step-kind';

/** A question to the client's own systems, while the caller hears the prompts. */
export interface LookUpStep {
  type: 'look_up';
  prompts: Prompt[];
  method: 'GET' | 'POST';
  url: string;
  /** The variables that POST sends. */
  send: string[];
  keep: ReadonlyMap<string, string>;
  timeoutMs: number;
  retries: number;
  next: string;
  onNotFound: string;
  onFailure: string;
}

const URL_FORM = /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?(\/[^\s]*)?$/i;
const PATH = /^[A-Za-z0-9_-]{1,60}(\.[A-Za-z0-9_-]{1,60}){0,5}$/;

export const lookUp: StepKind<LookUpStep> = {
  type: 'look_up',
  read: (at) => ({
    type: 'look_up',
    prompts: readPrompts(at.field('prompts'), 0),
    method: at.field('method').choice(['GET', 'POST'], 'GET'),
    url: readUrl(at.field('url')),
    send: at.field('send').list(0, 20).map(readVariable),
    keep: new Map(
      at.field('keep').entries(20).map(([name, path]) => {
        if (!VARIABLE_NAME.test(name)) path.refuse('must stand under the name of a variable: a-z 0-9 _');
        return [name, path.text({ max: 200, pattern: PATH, rule: 'must be names of fields with dots between them' })];
      }),
    ),
    timeoutMs: at.field('timeout_ms').whole(200, 10_000, 3000),
    retries: at.field('retries').whole(0, 2, 1),
    next: readNext(at.field('next')),
    onNotFound: readNext(at.field('on_not_found')),
    onFailure: readNext(at.field('on_failure')),
  }),
  exits: ({ next, onNotFound, onFailure }) => [
    { name: 'next', to: next, silent: true },
    { name: 'on_not_found', to: onNotFound, silent: true },
    { name: 'on_failure', to: onFailure, silent: true },
  ],
  mentions: ({ prompts, url, send, keep }) => ({ prompts, reads: [...variablesOf(url), ...send], sets: [...keep.keys()] }),
  enter: ({ prompts, method, url, send, keep, timeoutMs, retries }, call) =>
    wait(call, {
      kind: 'look-up', spoken: renderPrompts(prompts, call), language: call.language, method, url: renderUrl(url, call),
      body: Object.fromEntries(send.map((name) => [name, call.variables[name] ?? ''])), timeoutMs, retries, keep: Object.fromEntries(keep),
    }),
  take: (_, call, input) => {
    if (input.kind === 'found') return go(withVariables(call, { ...input.values }), 'next');
    return go(call, input.kind === 'not-found' ? 'on_not_found' : 'on_failure');
  },
};

/** The host is fixed: what a caller types must not choose who is asked. */
function readUrl(at: JsonCursor): string {
  const url = readSpeakable(at);
  if (url !== '' && !URL_FORM.test(url)) at.refuse('must be an http or https address whose host is fixed');
  return url;
}

function renderUrl(url: string, { variables }: Call): string {
  return url.replace(/\{\{\s*([a-z][a-z0-9_]*)[^}]*\}\}/g, (_, name: string) => encodeURIComponent(variables[name] ?? ''));
}
