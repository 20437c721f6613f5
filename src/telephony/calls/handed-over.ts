/** The cause with which the legs of an agent end whose two calls were joined. */
export const HANDED_OVER = 'ATTENDED_TRANSFER';

/** Why a leg ended: one that gave its call away is marked so beforehand, for it may end before it is ended. */
export function causeOf(mark: string | null, cause: string): string {
  return mark === null ? cause : HANDED_OVER;
}

/** The mark's channel variable. */
export const HANDED_OVER_MARK = 'seatline_handed_over';
