/** What is looked at, in the order in which trouble spreads. */
export const CHECKS = ['ready', 'database', 'redis', 'outbox', 'jobs', 'calls', 'cdr_spool', 'recording_spool', 'disk', 'webhooks', 'mails'] as const;
export type CheckId = (typeof CHECKS)[number];

export const CHECK_STATES = ['good', 'warn', 'bad', 'off'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export interface Check {
  id: CheckId;
  state: CheckState;
  figures: Record<string, number | string>;
}

/** From `warn` on somebody should look, from `bad` on something is lost or waits too long. */
export function byLimits(value: number, { warn, bad }: { warn: number; bad: number }): CheckState {
  if (value >= bad) return 'bad';
  return value >= warn ? 'warn' : 'good';
}

/** The same for what should not run low. */
export function byReserve(left: number, { warn, bad }: { warn: number; bad: number }): CheckState {
  if (left <= bad) return 'bad';
  return left <= warn ? 'warn' : 'good';
}
