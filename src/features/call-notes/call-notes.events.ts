declare module '../../platform/events/events' {
  interface EventMap {
    /** An agent has chosen how his call ended, another code than before, or takes the code back: null. `at` in epoch milliseconds. */
    'call.wrap_up_code_chosen': { callUuid: string; agent: string; queue: string | null; wrapUpCode: string | null; at: number };
  }
}

export {};
