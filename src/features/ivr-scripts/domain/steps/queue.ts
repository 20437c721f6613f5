import { readName, readNext, readOptionalNext } from './read-step';
import { fail, go, hangUp, optionalExit, type StepKind, wait } from './step-kind';

/** The caller waits for an agent. Whoever comes back goes on by the exit that says why. */
export interface QueueStep {
  type: 'queue';
  queue: string;
  /** Keys that lead out of the queue. */
  keys: ReadonlyMap<string, string>;
  onTimeout: string | undefined;
  onNoAgents: string | undefined;
  /** After the talk with the agent, for a survey; left out, the call ends with it. */
  after: string | undefined;
}

const KEY = /^[0-9*#]$/;

export const queue: StepKind<QueueStep> = {
  type: 'queue',
  read: (at) => {
    const keys = at.field('keys');
    return {
      type: 'queue',
      queue: readName(at.field('queue')),
      keys: new Map(
        (keys.present ? keys.entries(12) : []).map(([key, to]) => {
          if (!KEY.test(key)) to.refuse('must stand under a key of the phone: 0-9 * #');
          return [key, readNext(to)];
        }),
      ),
      onTimeout: readOptionalNext(at.field('on_timeout')),
      onNoAgents: readOptionalNext(at.field('on_no_agents')),
      after: readOptionalNext(at.field('after')),
    };
  },
  // none of them is silent: in a queue time passes, and the caller chose to wait
  exits: ({ keys, onTimeout, onNoAgents, after }) => [
    ...[...keys].map(([name, to]) => ({ name, to, silent: false })),
    ...optionalExit('on_timeout', onTimeout, false),
    ...optionalExit('on_no_agents', onNoAgents, false),
    ...optionalExit('after', after, false),
  ],
  mentions: ({ queue: name }) => ({ queues: [name] }),
  enter: ({ queue: name, keys }, call) =>
    wait(call, { kind: 'queue', queue: name, priority: call.priority, exitKeys: [...keys.keys()].join(''), language: call.language }),
  take: (step, call, input) => {
    if (input.kind !== 'back') return fail(call);
    switch (input.why) {
      case 'key':
        return step.keys.has(input.key) ? go(call, input.key) : fail(call);
      case 'served':
        return step.after === undefined ? hangUp(call) : go(call, 'after');
      case 'timed-out':
        return step.onTimeout === undefined ? fail(call) : go(call, 'on_timeout');
      case 'no-agents':
        return step.onNoAgents === undefined ? fail(call) : go(call, 'on_no_agents');
      case 'failed':
        return fail(call);
    }
  },
};
