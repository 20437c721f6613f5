/** One event on its way to one handler. */
export interface EventEnvelope {
  tenantId: string;
  type: string;
  handler: string;
  payload: unknown;
}

export const EVENTS_QUEUE = 'events';
