import type { EslEvent } from '../esl/esl-event';

/** What mod_callcenter tells of its agents. Names carry their domain. */
export type AgentEvent =
  | { type: 'agent-status-changed'; agent: string; status: string; at: number }
  | { type: 'agent-state-changed'; agent: string; state: string; at: number }
  | { type: 'agent-put-on-break'; agent: string; status: string; unansweredCalls: number; at: number };

/** The agent event in an event of the switch; null where it is none. A status may be told again unchanged. */
export function toAgentEvent(event: EslEvent): AgentEvent | null {
  if (event.name !== 'CUSTOM' || event.subclass !== 'callcenter::info') return null;
  const agent = event.get('CC-Agent');
  if (agent === undefined || agent === '') return null;
  const at = event.timestamp;
  switch (event.get('CC-Action')) {
    case 'agent-status-change':
      return { type: 'agent-status-changed', agent, status: event.get('CC-Agent-Status') ?? '', at };
    case 'agent-state-change':
      return { type: 'agent-state-changed', agent, state: event.get('CC-Agent-State') ?? '', at };
    case 'agent-max-no-answer':
      return {
        type: 'agent-put-on-break',
        agent,
        status: event.get('CC-Agent-No-Answer-Status') ?? '',
        unansweredCalls: Number(event.get('CC-Agent-No-Answer-Count') ?? 0) || 0,
        at,
      };
    default:
      return null;
  }
}
