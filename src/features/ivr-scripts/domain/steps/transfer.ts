import { readPhoneNumber } from '../../../numbers/domain/phone-number';
import type { JsonCursor } from '../json-cursor';
import { readNext } from './read-step';
import { go, hangUp, type StepKind, wait } from './step-kind';

/** To one agent or to a number outside. With an agent or a number that does not answer the step is left by `on_failure`. */
export interface TransferStep {
  type: 'transfer';
  to: { agent: string } | { number: string };
  onFailure: string;
}

export const transfer: StepKind<TransferStep> = {
  type: 'transfer',
  read: (at) => {
    const to = at.field('to');
    to.object(['agent', 'number']);
    const [agent, number] = [to.field('agent'), to.field('number')];
    if (agent.present === number.present) to.refuse('must have either an agent or a number');
    return {
      type: 'transfer',
      to: agent.present
        ? { agent: agent.text({ max: 6, pattern: /^\d{2,6}$/, rule: 'must be the number of an agent' }) }
        : { number: number.present ? readNumber(number) : '' },
      onFailure: readNext(at.field('on_failure')),
    };
  },
  exits: ({ onFailure }) => [{ name: 'on_failure', to: onFailure, silent: false }],
  mentions: ({ to }) => ('agent' in to ? { agents: [to.agent] } : {}),
  enter: ({ to }, call) => wait(call, { kind: 'transfer', to }),
  take: (_, call, input) => {
    const isServed = input.kind === 'back' && input.why === 'served';
    return isServed ? hangUp(call) : go(call, 'on_failure');
  },
};

function readNumber(at: JsonCursor): string {
  const text = at.text({ max: 30 });
  const reading = readPhoneNumber(text);
  if (!reading.ok) at.refuse(reading.rule);
  return reading.ok ? reading.number : text;
}
