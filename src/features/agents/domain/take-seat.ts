import type { AgentStatus } from './agent-status';

/** Where an agent stands before a change of status. */
export interface AgentPlace {
  status: AgentStatus;
  /** The fixed seat; null is a hot desk. */
  seatId: string | null;
  signedInSeatId: string | null;
}

/** What is asked for; `seatId` is the seat that a hot-desk agent sits down at. */
export interface StatusRequest {
  status: AgentStatus;
  seatId?: string | undefined;
}

export type SeatDecision =
  | { ok: true; signedInSeatId: string | null }
  | { ok: false; rule: 'names_no_seat' | 'needs_a_seat' | 'has_a_fixed_seat' };

/**
 * Which seat an agent has after a change of status: none when logged out; otherwise the fixed one, else the one that
 * is asked for, else the one where the agent sits already. Whether somebody else sits there is not decided here.
 */
export function takeSeat(agent: AgentPlace, { status, seatId }: StatusRequest): SeatDecision {
  if (status === 'logged_out') {
    return seatId === undefined ? { ok: true, signedInSeatId: null } : { ok: false, rule: 'names_no_seat' };
  }
  if (agent.seatId !== null && seatId !== undefined && seatId !== agent.seatId) {
    return { ok: false, rule: 'has_a_fixed_seat' };
  }
  const taken = agent.seatId ?? seatId ?? agent.signedInSeatId;
  return taken === null ? { ok: false, rule: 'needs_a_seat' } : { ok: true, signedInSeatId: taken };
}
