/** mod_callcenter's three tables, with its column names. A null column is one that nothing has set yet. */
export interface AgentRow {
  name: string;
  instance_id: string;
  uuid: string | null;
  type: string;
  contact: string | null;
  status: string;
  state: string;
  max_no_answer: number;
  wrap_up_time: number;
  reject_delay_time: number;
  busy_delay_time: number;
  no_answer_delay_time: number;
  last_bridge_start: number;
  last_bridge_end: number;
  last_offered_call: number;
  last_status_change: number;
  no_answer_count: number;
  calls_answered: number;
  talk_time: number;
  ready_time: number;
  external_calls_count: number;
}

export interface TierRow {
  queue: string;
  agent: string;
  state: string;
  level: number;
  position: number;
}

export interface MemberRow {
  queue: string;
  instance_id: string;
  uuid: string;
  session_uuid: string;
  cid_number: string;
  cid_name: string;
  system_epoch: number;
  joined_epoch: number;
  rejoined_epoch: number;
  bridge_epoch: number;
  abandoned_epoch: number;
  base_score: number;
  skill_score: number;
  serving_agent: string;
  serving_system: string;
  state: string;
}

export const INSTANCE = 'single_box';

export function newAgent(name: string, type: string): AgentRow {
  return {
    name, instance_id: INSTANCE, uuid: null, type, contact: null, status: 'Logged Out', state: 'Waiting',
    max_no_answer: 0, wrap_up_time: 0, reject_delay_time: 0, busy_delay_time: 0, no_answer_delay_time: 0,
    last_bridge_start: 0, last_bridge_end: 0, last_offered_call: 0, last_status_change: 0, no_answer_count: 0,
    calls_answered: 0, talk_time: 0, ready_time: 0, external_calls_count: 0,
  };
}
