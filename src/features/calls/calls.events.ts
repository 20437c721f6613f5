declare module '../../platform/events/events' {
  interface EventMap {
    /** A CDR of one of the call's legs has come. */
    'call.leg_settled': { callUuid: string };
    /** The call's own CDR is in: it is over, and its record is for the books. */
    'call.settled': { callId: string };
  }
}

export {};
