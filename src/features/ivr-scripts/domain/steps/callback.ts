import type { JsonCursor } from '../../../../platform/json/json-cursor';
import { CALLBACK_BOUNDS, type CallbackTerms } from '../../../callbacks/domain/callback';
import { readName, readNext, readVariable } from './read-step';
import { go, type StepKind, wait } from './step-kind';

/** The caller is called back by a queue's agents, and keeps the place that he has in it. */
export interface CallbackStep {
  type: 'callback';
  queue: string;
  /** The variable that holds the number. */
  number: string;
  /** Within its hours alone; undefined at any. */
  calendar: string | undefined;
  terms: CallbackTerms;
  next: string;
  /** A number that is withheld, or that the tenant may not call. */
  onFailure: string;
}

export const callback: StepKind<CallbackStep> = {
  type: 'callback',
  read: (at) => {
    const [number, calendar] = [at.field('number'), at.field('calendar')];
    return {
      type: 'callback',
      queue: readName(at.field('queue')),
      number: number.present ? readVariable(number) : 'caller_number',
      calendar: calendar.present ? readName(calendar) : undefined,
      terms: {
        windowMinutes: readTerm(at.field('window_minutes'), 'windowMinutes'),
        mostAttempts: readTerm(at.field('attempts'), 'mostAttempts'),
        retryMinutes: readTerm(at.field('retry_minutes'), 'retryMinutes'),
      },
      next: readNext(at.field('next')),
      onFailure: readNext(at.field('on_failure')),
    };
  },
  exits: ({ next, onFailure }) => [
    { name: 'next', to: next, silent: true },
    { name: 'on_failure', to: onFailure, silent: true },
  ],
  mentions: ({ queue, number, calendar }) => ({ queues: [queue], reads: [number], ...(calendar !== undefined && { calendars: [calendar] }) }),
  enter: ({ queue, number, calendar = null, terms }, call) =>
    wait(call, { kind: 'callback', queue, number: call.variables[number] ?? '', priority: call.priority, calendar, terms }),
  take: (_, call, input) => go(call, input.kind === 'done' ? 'next' : 'on_failure'),
};

function readTerm(at: JsonCursor, term: keyof CallbackTerms): number {
  const { min, max, usual } = CALLBACK_BOUNDS[term];
  return at.whole(min, max, usual);
}
