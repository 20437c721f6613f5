declare module '../../platform/events/events' {
  interface EventMap {
    /** The switch took the agent off the queues after too many missed offers, `at` epoch milliseconds. `status` is its word. */
    'agent.put_on_break': { number: string; status: string; at: number };
    /** An agent's status, seat or team is another one, whoever changed it. Screens read what it is by now. */
    'agent.status_changed': { number: string };
    /** A queue's call of the agent is over; its work after it is planned until then. Epoch milliseconds. */
    'agent.wrap_up_began': { number: string; since: number; until: number };
    /** An agent who had ended his wrap-up early has the next call. */
    'agent.took_next_call': { number: string };
  }
}

export {};
