import type { CallRecord } from '../../../telephony/calls/call-record';
import { type CallFacts, localPart, type OfferFacts } from './call-facts';

/** What the events say of a call that is over. */
export function factsOf(record: CallRecord): CallFacts {
  return {
    direction: record.direction,
    fromNumber: (record.from ?? '').slice(0, 60),
    toNumber: (record.number ?? '').slice(0, 60),
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
