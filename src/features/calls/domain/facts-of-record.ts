import type { CallRecord } from '../../../telephony/calls/call-record';
import { type CallFacts, localPart, type OfferFacts, type StayFacts } from './call-facts';

/** What the events say of a call that is over. */
export function factsOf(record: CallRecord): CallFacts {
  return {
    direction: record.direction,
    fromNumber: (record.from ?? '').slice(0, 60),
    toNumber: (record.number ?? '').slice(0, 60),
    customerId: record.customerId,
    segmentId: record.segmentId,
    queue: localPart(record.queue),
    agent: localPart(record.agent),
    outcome: record.outcome ?? 'failed',
    endedBy: record.endedBy ?? 'system',
    waitSeconds: record.waitSeconds,
    talkSeconds: record.talkSeconds,
    startedAt: record.startedAt,
    answeredAt: record.answeredAt,
    endedAt: record.endedAt ?? record.startedAt,
  };
}

export function offersOf(record: CallRecord): OfferFacts[] {
  return record.offers.map((offer) => ({
    agent: localPart(offer.agent) ?? '',
    result: offer.result ?? 'cancelled',
    startedAt: offer.startedAt,
    endedAt: offer.endedAt,
  }));
}

export function staysOf(record: CallRecord): StayFacts[] {
  return record.queues.map(({ queue, joinedAt, leftAt, outcome, agent, answeredAt, releasedAt }) => ({
    queue: localPart(queue) ?? '',
    joinedAt,
    leftAt,
    outcome,
    agent: localPart(agent),
    answeredAt,
    releasedAt,
  }));
}
