import { readName, readNext } from './read-step';
import { go, type StepKind } from './step-kind';

/** Another script of the tenant, which comes back by its `return`. */
export interface SubScriptStep {
  type: 'script';
  script: string;
  next: string;
}

export const subScript: StepKind<SubScriptStep> = {
  type: 'script',
  read: (at) => ({ type: 'script', script: readName(at.field('script')), next: readNext(at.field('next')) }),
  exits: ({ next }) => [{ name: 'next', to: next, silent: true }],
  mentions: ({ script }) => ({ scripts: [script] }),
  enter: ({ script }, call) => ({ call, move: { kind: 'call', script } }),
  take: (_, call) => go(call, 'next'),
};

/** Back to the script that called this one; in a number's own script it ends the call. */
export interface ReturnStep {
  type: 'return';
}

export const returning: StepKind<ReturnStep> = {
  type: 'return',
  read: () => ({ type: 'return' }),
  exits: () => [],
  mentions: () => ({}),
  enter: (_, call) => ({ call, move: { kind: 'return' } }),
  take: (_, call) => ({ call, move: { kind: 'return' } }),
};
