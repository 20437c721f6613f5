declare module '../../platform/events/events' {
  interface EventMap {
    /** Somebody at `address` says that he is the user of `email`, who may not exist; `at` epoch milliseconds. */
    'password_reset.asked': { id: string; email: string; address: string; at: number };
  }
}

export {};
