declare module '../../platform/events/events' {
  interface EventMap {
    /** A hand was raised, taken, closed or lowered. Screens read what it is by now. */
    'hand.changed': { handId: string };
  }
}

export {};
