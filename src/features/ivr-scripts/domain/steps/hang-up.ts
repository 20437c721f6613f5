import { renderPrompts } from '../render-prompts';
import { readPrompts } from '../read-prompts';
import type { Prompt } from '../script';
import { hangUp as end, type StepKind } from './step-kind';

/** The last words, if any, and the end. */
export interface HangUpStep {
  type: 'hang_up';
  prompts: Prompt[];
}

export const hangUp: StepKind<HangUpStep> = {
  type: 'hang_up',
  read: (at) => ({ type: 'hang_up', prompts: readPrompts(at.field('prompts'), 0) }),
  exits: () => [],
  mentions: ({ prompts }) => ({ prompts }),
  enter: ({ prompts }, call) => end(call, renderPrompts(prompts, call)),
  take: (_, call) => end(call),
};
