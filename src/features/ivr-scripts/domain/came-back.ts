import { BACK_VARIABLE, NOT_TRANSFERRED } from './claim';
import type { Input } from './command';

/** Why a caller is back: by what our dialplan says of a transfer, and mod_callcenter's variables of his leg say of a queue. */
export function cameBack(variable: (name: string) => string | undefined): Input {
  if (variable(BACK_VARIABLE) === NOT_TRANSFERRED) return { kind: 'back', why: 'failed' };
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
