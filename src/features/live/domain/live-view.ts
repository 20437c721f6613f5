import type { CallRecord } from '../../../telephony/calls/call-record';
import { localPart } from '../../calls/domain/call-facts';

/** The customer who calls. */
export interface LiveCaller {
  customerId: string;
  /** Null once it is erased. */
  name: string | null;
  /** What its calls are worth. */
  segment: { id: string; name: string; colour: string } | null;
}

/** A call in progress, as screens show it. Times are ISO 8601. */
export interface LiveCall {
  uuid: string;
  direction: string;
  state: string;
  from: string;
  to: string;
  /** Null for a stranger. */
  caller: LiveCaller | null;
  queue: string | null;
  agent: string | null;
  /** The agent whose phone rings now. */
  offeredTo: string | null;
  /** The extensions of the tenant's phones that are on it now. */
  seats: readonly string[];
  startedAt: string;
  /** When it joined the queue it waits in. */
  waitingSince: string | null;
  answeredAt: string | null;
  /** When whoever talks with the caller now was connected with him; null while nobody is. */
  talkingSince: string | null;
}

export interface LiveAgent {
  number: string;
  /** mod_callcenter's own: Waiting, Receiving, In a queue call, Idle. */
  state: string;
  since: string;
}

/** What an agent chose, or what was chosen for the agent; and the agent's team, which somebody may change too. */
export interface LiveAgentStatus {
  number: string;
  /** By the API's names. */
  status: string;
  since: string;
  /** The code of the reason for the break. */
  breakReason: string | null;
  teamId: string | null;
}

/** The work after a queue's call, as planned when the call ended. */
export interface LiveWrapUp {
  number: string;
  since: string;
  until: string;
}

/** Something that a person should look at. */
export interface LiveAlarm {
  kind: 'seat-suspended';
  seatId: string;
  extension: string;
  reason: string;
  at: string;
}

/** A hand that is up, or has just gone down. */
export interface LiveHand {
  id: string;
  /** The agent's number. */
  agent: string;
  teamId: string | null;
  /** A topic's code. */
  topic: string;
  text: string | null;
  callUuid: string | null;
  state: string;
  raisedAt: string;
  takenBy: string | null;
  takenAt: string | null;
  /** The users who lead the agent's team. */
  leads: string[];
}

/** A hand as somebody may see it. */
export interface ShownHand extends Omit<LiveHand, 'leads'> {
  /** Whether they are to see to it first. */
  forMe: boolean;
}

export type LiveChange =
  | { type: 'call'; call: LiveCall }
  | { type: 'agent'; agent: LiveAgent }
  | { type: 'status'; agent: LiveAgentStatus }
  /** `until` null: it is over. */
  | { type: 'wrap_up'; wrapUp: { number: string; until: string | null } }
  | { type: 'hand'; hand: LiveHand }
  | { type: 'alarm'; alarm: LiveAlarm }
  /** It is as it should be again. */
  | { type: 'alarm_over'; alarm: Pick<LiveAlarm, 'kind' | 'seatId'> };

export function liveCall(record: CallRecord, caller: LiveCaller | null): LiveCall {
  const waiting = record.queues.find((passage) => passage.leftAt === null && passage.agent === null);
  const offer = record.offers.find((each) => each.result === null);
  return {
    uuid: record.id,
    direction: record.direction,
    state: record.state,
    from: record.from ?? '',
    to: record.number ?? '',
    caller,
    queue: localPart(record.queue),
    agent: localPart(record.agent),
    offeredTo: localPart(offer?.agent ?? null),
    seats: record.seats,
    startedAt: iso(record.startedAt),
    waitingSince: waiting ? iso(waiting.joinedAt) : null,
    answeredAt: record.answeredAt === null ? null : iso(record.answeredAt),
    talkingSince: record.state === 'talking' ? iso(connectedAt(record)) : null,
  };
}

/** By a queue, or by being sent on; the last one has the caller. */
function connectedAt({ queues, legs, startedAt }: CallRecord): number {
  const parties = legs.filter(({ role }) => role === 'party');
  return Math.max(startedAt, ...[...queues, ...parties].map(({ answeredAt }) => answeredAt ?? 0));
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
