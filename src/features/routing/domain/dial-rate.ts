import type { CallingPlanLimits } from '../../calling-plan/domain/calling-plan';

/** The time that calls per minute are counted over: any 60 s, not the minutes of a clock. */
export const DIAL_WINDOW_MS = 60_000;

/** Calls placed in the last window, the one that is about to be placed among them. */
export interface DialCounts {
  seat: number;
  tenant: number;
}

/** `seat-exceeds`: the seat is to be suspended; `tenant-exceeds`: this call is refused, the next ones may be let through. */
export type DialRate = 'within' | 'seat-exceeds' | 'tenant-exceeds';

/** A seat that dials too often tells of a stolen password or a broken phone; a tenant that does, of a campaign. */
export function judgeDialRate(counts: DialCounts, plan: CallingPlanLimits): DialRate {
  if (counts.seat > plan.seatCallsPerMinute) return 'seat-exceeds';
  return counts.tenant > plan.callsPerMinute ? 'tenant-exceeds' : 'within';
}
