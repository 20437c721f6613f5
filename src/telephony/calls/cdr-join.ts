import { newCall, type Answer, type Call, type Leg, type Offer, type QueueVisit } from './call';
import { offerResult } from './call-state';
import type { CdrLeg } from './cdr-leg';
import type { QueueStay } from './queue-stay';

/** The CDRs of a recording, by the leg that each is of and by the caller's leg for which an agent's was made. */
export function groupCdrs(cdrs: readonly CdrLeg[]): Map<string, CdrLeg[]> {
  const groups = new Map<string, CdrLeg[]>();
  for (const cdr of cdrs) {
    for (const key of new Set([cdr.uuid, cdr.memberLegUuid ?? cdr.uuid])) {
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
  const callers = cdrs.filter((cdr) => cdr.direction === 'inbound' && cdr.memberLegUuid === null);
  const groups = groupCdrs(cdrs);
  return callers
    .filter((cdr) => !heard.has(cdr.uuid))
    .map((cdr) => joinCdrs(newCall(cdr.uuid, cdr.coreUuid, cdr.startedAt), groups));
}

function correctLeg(call: Call, cdr: CdrLeg): Call {
  const known = call.legs.find((leg) => leg.uuid === cdr.uuid);
  const leg: Leg = {
    ...(known ?? unheard(call, cdr)),
    startedAt: cdr.startedAt,
    answeredAt: cdr.answeredAt,
    endedAt: known?.endedAt ?? cdr.endedAt,
    hungUpAt: cdr.endedAt,
    cause: cdr.cause,
    disposition: cdr.disposition ?? known?.disposition ?? null,
    held: false,
  };
  const legs = known === undefined ? [...call.legs, leg] : call.legs.map((each) => (each === known ? leg : each));
  const told = { ...call, legs, lastAt: Math.max(call.lastAt, cdr.endedAt) };
  if (leg.role !== 'caller') return told;
  return {
    ...told,
    startedAt: cdr.startedAt,
    callerNumber: call.callerNumber ?? cdr.callerNumber,
    dialled: call.dialled ?? (cdr.direction === 'inbound' ? cdr.dialled : null),
    domain: call.domain ?? cdr.domain,
  };
}

function unheard(call: Call, cdr: CdrLeg): Leg {
  const role = cdr.uuid === call.id ? 'caller' : cdr.side === 'agent' ? 'agent' : 'party';
  const talked = cdr.agentBridged && cdr.memberLegUuid !== null && cdr.answeredAt !== null;
  return {
    uuid: cdr.uuid,
    role,
    direction: cdr.direction,
    agent: cdr.side === 'agent' ? cdr.agent : null,
    destination: cdr.dialled,
    toSeat: false,
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
      ? [{ otherLegUuid: cdr.memberLegUuid ?? '', from: cdr.answeredAt ?? cdr.startedAt, to: cdr.endedAt }]
      : [],
  };
}

/** The caller's CDR keeps the variables of its last queue only, so they speak of that visit alone. */
function correctVisit(call: Call, member: CdrLeg, cdrs: readonly CdrLeg[]): Call {
  const { stay } = member;
  if (stay === null) return call;
  const known = call.visits.find((visit) => visit.memberUuid === stay.memberUuid);
  const agentCdrs = cdrs.filter((cdr) => cdr.side === 'agent' && cdr.memberUuid === stay.memberUuid);
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
  return { ...answer, releasedAt: answer.releasedAt ?? agentEnd ?? member.endedAt };
}

function offerPer(cdr: CdrLeg): Offer {
  const answered = cdr.agentBridged;
  return {
    agent: cdr.agent ?? '',
    result: answered ? 'answered' : offerResult(cdr.cause),
    startedAt: cdr.startedAt,
    endedAt: answered ? cdr.answeredAt : cdr.endedAt,
    cause: answered ? null : cdr.cause,
  };
}

function withCallerBridge(call: Call, answer: Answer | null): Call {
  if (answer === null || answer.agentLegUuid === null) return call;
  const bridge = { otherLegUuid: answer.agentLegUuid, from: answer.answeredAt, to: answer.releasedAt };
  const legs = call.legs.map((leg) => (leg.role === 'caller' ? { ...leg, bridges: [...leg.bridges, bridge] } : leg));
  return { ...call, legs };
}
