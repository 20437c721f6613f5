/** Days that personal data is kept. */
export interface RetentionTerms {
  recordingDays: number;
  /** The numbers of outside parties in calls, legs and billed usage. */
  numberDays: number;
}

/**
 * What a tenant may choose from. Recordings: China's rules for calls by consent (MIIT, 2020) want 30 days at least. Numbers:
 * three months, in which a month is over, billed and disputed. Ten years at most: longer than any purpose we know of.
 */
export const RETENTION_BOUNDS = {
  recordingDays: { least: 30, most: 3650 },
  numberDays: { least: 90, most: 3650 },
} as const;

/** What holds for a tenant that has not chosen. */
export const USUAL_TERMS: RetentionTerms = { recordingDays: 180, numberDays: 730 };

const DAY_MS = 24 * 3600 * 1000;

/** What began before this instant is kept no longer. */
export function keptSince(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
