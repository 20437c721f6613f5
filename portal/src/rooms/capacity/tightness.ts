import type { Schemas } from '../../api/types';
import { shareOf } from '../../ui/usage-share';

type Capacity = Schemas['TenantCapacityDto'];
export type Limit = 'calls' | 'seats' | 'requests';

export interface Tightness {
  by: Limit;
  /** 0 to 1, and more where a limit was lowered below what is used. */
  share: number;
}

/** The limit of a tenant's that leaves the least, and how much of it is used. Of two alike the one that hurts callers. */
export function tightnessOf({ calls, call_limit: callLimit, seats, seat_limit: seatLimit, requests_spent_percent: spent }: Capacity): Tightness {
  const limits: Tightness[] = [
    { by: 'calls', share: shareOf(calls, callLimit) },
    { by: 'requests', share: spent / 100 },
    { by: 'seats', share: shareOf(seats, seatLimit) },
  ];
  return limits.reduce((tightest, each) => (each.share > tightest.share ? each : tightest));
}
