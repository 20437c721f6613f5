declare module '../../platform/events/events' {
  interface EventMap {
    /** The switch took the agent off the queues after too many missed offers, `at` epoch milliseconds. `status` is its word. */
    'agent.put_on_break': { number: string; status: string; at: number };
  }
}

export {};
