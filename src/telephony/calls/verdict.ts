/**
 * What our dialplan decides about a call before anybody is rung, and leaves in the channel variable `seatline_outcome`:
 * closed by its hours, or refused. A tenant has no channel left; a seat dials what the calling plan does not allow, or
 * what no tariff prices; the day or the month has cost what it may; too many calls were placed; the seat is suspended;
 * the tenant has no number to present. `callback` is the caller's own choice: he is called back.
 */
export const VERDICTS = [
  'closed',
  'rejected',
  'channel-cap',
  'destination-refused',
  'no-rate',
  'spend-cap',
  'rate-limited',
  'seat-suspended',
  'no-caller-number',
  'callback',
] as const;

export type Verdict = (typeof VERDICTS)[number];

/** Null for whatever else the variable may hold. */
export function readVerdict(outcome: string | null | undefined): Verdict | null {
  return VERDICTS.find((verdict) => verdict === outcome) ?? null;
}
