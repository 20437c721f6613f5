import { renderPrompts } from '../render-prompts';
import { readPrompts } from '../read-prompts';
import type { Prompt } from '../script';
import { readNext } from './read-step';
import { go, type StepKind, wait } from './step-kind';

/** Something is said; what cannot be played is passed over. */
export interface PlayStep {
  type: 'play';
  prompts: Prompt[];
  next: string;
}

export const play: StepKind<PlayStep> = {
  type: 'play',
  read: (at) => ({ type: 'play', prompts: readPrompts(at.field('prompts')), next: readNext(at.field('next')) }),
  exits: ({ next }) => [{ name: 'next', to: next, silent: true }],
  mentions: ({ prompts }) => ({ prompts }),
  enter: ({ prompts }, call) => wait(call, { kind: 'play', spoken: renderPrompts(prompts, call), language: call.language }),
  take: (_, call) => go(call, 'next'),
};
