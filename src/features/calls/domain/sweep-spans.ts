const MINUTE_MS = 60_000;

/** How often the sweep runs. */
export const SWEEP_MS = 5 * MINUTE_MS;

/**
 * At these ages a leg is looked at, the first time when its call should long be settled, the last time three days
 * later. So it costs the database a few minutes' legs a run, and a call that cannot be settled is not tried all the
 * time.
 */
const AGES_MS = [2, 60, 6 * 60, 24 * 60, 3 * 24 * 60].map((minutes) => minutes * MINUTE_MS);

/** Half-open: from `from` until just before `until`. */
export interface Span {
  from: Date;
  until: Date;
}

/**
 * When the legs came that have reached one of the ages since the run before. Reckoned from the run's full five
 * minutes, so that runs which come a little late leave no leg out.
 */
export function sweepSpans(now: Date): Span[] {
  const run = now.getTime() - (now.getTime() % SWEEP_MS);
  return AGES_MS.map((age) => ({ from: new Date(run - age - SWEEP_MS), until: new Date(run - age) }));
}
