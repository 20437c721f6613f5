import type { Input } from './command';

/** Why a caller left a queue, by mod_callcenter's variables of his leg. */
export function cameBack(variable: (name: string) => string | undefined): Input {
  if (variable('cc_cause') === 'answered') return { kind: 'back', why: 'served' };
  switch (variable('cc_cancel_reason')) {
    case 'EXIT_WITH_KEY':
      return { kind: 'back', why: 'key', key: variable('cc_exit_key') ?? '' };
    case 'TIMEOUT':
      return { kind: 'back', why: 'timed-out' };
    case 'NO_AGENT_TIMEOUT':
      return { kind: 'back', why: 'no-agents' };
    default:
      return { kind: 'back', why: 'failed' };
  }
}
