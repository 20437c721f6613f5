import type { AgentStatus } from './agent-status';

interface Chosen {
  status: AgentStatus;
  breakReason: string | null;
}

/**
 * The reason for the break that an agent is to be on: the one named, else, on the same break still, the one it had.
 * @param named undefined where it was left out
 */
export function breakReasonOf(before: Chosen, status: AgentStatus, named: string | undefined): string | null {
  if (status !== 'on_break') return null;
  return named ?? (before.status === 'on_break' ? before.breakReason : null);
}

/** Whether a state goes on: then it has lasted since it began. */
export function isSameState(before: Chosen, after: Chosen): boolean {
  return before.status === after.status && before.breakReason === after.breakReason;
}
