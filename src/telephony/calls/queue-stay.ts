import type { QueuePart } from '../cdr/queue-part';
import type { Answer } from './call';
import type { LeaveReason } from './call-events';

/** A caller's stay in the last queue of its leg. Times in epoch milliseconds of whole seconds. */
export interface QueueStay {
  memberUuid: string;
  queue: string;
  joinedAt: number;
  reason: LeaveReason | null;
  leftAt: number | null;
  /** Null where no agent was connected. `releasedAt` is null where the caller hung up first. */
  answer: Answer | null;
}

/** The stay that a leg's variables tell of; null where the leg was not a caller's in a queue. */
export function queueStay(part: QueuePart | null): QueueStay | null {
  if (part === null || part.side !== 'member' || part.memberUuid === null || part.joinedAt === null) return null;
  const answer = answerOf(part, part.joinedAt);
  const cancelledAt = part.cause === 'cancel' ? notBefore(part.joinedAt, part.canceledAt) : null;
  return {
    memberUuid: part.memberUuid,
    queue: part.queue,
    joinedAt: part.joinedAt * 1000,
    reason: cancelledAt === null ? (answer === null ? null : 'answered') : leaveReason(part.cancelReason),
    leftAt: cancelledAt === null ? (answer?.releasedAt ?? null) : cancelledAt * 1000,
    answer,
  };
}

/** mod_callcenter's word for why a caller left a queue unserved, in ours. */
export function leaveReason(cancelReason: string | null): LeaveReason {
  switch (cancelReason) {
    case 'TIMEOUT':
      return 'timeout';
    case 'NO_AGENT_TIMEOUT':
      return 'no-agent';
    case 'EXIT_WITH_KEY':
      return 'exit-key';
    case 'BREAK_OUT':
      return 'broken-out';
    default:
      return 'gone';
  }
}

function answerOf(part: QueuePart, joinedAt: number): Answer | null {
  const answeredAt = notBefore(joinedAt, part.answeredAt);
  if (!part.bridged || part.agent === null || answeredAt === null) return null;
  const releasedAt = notBefore(answeredAt, part.terminatedAt);
  return {
    agent: part.agent,
    agentLegUuid: part.agentUuid,
    answeredAt: answeredAt * 1000,
    releasedAt: releasedAt === null ? null : releasedAt * 1000,
  };
}

/** Variables of an earlier queue stay on the channel: a moment counts only if it can belong to this one. */
function notBefore(least: number, at: number | null): number | null {
  return at !== null && at >= least ? at : null;
}
