import type { ReadHand } from '../../hands/hands.reader';
import type { LiveHand } from './live-view';

export function liveHand({ id, agent, teamId, topic, text, callUuid, state, createdAt, takenBy, takenAt, leads }: ReadHand): LiveHand {
  const raisedAt = createdAt.toISOString();
  return { id, agent, teamId, topic, text, callUuid, state, raisedAt, takenBy, takenAt: takenAt?.toISOString() ?? null, leads };
}
