declare module '../../platform/events/events' {
  interface EventMap {
    /** A portion of a file of customers waits to be worked off. */
    'customer_import.portion': { importId: string; position: number };
  }
}
