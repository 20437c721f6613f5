import type { Answer, Call, Leg, Offer, OfferResult, QueueVisit } from './call';
import type { CallEvent, LegFacts } from './call-events';
import type { QueueStay } from './queue-stay';

/**
 * The call after the event. Pure, and tolerant of neighbours that were delivered the wrong way round, of events that
 * are missing because the stream began in the middle of the call, and of events that come twice.
 */
export function applyEvent(before: Call, event: CallEvent): Call {
  const call = { ...before, lastAt: Math.max(before.lastAt, event.at) };
  switch (event.type) {
    case 'leg-created':
    case 'leg-answered':
      return withFacts(call, event.leg, event.at);
    case 'leg-held':
    case 'leg-resumed':
      return patchLeg(withFacts(call, event.leg, event.at), event.leg.legUuid, { held: event.type === 'leg-held' });
    case 'leg-bridged':
      return bridge(withFacts(call, event.leg, event.at), event.leg.legUuid, event.otherLegUuid, event.at);
    case 'leg-unbridged':
      return unbridge(withFacts(call, event.leg, event.at), event.leg.legUuid, event.otherLegUuid, event.at);
    case 'leg-ended':
      return endLeg(withFacts(call, event.leg, event.at), event);
    case 'queue-joined':
      return joinQueue(withFacts(call, event.leg, event.at), event);
    case 'seen-in-queue':
      return visitFor(call, event, event.joinedAt)[0];
    case 'agent-offered':
      return offer(withCaller(call, event.callerNumber), event);
    case 'agent-answered':
      return answer(withCaller(call, event.callerNumber), event);
    case 'offer-failed':
      return failOffer(withCaller(call, event.callerNumber), event);
    case 'agent-released':
      return release(withCaller(call, event.callerNumber), event);
    case 'queue-left':
      return leaveQueue(withFacts(call, event.leg, event.at), event);
  }
}

/**
 * What a failed offer means, as mod_callcenter penalises it: a cause it does not name counts as no answer. The one
 * exception is a phone that is not registered, which is no fault of the agent's patience.
 */
export function offerResult(cause: string): OfferResult {
  switch (cause) {
    case 'USER_BUSY':
    case 'NORMAL_CIRCUIT_CONGESTION':
      return 'busy';
    case 'CALL_REJECTED':
      return 'rejected';
    case 'USER_NOT_REGISTERED':
      return 'not-registered';
    case 'ORIGINATOR_CANCEL':
    case 'LOSE_RACE':
    case 'PICKED_OFF':
      return 'cancelled';
    default:
      return 'no-answer';
  }
}

// --- legs ---------------------------------------------------------------------------------------------------------

function withFacts(call: Call, facts: LegFacts, at: number): Call {
  const known = call.legs.find((leg) => leg.uuid === facts.legUuid);
  const leg = known === undefined ? newLeg(call, facts, at) : refreshed(known, facts, at);
  const legs = known === undefined ? [...call.legs, leg] : replaced(call.legs, known, leg);
  const told = { ...call, legs, startedAt: Math.min(call.startedAt, leg.startedAt) };
  if (leg.role !== 'caller') {
    return leg.role === 'agent' ? withCaller(told, facts.callerNumber) : told;
  }
  // A leg that we made ourselves (click to dial) shows its own party the number it is about to dial.
  const ours = facts.direction === 'outbound';
  return {
    ...told,
    callerNumber: call.callerNumber ?? (ours ? facts.destination : facts.callerNumber),
    dialled: call.dialled ?? (ours ? null : facts.dialled),
    domain: facts.domain ?? call.domain,
    agent: facts.agent ?? call.agent,
    fromSeat: call.fromSeat || facts.fromSeat || ours,
    verdict: facts.verdict ?? call.verdict,
    customerId: facts.customerId ?? call.customerId,
    segmentId: facts.segmentId ?? call.segmentId,
  };
}

function withCaller(call: Call, callerNumber: string | null): Call {
  return call.callerNumber === null ? { ...call, callerNumber } : call;
}

function newLeg(call: Call, facts: LegFacts, at: number): Leg {
  const role = facts.legUuid === call.id ? 'caller' : facts.memberLegUuid === null ? 'party' : 'agent';
  return {
    uuid: facts.legUuid,
    role,
    direction: facts.direction,
    agent: facts.agent,
    seat: facts.seat,
    destination: facts.destination,
    toSeat: facts.toSeat,
    startedAt: facts.createdAt ?? at,
    answeredAt: facts.answeredAt,
    endedAt: null,
    hungUpAt: null,
    cause: null,
    disposition: null,
    transfer: facts.transfer,
    transferredAt: facts.transfer === null ? null : at,
    held: false,
    holdSeconds: 0,
    bridges: [],
  };
}

function refreshed(leg: Leg, facts: LegFacts, at: number): Leg {
  const moved = facts.transfer !== null && facts.transfer !== leg.transfer;
  return {
    ...leg,
    agent: leg.agent ?? facts.agent,
    seat: leg.seat ?? facts.seat,
    destination: facts.destination ?? leg.destination,
    answeredAt: leg.answeredAt ?? facts.answeredAt,
    transfer: facts.transfer ?? leg.transfer,
    transferredAt: moved ? at : leg.transferredAt,
  };
}

function endLeg(call: Call, event: Extract<CallEvent, { type: 'leg-ended' }>): Call {
  const uuid = event.leg.legUuid;
  const parted = call.legs
    .filter((leg) => leg.uuid === uuid)
    .flatMap((leg) => leg.bridges.filter((each) => each.to === null))
    .reduce((next, open) => unbridge(next, uuid, open.otherLegUuid, event.hungUpAt), call);
  const told = event.stay === null ? parted : withStay(parted, event.stay);
  return patchLeg(told, uuid, {
    endedAt: event.at,
    hungUpAt: event.hungUpAt,
    cause: event.cause,
    disposition: event.disposition,
    holdSeconds: event.holdSeconds,
    held: false,
  });
}

function bridge(call: Call, uuid: string, otherLegUuid: string, at: number): Call {
  const one = addBridge(call, uuid, otherLegUuid, at);
  return addBridge(one, otherLegUuid, uuid, at);
}

function addBridge(call: Call, uuid: string, otherLegUuid: string, at: number): Call {
  const leg = call.legs.find((each) => each.uuid === uuid);
  if (leg === undefined || leg.endedAt !== null) return call;
  if (leg.bridges.some((each) => each.otherLegUuid === otherLegUuid && (each.to === null || each.to > at))) return call;
  return patchLeg(call, uuid, { bridges: [...leg.bridges, { otherLegUuid, from: at, to: null }] });
}

function unbridge(call: Call, uuid: string, otherLegUuid: string, at: number): Call {
  const one = closeBridge(call, uuid, otherLegUuid, at);
  return closeBridge(one, otherLegUuid, uuid, at);
}

function closeBridge(call: Call, uuid: string, otherLegUuid: string, at: number): Call {
  const leg = call.legs.find((each) => each.uuid === uuid);
  if (leg === undefined) return call;
  const bridges = leg.bridges.map((each) =>
    each.otherLegUuid === otherLegUuid && each.to === null ? { ...each, to: at } : each,
  );
  return patchLeg(call, uuid, { bridges });
}

function patchLeg(call: Call, uuid: string, patch: Partial<Leg>): Call {
  return { ...call, legs: call.legs.map((leg) => (leg.uuid === uuid ? { ...leg, ...patch } : leg)) };
}

// --- queues -------------------------------------------------------------------------------------------------------

function joinQueue(before: Call, event: Extract<CallEvent, { type: 'queue-joined' }>): Call {
  const [call, visit] = visitFor(before, event, event.joinedAt);
  const joinedAt = event.resumed ? event.joinedAt : visit.joinedAt;
  return withVisit(call, visit, { ...visit, joinedAt, resumed: event.resumed });
}

/** The visit an event belongs to; made up where the stream has not told of its beginning. */
function visitFor(call: Call, event: { memberUuid: string; queue: string }, joinedAt: number): [Call, QueueVisit] {
  const { memberUuid, queue } = event;
  const known = call.visits.find((each) => each.memberUuid === memberUuid);
  if (known !== undefined) return [call, known];
  const visit: QueueVisit = {
    memberUuid,
    queue,
    joinedAt,
    leftAt: null,
    reason: null,
    legUp: false,
    resumed: false,
    answer: null,
    offers: [],
  };
  return [{ ...call, visits: [...call.visits, visit] }, visit];
}

/** Completes the call by a stay that its events did not tell, or of which they told no answer. */
function withStay(before: Call, stay: QueueStay): Call {
  const [call, visit] = visitFor(before, stay, stay.joinedAt);
  const { answer } = stay;
  const untold = visit.reason === null && visit.answer === null;
  if (!untold) return call;
  const told = { ...visit, leftAt: stay.leftAt, reason: stay.reason, answer };
  if (answer === null) return withVisit(call, visit, told);
  const offered = settleOffer(told, { agent: answer.agent, calledAt: null }, 'answered', answer.answeredAt, null);
  return withVisit(call, visit, offered);
}

function joinedPer(visit: QueueVisit, joinedAt: number | null): number {
  return visit.resumed || joinedAt === null ? visit.joinedAt : joinedAt;
}

function offer(before: Call, event: Extract<CallEvent, { type: 'agent-offered' }>): Call {
  const [call, visit] = visitFor(before, event, event.at);
  const told = visit.offers.some(
    (each) => each.agent === event.agent && (each.endedAt === null || each.endedAt > event.at),
  );
  if (told) return call;
  const started: Offer = { agent: event.agent, result: null, startedAt: event.at, endedAt: null, cause: null };
  return withVisit(call, visit, { ...visit, offers: [...visit.offers, started] });
}

function answer(before: Call, event: Extract<CallEvent, { type: 'agent-answered' }>): Call {
  const [call, visit] = visitFor(before, event, event.joinedAt ?? event.at);
  const answered = settleOffer(visit, event, 'answered', event.at, null);
  return withVisit(call, visit, {
    ...answered,
    joinedAt: joinedPer(visit, event.joinedAt),
    answer: visit.answer ?? answerOf(event),
  });
}

function answerOf(event: { agent: string; agentLegUuid: string | null; answeredAt: number }): Answer {
  const { agent, agentLegUuid, answeredAt } = event;
  return { agent, agentLegUuid, answeredAt, releasedAt: null };
}

function failOffer(before: Call, event: Extract<CallEvent, { type: 'offer-failed' }>): Call {
  const [call, visit] = visitFor(before, event, event.joinedAt ?? event.at);
  const failed = settleOffer(visit, event, offerResult(event.cause), event.at, event.cause);
  return withVisit(call, visit, { ...failed, joinedAt: joinedPer(visit, event.joinedAt) });
}

function release(before: Call, event: Extract<CallEvent, { type: 'agent-released' }>): Call {
  const [call, visit] = visitFor(before, event, event.joinedAt ?? event.at);
  const joinedAt = joinedPer(visit, event.joinedAt);
  if (event.bridged) {
    const settled = settleOffer(visit, event, 'answered', event.answeredAt, null);
    const ended = { ...(visit.answer ?? answerOf(event)), releasedAt: event.releasedAt };
    return withVisit(call, visit, { ...settled, joinedAt, answer: ended });
  }
  // Answered, but never connected: the caller had gone, or else the agent went first and the caller waits on.
  const callerGone = visit.leftAt !== null || call.legs.some((leg) => leg.role === 'caller' && leg.endedAt !== null);
  const result = callerGone ? 'cancelled' : 'failed';
  const offers = visit.offers.map((each): Offer =>
    each.agent === event.agent && each.result === 'answered' ? { ...each, result, endedAt: event.at } : each,
  );
  return withVisit(call, visit, { ...visit, joinedAt, offers, answer: null });
}

function leaveQueue(before: Call, event: Extract<CallEvent, { type: 'queue-left' }>): Call {
  const [call, visit] = visitFor(before, event, event.joinedAt ?? event.at);
  const left: QueueVisit = {
    ...visit,
    joinedAt: joinedPer(visit, event.joinedAt),
    leftAt: event.leftAt,
    reason: event.reason,
    legUp: event.legUp,
  };
  if (event.reason !== 'answered' || event.agent === null || event.answeredAt === null) {
    return withVisit(call, visit, left);
  }
  const { agent, answeredAt } = event;
  const heard = visit.answer ?? answerOf({ agent, agentLegUuid: null, answeredAt });
  const offered = settleOffer(left, { agent, calledAt: null }, 'answered', answeredAt, null);
  return withVisit(call, visit, { ...offered, answer: { ...heard, releasedAt: heard.releasedAt ?? event.leftAt } });
}

/** Ends the agent's ringing offer; makes it up where its beginning was never heard; knows an end told twice. */
function settleOffer(
  visit: QueueVisit,
  event: { agent: string; calledAt: number | null },
  result: OfferResult,
  endedAt: number,
  cause: string | null,
): QueueVisit {
  const { agent, calledAt } = event;
  const ringing = visit.offers.find((each) => each.agent === agent && each.result === null);
  if (ringing !== undefined) {
    return { ...visit, offers: replaced(visit.offers, ringing, { ...ringing, result, endedAt, cause }) };
  }
  const told = visit.offers.some(
    (each) => each.agent === agent && each.result === result && (result === 'answered' || each.endedAt === endedAt),
  );
  if (told) return visit;
  return { ...visit, offers: [...visit.offers, { agent, result, startedAt: calledAt ?? endedAt, endedAt, cause }] };
}

function withVisit(call: Call, before: QueueVisit, after: QueueVisit): Call {
  return { ...call, visits: replaced(call.visits, before, after) };
}

function replaced<T>(items: readonly T[], before: T, after: T): T[] {
  return items.map((each) => (each === before ? after : each));
}
