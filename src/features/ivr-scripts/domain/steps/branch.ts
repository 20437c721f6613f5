import type { Call } from '../call';
import { type Condition, type Facts, holds, readCondition } from './condition';
import { readNext } from './read-step';
import { go, type StepKind, type Turn, wait } from './step-kind';

/** The first branch whose condition holds is taken. */
export interface BranchStep {
  type: 'branch';
  branches: { when: Condition; not: boolean; next: string }[];
  /** Where no condition holds. */
  last: string;
}

const NO_FACTS: Facts = { open: {}, queues: {} };

export const branch: StepKind<BranchStep> = {
  type: 'branch',
  read: (at) => ({
    type: 'branch',
    branches: at.field('branches').list(1, 20).map((each) => {
      each.object(['when', 'not', 'next']);
      return { when: readCondition(each.field('when')), not: each.field('not').flag(false), next: readNext(each.field('next')) };
    }),
    last: readNext(at.field('else')),
  }),
  exits: ({ branches, last }) => [
    ...branches.map(({ next }, index) => ({ name: String(index), to: next, silent: true })),
    { name: 'else', to: last, silent: true },
  ],
  mentions: (step) => ({
    calendars: calendarsOf(step),
    queues: queuesOf(step),
    segments: step.branches.flatMap(({ when }) => (when.kind === 'segment' ? when.names : [])),
    reads: step.branches.flatMap(({ when }) => (when.kind === 'variable' ? [when.name] : [])),
  }),
  enter: (step, call) => {
    const [calendars, queues] = [calendarsOf(step), queuesOf(step)];
    if (calendars.length === 0 && queues.length === 0) return choose(step, call, NO_FACTS);
    return wait(call, { kind: 'look', calendars, queues });
  },
  take: (step, call, input) => choose(step, call, input.kind === 'facts' ? input : NO_FACTS),
};

function choose({ branches }: BranchStep, call: Call, facts: Facts): Turn {
  const found = branches.findIndex(({ when, not }) => holds(when, call, facts) !== not);
  return go(call, found < 0 ? 'else' : String(found));
}

function calendarsOf({ branches }: BranchStep): string[] {
  return [...new Set(branches.flatMap(({ when }) => (when.kind === 'open' ? [when.calendar] : [])))];
}

function queuesOf({ branches }: BranchStep): string[] {
  return [...new Set(branches.flatMap(({ when }) => (when.kind === 'queue' ? [when.queue] : [])))];
}
