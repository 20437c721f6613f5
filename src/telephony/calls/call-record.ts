import type { Answer, Bridge, Call, Leg, Offer, QueueVisit } from './call';
import { callerLeg } from './call';
import { HANDED_OVER } from './handed-over';
import type { Verdict } from './verdict';

/**
 * How a call came out.
 * - answered: an agent talked with the caller; for a call without a queue, anyone did
 * - abandoned: the caller gave up waiting, or left the menu
 * - timeout / no-agent / exit-key: left the queue after its longest wait / for want of agents / by a key
 * - overflow: left the queue in one of those ways and was then connected to someone else
 * - transferred: taken out of the queue while waiting and sent elsewhere
 * - disconnected: cut off by the system while waiting
 * - completed: served without a person (menu, announcement) and ended by the system
 * - callback: asked to be called back, out of a queue or a menu
 * - closed, rejected and the refusals: turned away by the dialplan (verdict.ts); busy, no-answer: the called side of a call without a queue
 * - cancelled: an outbound call given up before anyone answered
 * - failed: could not be connected; lost: its end was never heard of (the switch restarted)
 */
export type Outcome =
  | 'answered'
  | 'abandoned'
  | 'timeout'
  | 'no-agent'
  | 'exit-key'
  | 'overflow'
  | 'transferred'
  | 'disconnected'
  | 'completed'
  | Verdict
  | 'busy'
  | 'no-answer'
  | 'cancelled'
  | 'failed'
  | 'lost';

export type EndedBy = 'caller' | 'agent' | 'system';
export type LiveState = 'ringing' | 'ivr' | 'waiting' | 'offered' | 'talking' | 'ended';

export interface QueuePassage {
  queue: string;
  joinedAt: number;
  leftAt: number | null;
  outcome: Outcome | null;
  agent: string | null;
  /** When the agent was connected with the caller, and until when. */
  answeredAt: number | null;
  releasedAt: number | null;
  waitSeconds: number;
  talkSeconds: number;
}

export interface LegRecord {
  uuid: string;
  role: Leg['role'];
  agent: string | null;
  startedAt: number;
  answeredAt: number | null;
  endedAt: number | null;
  cause: string | null;
}

/** One call as the rest of the house sees it. Times in epoch milliseconds, durations in whole seconds. */
export interface CallRecord {
  /** The caller leg's UUID on the switch. */
  id: string;
  coreUuid: string;
  from: string | null;
  /** The number that was dialled. */
  number: string | null;
  /** The tenant's SIP domain: the queue's, else what our dialplan or directory put on the channel. */
  domain: string | null;
  direction: 'inbound' | 'outbound' | 'internal';
  /** The tenant's customer who calls, and its segment, as the dialplan knew them. */
  customerId: string | null;
  segmentId: string | null;
  state: LiveState;
  onHold: boolean;
  /** The queue that answered, else the last one; with its domain, as the agent's name. */
  queue: string | null;
  agent: string | null;
  /** Null while it is undecided. */
  outcome: Outcome | null;
  /** All waiting in queues: from joining to an agent's answer, or to leaving. */
  waitSeconds: number;
  /** All talking with agents, from answer to the end of the connection; without a queue, all time connected. */
  talkSeconds: number;
  holdSeconds: number;
  /** Who ended the conversation; where there was none, who ended the call. */
  endedBy: EndedBy | null;
  /** Sent on to somewhere else after an agent had answered. */
  transferred: boolean;
  queues: readonly QueuePassage[];
  offers: readonly Offer[];
  legs: readonly LegRecord[];
  /** The seats whose phones are on the call now, by their extensions. */
  seats: readonly string[];
  startedAt: number;
  answeredAt: number | null;
  endedAt: number | null;
}

/** Draws the conclusions from what is known of a call. Pure. */
export function describeCall(call: Call): CallRecord {
  const caller = callerLeg(call);
  const passages = call.visits.map((visit) => passage(call, visit));
  const answered = [...call.visits].reverse().find((visit) => visit.answer !== null);
  const chosen = answered ?? call.visits[call.visits.length - 1];
  const sentOn = sentOnTo(call);
  return {
    id: call.id,
    coreUuid: call.coreUuid,
    from: call.callerNumber,
    number: dialledNumber(call),
    domain: chosen === undefined ? call.domain : (domainOf(chosen.queue) ?? call.domain),
    direction: direction(call),
    customerId: call.customerId,
    segmentId: call.segmentId,
    state: liveState(call),
    onHold: call.legs.some((leg) => leg.held),
    queue: chosen?.queue ?? null,
    agent: lastAgent(call, answered?.answer ?? null, sentOn),
    outcome: outcome(call),
    waitSeconds: sum(passages.map((each) => each.waitSeconds)),
    talkSeconds:
      answered === undefined
        ? connectedSeconds(call)
        : sum(passages.map((each) => each.talkSeconds)) + sum(sentOn.map((leg) => connectedOf(call, leg))),
    holdSeconds: sum(call.legs.map((leg) => leg.holdSeconds)),
    endedBy: call.over ? endedBy(call) : null,
    transferred: transferred(call),
    queues: passages,
    offers: call.visits.flatMap((visit) => visit.offers.map((each) => settled(each, visit, call.over))),
    legs: call.legs.map(legRecord),
    seats: call.legs.flatMap((leg) => (leg.seat !== null && leg.answeredAt !== null && leg.endedAt === null ? [leg.seat] : [])),
    startedAt: call.startedAt,
    answeredAt: caller?.answeredAt ?? null,
    endedAt: call.over ? (caller?.hungUpAt ?? call.lastAt) : null,
  };
}

/** The legs of agents whom no queue rang, in the order they answered: the call was sent on to them. */
function sentOnTo(call: Call): Leg[] {
  return call.legs
    .filter((leg) => leg.role === 'party' && leg.agent !== null && leg.answeredAt !== null)
    .sort((a, b) => (a.answeredAt ?? 0) - (b.answeredAt ?? 0));
}

/** Who talked last; without a queue and without anyone whom it was sent on to, who placed it. */
function lastAgent(call: Call, answer: Answer | null, sentOn: readonly Leg[]): string | null {
  const last = sentOn[sentOn.length - 1];
  const isLater = last !== undefined && (last.answeredAt ?? 0) >= (answer?.answeredAt ?? 0);
  return (isLater ? last.agent : answer?.agent) ?? call.agent;
}

function connectedOf(call: Call, leg: Leg): number {
  return wholeSeconds(leg.answeredAt ?? leg.startedAt, leg.hungUpAt ?? leg.endedAt ?? call.lastAt);
}

/** Whole seconds between two moments as the switch counts them: the difference of the seconds begun. */
export function wholeSeconds(from: number, to: number): number {
  return Math.max(0, Math.floor(to / 1000) - Math.floor(from / 1000));
}

// --- queues and offers --------------------------------------------------------------------------------------------

function passage(call: Call, visit: QueueVisit): QueuePassage {
  const { answer } = visit;
  const waitedUntil = answer?.answeredAt ?? visit.leftAt ?? callerLeg(call)?.hungUpAt ?? call.lastAt;
  return {
    queue: visit.queue,
    joinedAt: visit.joinedAt,
    leftAt: visit.leftAt,
    outcome: visitOutcome(call, visit),
    agent: answer?.agent ?? null,
    answeredAt: answer?.answeredAt ?? null,
    releasedAt: answer === null ? null : releasedAt(call, visit),
    waitSeconds: wholeSeconds(visit.joinedAt, waitedUntil),
    talkSeconds: answer === null ? 0 : wholeSeconds(answer.answeredAt, releasedAt(call, visit)),
  };
}

function releasedAt(call: Call, visit: QueueVisit): number {
  const { answer } = visit;
  const agentLeg = call.legs.find((leg) => leg.uuid === answer?.agentLegUuid);
  return answer?.releasedAt ?? agentLeg?.hungUpAt ?? visit.leftAt ?? call.lastAt;
}

function visitOutcome(call: Call, visit: QueueVisit): Outcome | null {
  if (visit.answer !== null) return 'answered';
  switch (visit.reason) {
    case 'timeout':
    case 'no-agent':
    case 'exit-key':
      return connectedAfter(call, visit) ? 'overflow' : visit.reason;
    case 'broken-out':
      return visit.legUp ? 'transferred' : gaveUp(call);
    case 'answered':
    case 'gone':
      return gaveUp(call);
    case null:
      if (!call.over) return null;
      return call.lost ? 'lost' : gaveUp(call);
  }
}

function gaveUp(call: Call): Outcome {
  return callerLeg(call)?.disposition === 'send_bye' ? 'disconnected' : 'abandoned';
}

/** Connected with someone after this queue and before the next. */
function connectedAfter(call: Call, visit: QueueVisit): boolean {
  const left = visit.leftAt;
  if (left === null) return false;
  const next = call.visits.find((each) => each !== visit && each.joinedAt >= left);
  return bridgesOf(callerLeg(call)).some((each) => each.from >= left && each.from < (next?.joinedAt ?? Infinity));
}

/** An offer that still rings when the caller has left the queue is being called off. */
function settled(offer: Offer, visit: QueueVisit, over: boolean): Offer {
  if (offer.result !== null || (visit.leftAt === null && !over)) return offer;
  return { ...offer, result: 'cancelled', endedAt: visit.leftAt ?? offer.startedAt };
}

// --- the call -----------------------------------------------------------------------------------------------------

function outcome(call: Call): Outcome | null {
  const outcomes = call.visits.map((visit) => visitOutcome(call, visit));
  if (outcomes.includes('answered')) return 'answered';
  const last = outcomes[outcomes.length - 1];
  if (last === undefined) return outcomeWithoutQueue(call);
  return call.over && call.verdict === 'callback' ? call.verdict : last;
}

function outcomeWithoutQueue(call: Call): Outcome | null {
  const caller = callerLeg(call);
  if (bridgesOf(caller).length > 0) return 'answered';
  if (!call.over) return null;
  if (call.verdict !== null) return call.verdict;
  if (call.lost) return 'lost';
  if (gaveUpHere(caller)) {
    return direction(call) === 'inbound' ? 'abandoned' : 'cancelled';
  }
  switch (caller?.cause) {
    case 'CALL_REJECTED':
      return 'rejected';
    case 'USER_BUSY':
      return 'busy';
    case 'NO_ANSWER':
    case 'NO_USER_RESPONSE':
    case 'ALLOTTED_TIMEOUT':
    case 'USER_NOT_REGISTERED':
    case 'SUBSCRIBER_ABSENT':
      return 'no-answer';
    case 'NORMAL_CIRCUIT_CONGESTION': // the tenant has no channel left
      return direction(call) === 'inbound' ? 'rejected' : 'failed';
    case 'NORMAL_CLEARING':
      return caller.answeredAt === null ? 'rejected' : 'completed';
    default:
      return 'failed';
  }
}

/** A party that refuses its own leg (a phone rung for click to dial) gives nothing up: the cause says what it did. */
function gaveUpHere(leg: Leg | undefined): boolean {
  return leg?.cause === 'ORIGINATOR_CANCEL' || (endedHere(leg) && leg?.disposition !== 'recv_refuse');
}

/** Whether the party itself ended the leg: the switch received its BYE, its CANCEL or its refusal. */
function endedHere(leg: Leg | undefined): boolean {
  return leg?.disposition?.startsWith('recv_') === true;
}

/**
 * Who ended the conversation, decided from the SIP dialogs: the side whose BYE the switch received first. What the
 * dialplan does to the caller after the agent hung up (a tone, a survey that nobody answers) does not change it; a
 * blind transfer or another queue does begin a new conversation.
 */
function endedBy(call: Call): EndedBy {
  const caller = callerLeg(call);
  if (call.lost || caller === undefined) return 'system';
  if (caller.cause === HANDED_OVER) return sideOf(call, caller);
  const peer = lastPeer(call, caller);
  const peerLeft = peer?.hungUpAt ?? null;
  if (peer !== undefined && peerLeft !== null && endedHere(peer)) {
    if (!endedHere(caller) || peerLeft < (caller.hungUpAt ?? peerLeft)) return sideOf(call, peer);
  }
  if (endedHere(caller)) return sideOf(call, caller);
  if (handedOver(call)) return 'agent';
  const refused = call.legs.find((leg) => leg.role === 'party' && endedHere(leg));
  return refused === undefined || call.visits.length > 0 ? 'system' : sideOf(call, refused);
}

/** Whom the caller talked with last, unless the caller has been sent on since. */
function lastPeer(call: Call, caller: Leg): Leg | undefined {
  const last = bridgesOf(caller)[bridgesOf(caller).length - 1];
  const parted = last?.to ?? null;
  if (last === undefined) return undefined;
  if (caller.transferredAt !== null && caller.transferredAt > last.from) return undefined;
  if (parted !== null && call.visits.some((visit) => visit.joinedAt >= parted)) return undefined;
  return call.legs.find((leg) => leg.uuid === last.otherLegUuid);
}

/** On a call that a seat placed the seat's own leg is the agent's, and the other end the customer's. */
function sideOf(call: Call, leg: Leg): EndedBy {
  const isCaller = leg.role === 'caller';
  return isCaller === (direction(call) !== 'outbound') ? 'caller' : 'agent';
}

function direction(call: Call): CallRecord['direction'] {
  if (!call.fromSeat) return 'inbound';
  if (call.visits.length > 0) return 'internal';
  const parties = call.legs.filter((leg) => leg.role === 'party');
  return parties.length > 0 && parties.every((leg) => leg.toSeat) ? 'internal' : 'outbound';
}

/** A leg of our own making is told its number later than its caller: by where it is sent once it has answered. */
function dialledNumber(call: Call): string | null {
  if (call.dialled !== null) return call.dialled;
  const party = call.legs.find((leg) => leg.role === 'party');
  const sentTo = callerLeg(call)?.direction === 'outbound' ? callerLeg(call)?.destination : null;
  if (sentTo !== undefined && sentTo !== null && sentTo !== call.callerNumber) return sentTo;
  return party?.destination ?? null;
}

function liveState(call: Call): LiveState {
  if (call.over) return 'ended';
  const caller = callerLeg(call);
  const visit = call.visits.find((each) => each.leftAt === null);
  const talking = bridgesOf(caller).some((each) => each.to === null);
  if (talking || (visit !== undefined && visit.answer !== null && visit.answer.releasedAt === null)) return 'talking';
  if (visit !== undefined) return visit.offers.some((each) => each.result === null) ? 'offered' : 'waiting';
  return caller === undefined || caller.answeredAt === null ? 'ringing' : 'ivr';
}

function handedOver(call: Call): boolean {
  return call.legs.some((leg) => leg.role === 'agent' && leg.cause === HANDED_OVER);
}

function transferred(call: Call): boolean {
  const moved = callerLeg(call)?.transferredAt ?? null;
  const answers = call.visits.flatMap((visit) => visit.answer ?? []);
  return handedOver(call) || (moved !== null && answers.some((answer) => answer.answeredAt <= moved));
}

function connectedSeconds(call: Call): number {
  return sum(bridgesOf(callerLeg(call)).map((each) => wholeSeconds(each.from, each.to ?? call.lastAt)));
}

function bridgesOf(leg: Leg | undefined): readonly Bridge[] {
  return leg?.bridges ?? [];
}

function legRecord(leg: Leg): LegRecord {
  const { uuid, role, agent, startedAt, answeredAt, cause } = leg;
  return { uuid, role, agent, startedAt, answeredAt, endedAt: leg.hungUpAt ?? leg.endedAt, cause };
}

function domainOf(name: string): string | null {
  const at = name.indexOf('@');
  return at < 0 ? null : name.slice(at + 1);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
