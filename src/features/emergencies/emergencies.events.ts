declare module '../../platform/events/events' {
  interface EventMap {
    /** From now on, `at` epoch milliseconds, every number of the tenant answers with the message alone. */
    'emergency.started': { emergencyId: string; message: string | null; reason: string; at: number };
    /** Callers hear another message, or there is another reason. */
    'emergency.changed': { emergencyId: string; message: string | null; reason: string; at: number };
    /** Its numbers lead where they led before. */
    'emergency.ended': { emergencyId: string; at: number };
  }
}

export {};
