/** `lowered`: by the agent, or because he signed out. */
export const HAND_STATES = ['raised', 'taken', 'closed', 'lowered'] as const;
export type HandState = (typeof HAND_STATES)[number];

/** A hand that nobody takes for longer is for everybody to see to. */
export const OVERDUE_MS = 60_000;

export interface HandNow {
  state: HandState;
  takenById: string | null;
  takenBy: string | null;
  resolved: boolean | null;
}

/** What becomes of a hand: `same` where it is so already, as after a second click. */
export type Outcome = { kind: 'changes' } | { kind: 'same' } | { kind: 'over' } | { kind: 'not-taken' } | { kind: 'taken-by-another'; by: string };

export function takeHand({ state, takenById, takenBy }: HandNow, supervisorId: string): Outcome {
  if (state === 'raised') return { kind: 'changes' };
  if (state !== 'taken') return { kind: 'over' };
  return takenById === supervisorId ? { kind: 'same' } : { kind: 'taken-by-another', by: takenBy ?? '' };
}

/** Who took it need not be who closes it: a shift ends. */
export function closeHand({ state, resolved: was }: HandNow, resolved: boolean): Outcome {
  if (state === 'taken') return { kind: 'changes' };
  if (state === 'raised') return { kind: 'not-taken' };
  return state === 'closed' && was === resolved ? { kind: 'same' } : { kind: 'over' };
}

export function isOpen({ state }: Pick<HandNow, 'state'>): boolean {
  return state === 'raised' || state === 'taken';
}

/** Whether it has stood untaken for too long. */
export function isOverdue({ state, raisedAt }: { state: HandState; raisedAt: Date }, now: Date): boolean {
  return state === 'raised' && now.getTime() - raisedAt.getTime() > OVERDUE_MS;
}

/**
 * Whether it is for somebody to see to before others: for whoever leads the agent's team, and for everybody where nobody does.
 * @param leads ids of the users who lead it
 */
export function isFirstFor(leads: readonly string[], userId: string): boolean {
  return leads.length === 0 || leads.includes(userId);
}

/** Whole seconds between two instants, rounded down; never below 0, whatever clocks say. */
export function secondsOf(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / 1000));
}
