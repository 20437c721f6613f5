declare module '../../platform/events/events' {
  interface EventMap {
    /** The switch took the agent off the queues after too many missed offers. `status` is mod_callcenter's word. */
    'agent.put_on_break': { number: string; status: string };
  }
}

export {};
