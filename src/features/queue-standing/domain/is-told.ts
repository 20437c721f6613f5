/** The caller has come to the queue by then, and heard that it is one. */
export const FIRST_AFTER_MS = 3000;

/**
 * Whether a caller is told how he stands at a moment within (from, to]: first after 3 s, then every so many seconds. It hangs
 * on nothing but the time, so that a process that has just begun goes on in the rhythm of the one before. Times in epoch
 * milliseconds.
 */
export function isTold(joinedAt: number, everySeconds: number, from: number, to: number): boolean {
  const first = joinedAt + FIRST_AFTER_MS;
  const turn = (at: number): number => Math.floor((at - first) / (everySeconds * 1000));
  return to >= first && turn(to) > turn(from);
}
