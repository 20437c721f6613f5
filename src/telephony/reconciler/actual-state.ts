/** What a switch node really has, as its JSON lists tell it: all values are strings there. */
export interface ActualState {
  queues: ActualQueue[];
  agents: ActualAgent[];
  tiers: ActualTier[];
  members: ActualMember[];
  channels: ActualChannel[];
  /** `extension@domain` of those seats that were looked for and are registered. */
  registrations: string[];
}

/** A loaded queue; one that nobody has used yet is not loaded, and that is no fault. */
export interface ActualQueue {
  name: string;
  /** By mod_callcenter's parameter names (`max-wait-time`). */
  params: Record<string, string>;
}

export interface ActualAgent {
  name: string;
  contact: string;
  status: string;
  state: string;
  times: Record<string, string>;
}

export interface ActualTier {
  queue: string;
  agent: string;
  level: number;
  position: number;
}

export interface ActualMember {
  sessionUuid: string;
  state: string;
  servingAgent: string;
}

export interface ActualChannel {
  uuid: string;
  /** Whether it came to the switch or was called by it. */
  direction: string;
  destination: string;
  context: string;
  application: string;
  applicationData: string;
  /** The seat that placed the call, where one did: see routing/domain/outbound-route.ts. */
  account: string;
}

type Row = Record<string, unknown>;

const TIMES = ['wrap_up_time', 'max_no_answer', 'reject_delay_time', 'busy_delay_time', 'no_answer_delay_time'];

export function queueOf(row: Row): ActualQueue {
  const params = Object.entries(row).map(([key, value]) => [key.replace(/_/g, '-'), text(value)]);
  return { name: text(row['name']), params: Object.fromEntries(params) as Record<string, string> };
}

export function agentOf(row: Row): ActualAgent {
  return {
    name: text(row['name']),
    contact: text(row['contact']),
    status: text(row['status']),
    state: text(row['state']),
    times: Object.fromEntries(TIMES.map((key) => [key, text(row[key])])),
  };
}

export function tierOf(row: Row): ActualTier {
  return {
    queue: text(row['queue']),
    agent: text(row['agent']),
    level: Number(row['level']),
    position: Number(row['position']),
  };
}

export function memberOf(row: Row): ActualMember {
  return {
    sessionUuid: text(row['session_uuid']),
    state: text(row['state']),
    servingAgent: text(row['serving_agent']),
  };
}

export function channelOf(row: Row): ActualChannel {
  return {
    uuid: text(row['uuid']),
    direction: text(row['direction']),
    destination: text(row['dest']),
    context: text(row['context']),
    application: text(row['application']),
    applicationData: text(row['application_data']),
    account: text(row['accountcode']),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : value === null || value === undefined ? '' : String(value);
}
