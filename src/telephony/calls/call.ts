import type { LeaveReason, LegFacts } from './call-events';

export type OfferResult = 'answered' | 'no-answer' | 'busy' | 'rejected' | 'not-registered' | 'cancelled' | 'failed';

/** One ringing of one agent for the call. Times in epoch milliseconds. */
export interface Offer {
  agent: string;
  /** Null while it rings. */
  result: OfferResult | null;
  startedAt: number;
  endedAt: number | null;
  /** The switch's hangup cause where the offer failed. */
  cause: string | null;
}

export interface Answer {
  agent: string;
  agentLegUuid: string | null;
  answeredAt: number;
  releasedAt: number | null;
}

/** One stay in one queue. */
export interface QueueVisit {
  /** mod_callcenter's name for this stay. */
  memberUuid: string;
  queue: string;
  joinedAt: number;
  leftAt: number | null;
  reason: LeaveReason | null;
  legUp: boolean;
  /** Took up the place of an earlier, abandoned call: mod_callcenter then tells that call's joining time. */
  resumed: boolean;
  answer: Answer | null;
  offers: readonly Offer[];
}

export interface Bridge {
  otherLegUuid: string;
  from: number;
  to: number | null;
}

export interface Leg {
  uuid: string;
  /** The party the call began with, an agent rung by a queue, or anyone else. */
  role: 'caller' | 'agent' | 'party';
  direction: 'inbound' | 'outbound';
  agent: string | null;
  /** The extension of the seat whose phone it is; null for a leg outside, and where only a CDR tells of it. */
  seat: string | null;
  destination: string | null;
  toSeat: boolean;
  startedAt: number;
  answeredAt: number | null;
  endedAt: number | null;
  hungUpAt: number | null;
  cause: string | null;
  disposition: string | null;
  /** The last blind transfer, and when it was first heard of. */
  transfer: string | null;
  transferredAt: number | null;
  held: boolean;
  holdSeconds: number;
  bridges: readonly Bridge[];
}

/** What is known of one call: facts only, in the order they came in. describeCall() draws the conclusions. */
export interface Call {
  /** The caller's leg. */
  id: string;
  coreUuid: string;
  callerNumber: string | null;
  dialled: string | null;
  domain: string | null;
  agent: string | null;
  fromSeat: boolean;
  verdict: LegFacts['verdict'];
  customerId: string | null;
  segmentId: string | null;
  startedAt: number;
  /** Event-Sequence of its first event: orders calls that began in the same moment. */
  firstSequence: number;
  lastAt: number;
  legs: readonly Leg[];
  visits: readonly QueueVisit[];
  /** Over: nothing more is expected. */
  over: boolean;
  /** The switch restarted, or the events that would have told the end never came. */
  lost: boolean;
}

export function newCall(id: string, coreUuid: string, at: number, sequence = 0): Call {
  return {
    id,
    coreUuid,
    callerNumber: null,
    dialled: null,
    domain: null,
    agent: null,
    fromSeat: false,
    verdict: null,
    customerId: null,
    segmentId: null,
    startedAt: at,
    firstSequence: sequence,
    lastAt: at,
    legs: [],
    visits: [],
    over: false,
    lost: false,
  };
}

export function callerLeg(call: Call): Leg | undefined {
  return call.legs.find((leg) => leg.role === 'caller');
}
