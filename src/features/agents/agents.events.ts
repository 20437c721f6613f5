declare module '../../platform/events/events' {
  interface EventMap {
    /** The switch took the agent off the queues after too many missed offers, `at` epoch milliseconds. `status` is its word. */
    'agent.put_on_break': { number: string; status: string; at: number };
    /** An agent's status or seat is another one, whoever changed it. Screens read what it is by now. */
    'agent.status_changed': { number: string };
  }
}

export {};
