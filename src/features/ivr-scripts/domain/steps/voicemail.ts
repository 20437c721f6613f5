import { renderPrompts } from '../render-prompts';
import { readPrompts } from '../read-prompts';
import type { Prompt } from '../script';
import { readName, readNext } from './read-step';
import { go, type StepKind, wait } from './step-kind';

/** The caller leaves a message for a queue's agents. */
export interface VoicemailStep {
  type: 'voicemail';
  queue: string;
  prompts: Prompt[];
  /** How long a message may be. */
  maxSeconds: number;
  /** After a message, and for whoever said nothing and is still there. */
  next: string;
  /** Where no message can be kept. */
  onFailure: string;
}

export const voicemail: StepKind<VoicemailStep> = {
  type: 'voicemail',
  read: (at) => ({
    type: 'voicemail',
    queue: readName(at.field('queue')),
    prompts: readPrompts(at.field('prompts'), 0),
    maxSeconds: at.field('max_seconds').whole(5, 300, 120),
    next: readNext(at.field('next')),
    onFailure: readNext(at.field('on_failure')),
  }),
  exits: ({ next, onFailure }) => [
    { name: 'next', to: next, silent: true },
    { name: 'on_failure', to: onFailure, silent: true },
  ],
  mentions: ({ queue, prompts }) => ({ queues: [queue], prompts }),
  enter: ({ queue, prompts, maxSeconds }, call) =>
    wait(call, { kind: 'voicemail', queue, maxSeconds, spoken: renderPrompts(prompts, call), language: call.language }),
  take: (_, call, input) => go(call, input.kind === 'done' ? 'next' : 'on_failure'),
};
