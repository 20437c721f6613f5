/** Gives a seat a secret of its own, at which a phone may register. */
export abstract class SeatSecrets {
  /** The secret before stops working. For the tenant that is set. */
  abstract newCredentials(seatId: string): Promise<unknown>;
}
