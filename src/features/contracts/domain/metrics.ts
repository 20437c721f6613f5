/**
 * The trade's other figures. All take sums over a period, counts as whole numbers and times in seconds, and give null
 * where nothing was there to measure.
 */

/**
 * Abandoned ÷ offered, 0 to 1, published both ways: `all`, and `withoutShort`, which leaves short abandons out of both
 * sides. A caller who asked to be called back is offered but not abandoned.
 */
export function abandonRate(counts: { offered: number; abandoned: number; shortAbandoned: number }): {
  all: number | null;
  withoutShort: number | null;
} {
  const { offered, abandoned, shortAbandoned } = counts;
  return {
    all: ratio(abandoned, offered),
    withoutShort: ratio(abandoned - shortAbandoned, offered - shortAbandoned),
  };
}

/** Average speed of answer in seconds, over answered calls only; the clock starts when the caller enters the queue. */
export function asa({ answered, waitSeconds }: { answered: number; waitSeconds: number }): number | null {
  return ratio(waitSeconds, answered);
}

/** Average handling time in seconds: talk, hold and after-call work, which ends at ready or at its limit. */
export function aht(sums: { handled: number; talkSeconds: number; holdSeconds: number; wrapUpSeconds: number }):
number | null {
  return ratio(sums.talkSeconds + sums.holdSeconds + sums.wrapUpSeconds, sums.handled);
}

/** Handling ÷ (handling + available and idle), 0 to 1; breaks are in neither. */
export function occupancy({ handlingSeconds, idleSeconds }: { handlingSeconds: number; idleSeconds: number }):
number | null {
  return ratio(handlingSeconds, handlingSeconds + idleSeconds);
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
