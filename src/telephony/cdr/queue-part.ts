/**
 * What mod_callcenter leaves in the variables of a leg: a caller's about its last queue, an agent's about the caller it
 * was rung for. It stands in the leg's last event and in its CDR alike. Times are epoch seconds, as it keeps them.
 */
export interface QueuePart {
  side: 'member' | 'agent';
  /** Full names, `queue@domain` and `agent@domain`. */
  queue: string;
  agent: string | null;
  /** Its name for the caller's stay. */
  memberUuid: string | null;
  /** The leg of the agent who answered; on the caller's leg only. */
  agentUuid: string | null;
  /** Whether caller and agent were connected. */
  bridged: boolean;
  joinedAt: number | null;
  answeredAt: number | null;
  /** When the agent's hanging up ended the conversation. */
  terminatedAt: number | null;
  canceledAt: number | null;
  cause: string | null;
  cancelReason: string | null;
}

/** Reads it through `get`, which answers with a variable's decoded value; null where the leg was in no queue. */
export function readQueuePart(get: (variable: string) => string | null): QueuePart | null {
  const queue = get('cc_queue');
  if (queue === null) return null;
  return {
    side: get('cc_side') === 'agent' ? 'agent' : 'member',
    queue,
    agent: get('cc_agent'),
    memberUuid: get('cc_member_uuid'),
    agentUuid: get('cc_agent_uuid'),
    bridged: get('cc_agent_bridged') === 'true',
    joinedAt: seconds(get('cc_queue_joined_epoch')),
    answeredAt: seconds(get('cc_queue_answered_epoch')),
    terminatedAt: seconds(get('cc_queue_terminated_epoch')),
    canceledAt: seconds(get('cc_queue_canceled_epoch')),
    cause: get('cc_cause'),
    cancelReason: get('cc_cancel_reason'),
  };
}

/** Null for 0, which the switch writes for "never". */
function seconds(value: string | null): number | null {
  return value !== null && /^[1-9]\d{0,9}$/.test(value) ? Number(value) : null;
}
