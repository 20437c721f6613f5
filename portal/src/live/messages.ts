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
}

export type LiveAlarm = Schemas['LiveAlarmDto'];

/** What comes over the websocket; changes carry the cursor to resume from. */
export type LiveMessage =
  | { type: 'snapshot'; cursor: string; floor: Floor }
  | { type: 'call'; cursor: string; call: LiveCall }
  | { type: 'agent'; cursor: string; agent: LiveAgentState }
  | { type: 'status'; cursor: string; agent: LiveAgentStatus }
  | { type: 'alarm'; cursor: string; alarm: LiveAlarm }
  /** It is as it should be again. */
  | { type: 'alarm_over'; cursor: string; alarm: Pick<LiveAlarm, 'kind' | 'seat_id'> }
  /** The server's time, each second: as long as it comes, what is shown is from now. */
  | { type: 'now'; at: string };
