import { callOfCdrs, groupCdrs } from '../../../telephony/calls/cdr-join';
import { describeCall, type CallRecord } from '../../../telephony/calls/call-record';
import type { CdrLeg } from '../../../telephony/cdr/cdr-leg';
import type { CallFacts, OfferFacts, StayFacts } from './call-facts';
import { factsOf, offersOf, staysOf } from './facts-of-record';

/**
 * A call as its CDRs account for it: what the books rest on, whether or not anybody heard the switch's events.
 * @returns null while the first leg's own CDR has not come
 */
export function callOfLegs(callUuid: string, legs: readonly CdrLeg[]): CallFacts | null {
  const first = legs.find((leg) => leg.uuid === callUuid);
  if (!first) return null;
  return { ...factsOf(recordOf(first, legs)), direction: first.purpose, fromNumber: first.from, toNumber: first.to };
}

/** The offers, when no event told of them; none while the first leg's own CDR has not come. */
export function offersOfLegs(callUuid: string, legs: readonly CdrLeg[]): OfferFacts[] {
  const first = legs.find((leg) => leg.uuid === callUuid);
  return first ? offersOf(recordOf(first, legs)) : [];
}

/** The call's stays in queues, in their order; none while the first leg's own CDR has not come. */
export function staysOfLegs(callUuid: string, legs: readonly CdrLeg[]): StayFacts[] {
  const first = legs.find((leg) => leg.uuid === callUuid);
  return first ? staysOf(recordOf(first, legs)) : [];
}

function recordOf(first: CdrLeg, legs: readonly CdrLeg[]): CallRecord {
  return describeCall(callOfCdrs(first, groupCdrs(legs)));
}
