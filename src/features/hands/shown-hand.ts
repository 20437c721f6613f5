import type { Principal } from '../../platform/auth/principal';
import { isFirstFor, isOverdue } from './domain/hand';
import type { HandDto } from './hands.dto';
import type { ReadHand } from './hands.reader';

/** @param agent the number of the agent that the asker is, if any */
export function shownHand({ leads, createdAt: raisedAt, ...hand }: ReadHand, { id, permissions }: Principal, agent: string | null, now: Date): HandDto {
  const seesText = hand.agent === agent || permissions.includes('personal-data:read');
  return {
    ...hand,
    raisedAt,
    text: seesText ? hand.text : null,
    overdue: isOverdue({ state: hand.state, raisedAt }, now),
    forMe: isFirstFor(leads, id),
  };
}
