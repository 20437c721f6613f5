import type { EslEvent } from '../../../src/telephony/esl/esl-event';

/** One event of mod_callcenter as the product received it. */
export interface QueueAction {
  action: string;
  queue: string | null;
  agent: string | null;
  callerNumber: string | null;
  /** What tells apart events of one action: a state, a status, a cause. Counts depend on which thread comes first. */
  detail: string;
}

const DETAILS = [
  'CC-Agent-State', 'CC-Agent-Status', 'CC-Cause', 'CC-Cancel-Reason', 'CC-Hangup-Cause', 'CC-Agent-Bridged',
] as const;

export function toQueueAction(event: EslEvent): QueueAction | null {
  if (event.subclass !== 'callcenter::info') return null;
  return {
    action: event.get('CC-Action') ?? '',
    queue: event.get('CC-Queue') ?? null,
    agent: event.get('CC-Agent') ?? null,
    callerNumber: event.get('CC-Member-CID-Number') ?? null,
    detail: DETAILS.map((name) => event.get(name)).filter((value) => value !== undefined).join(' '),
  };
}

/**
 * What happened to each agent and each caller, in order, and the queue's counts. Only within one of them is an order
 * promised: mod_callcenter tells of agents, callers and queues from threads of their own.
 */
export function sequences(actions: readonly QueueAction[], nameOf: (name: string) => string): Record<string, string[]> {
  const told: Record<string, string[]> = {};
  for (const { action, queue, agent, callerNumber, detail } of actions) {
    const isCallers = action.startsWith('member-queue-');
    const actor = isCallers ? `caller ${callerNumber ?? ''}` : agent === null ? `queue ${queue ?? ''}` : nameOf(agent);
    (told[actor] ??= []).push(`${action} ${detail}`.trim());
  }
  return told;
}
