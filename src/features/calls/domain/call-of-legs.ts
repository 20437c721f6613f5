import type { EndedBy, Outcome } from '../../../telephony/calls/call-record';
import type { CdrLeg, CdrQueuePart } from '../../../telephony/cdr/cdr-leg';
import { type CallFacts, localPart, type OfferFacts } from './call-facts';

/**
 * A call as its CDRs account for it: what the books rest on, whether or not anybody heard the switch's events.
 * @returns null while the first leg's own CDR has not come
 */
export function callOfLegs(callUuid: string, legs: readonly CdrLeg[]): CallFacts | null {
  const first = legs.find((leg) => leg.uuid === callUuid);
  if (!first) return null;
  const talker = lastAnswered(legs.filter((leg) => leg !== first));
  const outcome = outcomeOf(first, talker);
  return {
    direction: first.purpose,
    fromNumber: first.from,
    toNumber: first.to,
    queue: localPart(first.queue?.queue ?? null),
    agent: localPart(outcome === 'answered' ? (first.queue?.agent ?? first.dialledBy) : first.dialledBy),
    outcome,
    endedBy: endedBy(first, talker),
    waitSeconds: first.queue ? waited(first.queue, first.endedAt) : 0,
    talkSeconds: outcome === 'answered' ? (talker?.billSeconds ?? 0) : 0,
    startedAt: first.startedAt,
    answeredAt: first.answeredAt,
    endedAt: first.endedAt,
  };
}

/** The agents' legs in the order they were rung: the offers, when no event told of them. */
export function offersOfLegs(legs: readonly CdrLeg[]): OfferFacts[] {
  return legs
    .filter((leg) => leg.queue?.side === 'agent')
    .sort((a, b) => a.startedAt - b.startedAt)
    .map((leg) => ({
      agent: localPart(leg.queue?.agent ?? null) ?? '',
      result: offerResult(leg),
      startedAt: leg.startedAt,
      endedAt: leg.answeredAt ?? leg.endedAt,
    }));
}

function lastAnswered(legs: readonly CdrLeg[]): CdrLeg | undefined {
  return legs.filter((leg) => leg.answeredAt !== null).sort((a, b) => (a.answeredAt ?? 0) - (b.answeredAt ?? 0)).at(-1);
}

function outcomeOf(first: CdrLeg, talker: CdrLeg | undefined): Outcome {
  if (first.outcome === 'closed') return 'closed';
  if (first.queue) return queueOutcome(first.queue);
  if (talker) return 'answered';
  return first.purpose === 'inbound' ? inboundWithoutQueue(first) : unansweredOutcome(first);
}

function queueOutcome({ cause, cancelReason }: CdrQueuePart): Outcome {
  if (cause === 'answered') return 'answered';
  switch (cancelReason) {
    case 'TIMEOUT':
      return 'timeout';
    case 'NO_AGENT_TIMEOUT':
      return 'no-agent';
    case 'EXIT_WITH_KEY':
      return 'exit-key';
    default:
      return 'abandoned';
  }
}

function inboundWithoutQueue(first: CdrLeg): Outcome {
  if (first.answeredAt === null) return first.hangupCause === 'ORIGINATOR_CANCEL' ? 'abandoned' : 'rejected';
  return first.disposition === 'recv_bye' ? 'abandoned' : 'completed';
}

function unansweredOutcome(first: CdrLeg): Outcome {
  if (first.disposition === 'recv_cancel' || first.disposition === 'recv_bye') return 'cancelled';
  switch (first.hangupCause) {
    case 'USER_BUSY':
      return 'busy';
    case 'CALL_REJECTED':
      return 'rejected';
    case 'NO_ANSWER':
    case 'NO_USER_RESPONSE':
    case 'ALLOTTED_TIMEOUT':
      return 'no-answer';
    case 'ORIGINATOR_CANCEL':
      return 'cancelled';
    default:
      return 'failed';
  }
}

/** The side whose goodbye the switch received; the side it said goodbye to did not end the call. */
function endedBy(first: CdrLeg, talker: CdrLeg | undefined): EndedBy {
  const firstSide: EndedBy = first.purpose === 'inbound' ? 'caller' : 'agent';
  const otherSide: EndedBy = first.purpose === 'inbound' ? 'agent' : 'caller';
  if (talker?.disposition === 'recv_bye') return otherSide;
  return first.disposition?.startsWith('recv_') ? firstSide : 'system';
}

/** From joining the queue to the agent's answer, or to leaving. */
function waited({ joinedAt, answeredAt, canceledAt }: CdrQueuePart, endedAt: number): number {
  if (joinedAt === null) return 0;
  return Math.max(0, (answeredAt ?? canceledAt ?? Math.floor(endedAt / 1000)) - joinedAt);
}

function offerResult(leg: CdrLeg): string {
  if (leg.answeredAt !== null) return 'answered';
  switch (leg.hangupCause) {
    case 'USER_BUSY':
      return 'busy';
    case 'CALL_REJECTED':
      return 'rejected';
    case 'ORIGINATOR_CANCEL':
    case 'LOSE_RACE':
      return 'cancelled';
    default:
      return 'no-answer';
  }
}
