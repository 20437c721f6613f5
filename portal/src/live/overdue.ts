import type { Schemas } from '../api/types';

/** As the API has it: nobody has taken the hand for longer. */
const OVERDUE_MS = 60_000;

type Hand = Pick<Schemas['LiveHandDto'], 'state' | 'raised_at'>;

/** @param now the server's, in milliseconds of the epoch */
export function isOverdue({ state, raised_at: at }: Hand, now: number): boolean {
  return state === 'raised' && now - Date.parse(at) > OVERDUE_MS;
}
