import type { WitnessedCall } from './domain/witnessed-call';

declare module '../../platform/events/events' {
  interface EventMap {
    /** A call is over, as the switch's events tell it. */
    'call.witnessed': WitnessedCall;
    /** A CDR of one of the call's legs has come. */
    'call.leg_settled': { callUuid: string };
    /** The call's own CDR is in: its record is for the books. Comes again with each later leg. */
    'call.settled': { callId: string };
  }
}
