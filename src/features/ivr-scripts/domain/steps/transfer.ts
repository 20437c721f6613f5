import type { JsonCursor } from '../../../../platform/json/json-cursor';
import { readPhoneNumber } from '../../../numbers/domain/phone-number';
import type { Target } from '../command';
import { readNext } from './read-step';
import { go, hangUp, type StepKind, wait } from './step-kind';

/**
 * To one agent, to the one who talked with the caller last, or to a number outside. Where nobody answers, and at once where that
 * agent is not ready or there is none, the step is left by `on_failure`.
 */
export interface TransferStep {
  type: 'transfer';
  to: Target;
  onFailure: string;
}

export const transfer: StepKind<TransferStep> = {
  type: 'transfer',
  read: (at) => {
    const to = at.field('to');
    to.object(['agent', 'last_agent_days', 'number']);
    return {
      type: 'transfer',
      to: readTarget(to),
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

function readTarget(to: JsonCursor): Target {
  const [agent, days, number] = [to.field('agent'), to.field('last_agent_days'), to.field('number')];
  if ([agent, days, number].filter(({ present }) => present).length !== 1) to.refuse('must have an agent, last_agent_days or a number, and one of them alone');
  if (agent.present) return { agent: agent.text({ max: 6, pattern: /^\d{2,6}$/, rule: 'must be the number of an agent' }) };
  if (days.present) return { lastAgentDays: days.whole(1, 365, 30) };
  return { number: number.present ? readNumber(number) : '' };
}

function readNumber(at: JsonCursor): string {
  const text = at.text({ max: 30 });
  const reading = readPhoneNumber(text);
  if (!reading.ok) at.refuse(reading.rule);
  return reading.ok ? reading.number : text;
}
