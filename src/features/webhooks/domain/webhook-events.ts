/** What a tenant's program may be told of, by the name it is told under. */
export const WEBHOOK_EVENTS = [
  'call.ended', 'call.wrap_up_code_chosen', 'agent.put_on_break', 'seat.suspended',
  'emergency.started', 'emergency.changed', 'emergency.ended', 'voicemail.left',
] as const;

export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
