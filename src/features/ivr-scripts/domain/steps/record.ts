import { readPrompts } from '../read-prompts';
import { renderPrompts } from '../render-prompts';
import type { Prompt } from '../script';
import { readName, readNext } from './read-step';
import { go, type StepKind, wait } from './step-kind';

/** A message for a queue's agents. It ends with a key, after silence, or at its limit. */
export interface RecordStep {
  type: 'record';
  prompts: Prompt[];
  queue: string;
  mostSeconds: number;
  silenceSeconds: number;
  next: string;
  onFailure: string;
}

export const record: StepKind<RecordStep> = {
  type: 'record',
  read: (at) => ({
    type: 'record',
    prompts: readPrompts(at.field('prompts')),
    queue: readName(at.field('queue')),
    mostSeconds: at.field('max_seconds').whole(5, 300, 120),
    silenceSeconds: at.field('silence_seconds').whole(1, 30, 5),
    next: readNext(at.field('next')),
    onFailure: readNext(at.field('on_failure')),
  }),
  exits: ({ next, onFailure }) => [
    { name: 'next', to: next, silent: true },
    { name: 'on_failure', to: onFailure, silent: true },
  ],
  mentions: ({ prompts, queue }) => ({ prompts, queues: [queue] }),
  enter: ({ prompts, queue, mostSeconds, silenceSeconds }, call) =>
    wait(call, { kind: 'record', spoken: renderPrompts(prompts, call), language: call.language, queue, mostSeconds, silenceSeconds }),
  // a message without a second of sound is none
  take: (_, call, input) => go(call, input.kind === 'recorded' && input.seconds > 0 ? 'next' : 'on_failure'),
};
