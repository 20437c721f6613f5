/** Why a seat is suspended: it placed more calls in a minute than the calling plan allows. */
export const SUSPENSIONS = ['too-many-calls'] as const;
export type Suspension = (typeof SUSPENSIONS)[number];

/** Takes a seat out of use until an administrator of its tenant lifts it. */
export abstract class SeatSuspension {
  /** Done again it changes nothing. For the tenant that is set. */
  abstract suspend(seatId: string, reason: Suspension): Promise<void>;
}
