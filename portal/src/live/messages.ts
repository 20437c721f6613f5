import type { Schemas } from '../api/types';

export type Floor = Schemas['FloorDto'];
export type LiveCall = Schemas['LiveCallDto'];

export interface LiveAgentState {
  number: string;
  /** mod_callcenter's own: Waiting, Receiving, In a queue call, Idle. */
  state: string;
  since: string;
}

export interface LiveAgentStatus {
  number: string;
  /** What the agent chose, or somebody else for the agent. */
  status: string;
  since: string;
  /** The code of the reason for the break. */
  break_reason: string | null;
  team_id: string | null;
}

/** The work after a call: `until` null, it is over. */
export interface LiveWrapUp {
  number: string;
  until: string | null;
}

export type LiveHand = Schemas['LiveHandDto'];

export type LiveAlarm = Schemas['LiveAlarmDto'];

/** What comes over the websocket; changes carry the cursor to resume from. */
export type LiveMessage =
  | { type: 'snapshot'; cursor: string; floor: Floor }
  | { type: 'call'; cursor: string; call: LiveCall }
  | { type: 'agent'; cursor: string; agent: LiveAgentState }
  | { type: 'status'; cursor: string; agent: LiveAgentStatus }
  /** Without a cursor it is this page's own, which has seen its time come. */
  | { type: 'wrap_up'; cursor?: string; wrap_up: LiveWrapUp }
  | { type: 'hand'; cursor: string; hand: LiveHand }
  | { type: 'alarm'; cursor: string; alarm: LiveAlarm }
  /** It is as it should be again. */
  | { type: 'alarm_over'; cursor: string; alarm: Pick<LiveAlarm, 'kind' | 'seat_id'> }
  /** The server's time, each second: as long as it comes, what is shown is from now. */
  | { type: 'now'; at: string };
