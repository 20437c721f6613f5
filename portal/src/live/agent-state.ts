import type { Schemas } from '../api/types';
import type { StateColour } from '../theme/theme';

type FloorAgent = Schemas['FloorAgentDto'];
type Status = Pick<Schemas['AgentDto'], 'status' | 'status_since'>;

export const AGENT_STATES = ['ready', 'ringing', 'talking', 'wrap_up', 'on_break', 'logged_out'] as const;
export type AgentState = (typeof AGENT_STATES)[number];

export const AGENT_COLOURS: Record<AgentState, StateColour> = {
  ready: 'good',
  ringing: 'warn',
  talking: 'busy',
  wrap_up: 'idle',
  on_break: 'bad',
  logged_out: 'idle',
};

/** What mod_callcenter calls states, as people see them. */
const BY_QUEUE_STATE: Record<string, AgentState> = {
  Waiting: 'ready',
  Receiving: 'ringing',
  'In a queue call': 'talking',
  Idle: 'wrap_up',
};

/** One word for what an agent chose and what the queues see. */
export function agentStateOf({ status, state, wrap_up_until: wrapUp }: Pick<FloorAgent, 'status' | 'state'> & Partial<Pick<FloorAgent, 'wrap_up_until'>>): AgentState {
  if (status === 'logged_out') return 'logged_out';
  const seen = BY_QUEUE_STATE[state ?? ''];
  // a call that rings or goes on is what matters, also of one who has asked for a break
  if (seen === 'ringing' || seen === 'talking') return seen;
  if (status === 'on_break') return 'on_break';
  return wrapUp ? 'wrap_up' : (seen ?? 'ready');
}

/** Since when, ISO 8601: the younger of both changes. */
export function agentStateSince({ status_since: chosen, state_since: seen }: Pick<FloorAgent, 'status_since' | 'state_since'>): string {
  return seen !== null && seen > chosen ? seen : chosen;
}

/** An agent as read and as the stream tells: either may be a moment ahead of the other. */
export function agentNow(read: Status, seen: FloorAgent | undefined): Status & Pick<FloorAgent, 'state' | 'state_since'> {
  const { status, status_since } = seen && seen.status_since > read.status_since ? (seen as Status) : read;
  return { status, status_since, state: seen?.state ?? null, state_since: seen?.state_since ?? null };
}
