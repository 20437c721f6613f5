import type { CdrLeg } from '../cdr/cdr-leg';
import type { Answer, Bridge, Call, Leg, Offer, OfferResult, QueueVisit } from './call';
import { callerLeg, newCall } from './call';
import { offerResult } from './call-state';
import { queueStay, type QueueStay } from './queue-stay';
import { readVerdict } from './verdict';

/** The CDRs of a recording, by the leg that each is of and by the first leg of its call. */
export function groupCdrs(cdrs: readonly CdrLeg[]): Map<string, CdrLeg[]> {
  const groups = new Map<string, CdrLeg[]>();
  for (const cdr of cdrs) {
    for (const key of new Set([cdr.uuid, cdr.callUuid])) {
      groups.set(key, [...(groups.get(key) ?? []), cdr]);
    }
  }
  return groups;
}

/**
 * The call as the CDRs of its legs correct it: they are the witness for the books, so where they disagree with the
 * events about times, causes and who hung up, they hold. What events never told, they complete.
 */
export function joinCdrs(call: Call, groups: ReadonlyMap<string, readonly CdrLeg[]>): Call {
  const uuids = [call.id, ...call.legs.map((leg) => leg.uuid)];
  const cdrs = [...new Set(uuids.flatMap((uuid) => groups.get(uuid) ?? []))].sort((a, b) => a.startedAt - b.startedAt);
  const joined = cdrs.reduce(correctLeg, call);
  const member = cdrs.find((cdr) => cdr.uuid === call.id);
  return member === undefined ? joined : correctVisit({ ...joined, over: true, lost: false }, member, cdrs);
}

/** The calls of which only the CDRs tell: each from its caller's leg. `heard` are the legs the events told of. */
export function callsFromCdrs(cdrs: readonly CdrLeg[], heard: ReadonlySet<string>): Call[] {
  const callers = cdrs.filter((cdr) => cdr.direction === 'inbound' && cdr.callUuid === cdr.uuid);
  const groups = groupCdrs(cdrs);
  return callers
    .filter((cdr) => !heard.has(cdr.uuid))
    .map((cdr) => callOfCdrs(cdr, groups));
}

/** The call that only its CDRs tell of. `first` is of its first leg: the caller's, or of the seat that dialled. */
export function callOfCdrs(first: CdrLeg, groups: ReadonlyMap<string, readonly CdrLeg[]>): Call {
  const { uuid, coreUuid, startedAt, dialledBy, purpose, outcome } = first;
  const begun: Call = {
    ...newCall(uuid, coreUuid, startedAt),
    agent: dialledBy,
    fromSeat: purpose !== 'inbound',
    verdict: readVerdict(outcome),
    // a leg that was kept before there were customers says nothing
    customerId: first.customerId ?? null,
    segmentId: first.segmentId ?? null,
  };
  const agents = (groups.get(uuid) ?? []).filter((cdr) => cdr.queue?.side === 'agent');
  return withPartyBridges(joinCdrs(withEarlierVisits(begun, first, agents), groups));
}

/** The caller's CDR tells of its last queue only; what came of an earlier one stands with the agents it rang. */
function withEarlierVisits(call: Call, first: CdrLeg, agents: readonly CdrLeg[]): Call {
  const stays = new Set(agents.map(({ queue }) => queue?.memberUuid ?? null));
  stays.delete(queueStay(first.queue)?.memberUuid ?? null);
  const visits = [...stays].flatMap((stay) => visitPer(agents.filter(({ queue }) => queue?.memberUuid === stay)));
  return { ...call, visits: visits.sort((a, b) => a.joinedAt - b.joinedAt) };
}

function visitPer(agents: readonly CdrLeg[]): QueueVisit[] {
  const { queue = null, startedAt = 0 } = agents[0] ?? {};
  if (queue === null || queue.memberUuid === null) return [];
  const talked = agents.find((cdr) => cdr.queue?.bridged && cdr.answeredAt !== null);
  return [
    {
      memberUuid: queue.memberUuid,
      queue: queue.queue,
      joinedAt: queue.joinedAt === null ? startedAt : queue.joinedAt * 1000,
      leftAt: Math.max(...agents.map((cdr) => cdr.endedAt)),
      reason: talked === undefined ? 'gone' : 'answered',
      legUp: true,
      resumed: false,
      answer: talked === undefined ? null : answerOf(talked),
      offers: [...agents].sort((a, b) => a.startedAt - b.startedAt).map(offerPer),
    },
  ];
}

function answerOf({ uuid, startedAt, answeredAt, endedAt, queue }: CdrLeg): Answer {
  const agent = queue?.agent ?? '';
  return { agent, agentLegUuid: uuid, answeredAt: answeredAt ?? startedAt, releasedAt: endedAt };
}

/** Without events an answered leg is all that says that the two were connected: while the caller was there. */
function withPartyBridges(call: Call): Call {
  const caller = callerLeg(call)?.hungUpAt ?? Number.POSITIVE_INFINITY;
  const bridges = call.legs
    .filter((leg) => leg.role === 'party' && leg.answeredAt !== null)
    .map((leg) => ({ otherLegUuid: leg.uuid, from: leg.answeredAt ?? leg.startedAt, to: Math.min(leg.hungUpAt ?? call.lastAt, caller) }));
  return withBridges(call, bridges);
}

function correctLeg(call: Call, cdr: CdrLeg): Call {
  const known = call.legs.find((leg) => leg.uuid === cdr.uuid);
  const leg: Leg = {
    ...(known ?? unheard(call, cdr)),
    startedAt: cdr.startedAt,
    answeredAt: cdr.answeredAt,
    endedAt: known?.endedAt ?? cdr.endedAt,
    hungUpAt: cdr.endedAt,
    cause: cdr.hangupCause,
    disposition: cdr.disposition ?? known?.disposition ?? null,
    held: false,
  };
  const legs = known === undefined ? [...call.legs, leg] : call.legs.map((each) => (each === known ? leg : each));
  const told = { ...call, legs, lastAt: Math.max(call.lastAt, cdr.endedAt) };
  if (leg.role !== 'caller') return told;
  return {
    ...told,
    startedAt: cdr.startedAt,
    callerNumber: call.callerNumber ?? textOf(cdr.from),
    dialled: call.dialled ?? (cdr.direction === 'inbound' ? textOf(cdr.to) : null),
    domain: call.domain ?? cdr.domain,
  };
}

function unheard(call: Call, cdr: CdrLeg): Leg {
  const role = cdr.uuid === call.id ? 'caller' : cdr.queue?.side === 'agent' ? 'agent' : 'party';
  const talked = role === 'agent' && cdr.queue?.bridged === true && cdr.answeredAt !== null;
  return {
    uuid: cdr.uuid,
    role,
    direction: cdr.direction,
    agent: cdr.queue?.side === 'agent' ? cdr.queue.agent : cdr.dialledBy,
    seat: null,
    destination: textOf(cdr.to),
    toSeat: cdr.direction === 'outbound' && cdr.profile === 'internal',
    startedAt: cdr.startedAt,
    answeredAt: cdr.answeredAt,
    endedAt: null,
    hungUpAt: null,
    cause: null,
    disposition: null,
    transferredAt: null,
    transfer: null,
    held: false,
    holdSeconds: 0,
    bridges: talked
      ? [{ otherLegUuid: cdr.callUuid, from: cdr.answeredAt ?? cdr.startedAt, to: cdr.endedAt }]
      : [],
  };
}

/** The caller's CDR keeps the variables of its last queue only, so they speak of that visit alone. */
function correctVisit(call: Call, member: CdrLeg, cdrs: readonly CdrLeg[]): Call {
  const stay = queueStay(member.queue);
  if (stay === null) return call;
  const known = call.visits.find((visit) => visit.memberUuid === stay.memberUuid);
  const agentCdrs = cdrs.filter((cdr) => cdr.queue?.side === 'agent' && cdr.queue.memberUuid === stay.memberUuid);
  const answer = answerPer(stay, member, agentCdrs) ?? known?.answer ?? null;
  const leftAt = stay.leftAt ?? known?.leftAt ?? answer?.releasedAt ?? member.endedAt;
  const visit: QueueVisit = {
    memberUuid: stay.memberUuid,
    queue: stay.queue,
    joinedAt: stay.joinedAt,
    leftAt,
    reason: known?.reason ?? stay.reason,
    // A CDR has no channel state: a caller who was broken out of the queue and stayed has a leg that ended later.
    legUp: known?.legUp ?? member.endedAt - leftAt >= 2000,
    resumed: known?.resumed ?? false,
    answer,
    offers: known === undefined || known.offers.length === 0 ? agentCdrs.map(offerPer) : known.offers,
  };
  if (known === undefined) return withCallerBridge({ ...call, visits: [...call.visits, visit] }, answer);
  return { ...call, visits: call.visits.map((each) => (each === known ? visit : each)) };
}

function answerPer(stay: QueueStay, member: CdrLeg, agents: readonly CdrLeg[]): Answer | null {
  const { answer } = stay;
  if (answer === null) return null;
  const agentEnd = agents.find((cdr) => cdr.uuid === answer.agentLegUuid)?.endedAt;
  // the end of an earlier queue's conversation stays on the caller's leg, and may be of the second in which this one began
  const releasedAt = answer.releasedAt === answer.answeredAt ? null : answer.releasedAt;
  return { ...answer, releasedAt: releasedAt ?? agentEnd ?? answer.releasedAt ?? member.endedAt };
}

function offerPer(cdr: CdrLeg): Offer {
  const answered = cdr.queue?.bridged === true;
  return {
    agent: cdr.queue?.agent ?? '',
    result: answered ? 'answered' : resultPer(cdr),
    startedAt: cdr.startedAt,
    endedAt: answered ? cdr.answeredAt : cdr.endedAt,
    cause: answered ? null : cdr.hangupCause,
  };
}

/** Answered, but never connected: the agent went first, or else the caller had gone. */
function resultPer(cdr: CdrLeg): OfferResult {
  if (cdr.answeredAt === null) return offerResult(cdr.hangupCause);
  return cdr.disposition === 'recv_bye' ? 'failed' : 'cancelled';
}

function withCallerBridge(call: Call, answer: Answer | null): Call {
  if (answer === null || answer.agentLegUuid === null) return call;
  return withBridges(call, [{ otherLegUuid: answer.agentLegUuid, from: answer.answeredAt, to: answer.releasedAt }]);
}

/** Adds to what the caller's leg was connected with. */
function withBridges(call: Call, more: readonly Bridge[]): Call {
  const legs = call.legs.map((leg) => (leg.role === 'caller' ? { ...leg, bridges: [...leg.bridges, ...more] } : leg));
  return { ...call, legs };
}

function textOf(value: string | null): string | null {
  return value === '' ? null : value;
}
