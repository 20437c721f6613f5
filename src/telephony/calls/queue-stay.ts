import type { Answer } from './call';
import type { LeaveReason } from './call-events';

/**
 * What mod_callcenter leaves behind in the variables of a caller's leg about the leg's last queue. It stands in the
 * leg's last event and in its CDR alike. Times in epoch milliseconds of whole seconds.
 */
export interface QueueStay {
  memberUuid: string;
  queue: string;
  joinedAt: number;
  reason: LeaveReason | null;
  leftAt: number | null;
  /** Null where no agent was connected. `releasedAt` is null where the caller hung up first. */
  answer: Answer | null;
}

/** Reads the stay out of a leg's variables; null where the leg was not a caller's in a queue. */
export function readQueueStay(get: (variable: string) => string | null): QueueStay | null {
  const memberUuid = get('cc_member_uuid');
  const queue = get('cc_queue');
  const joinedAt = seconds(get('cc_queue_joined_epoch'));
  if (get('cc_side') !== 'member' || memberUuid === null || queue === null || joinedAt === null) return null;
  const answer = readAnswer(get, joinedAt);
  const cancelled = get('cc_cause') === 'cancel';
  const cancelledAt = cancelled ? notBefore(joinedAt, seconds(get('cc_queue_canceled_epoch'))) : null;
  return {
    memberUuid,
    queue,
    joinedAt,
    reason: cancelledAt === null ? (answer === null ? null : 'answered') : leaveReason(get('cc_cancel_reason')),
    leftAt: cancelledAt ?? answer?.releasedAt ?? null,
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

function readAnswer(get: (variable: string) => string | null, joinedAt: number): Answer | null {
  const agent = get('cc_agent');
  const answeredAt = notBefore(joinedAt, seconds(get('cc_queue_answered_epoch')));
  if (get('cc_agent_bridged') !== 'true' || agent === null || answeredAt === null) return null;
  const releasedAt = notBefore(answeredAt, seconds(get('cc_queue_terminated_epoch')));
  return { agent, agentLegUuid: get('cc_agent_uuid'), answeredAt, releasedAt };
}

/** Variables of an earlier queue stay on the channel: a moment counts only if it can belong to this one. */
function notBefore(least: number, at: number | null): number | null {
  return at !== null && at >= least ? at : null;
}

function seconds(value: string | null): number | null {
  return value !== null && /^[1-9]\d{0,10}$/.test(value) ? Number(value) * 1000 : null;
}
