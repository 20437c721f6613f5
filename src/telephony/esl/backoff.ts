/**
 * Milliseconds to wait before attempt number `attempt` (0 for the first retry): drawn evenly between half and all of
 * `least · 2^attempt`, capped at `most`, so that many clients of one switch do not come back together.
 */
export function backoffDelay(attempt: number, least: number, most: number, random: () => number): number {
  const ceiling = Math.min(most, least * 2 ** Math.min(attempt, 30));
  return Math.round(ceiling / 2 + (ceiling / 2) * random());
}
