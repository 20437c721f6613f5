import type { Schemas } from '../../api/types';
import type { StateColour } from '../../theme/theme';

export const SEAT_STATES = ['ready', 'suspended', 'no_credentials'] as const;
export type SeatState = (typeof SEAT_STATES)[number];

export const SEAT_COLOURS: Record<SeatState, StateColour> = { ready: 'good', suspended: 'bad', no_credentials: 'warn' };

/** Whether a phone can register and call. */
export function seatStateOf(seat: Pick<Schemas['SeatDto'], 'suspended_at' | 'has_credentials'>): SeatState {
  if (seat.suspended_at !== null) return 'suspended';
  return seat.has_credentials ? 'ready' : 'no_credentials';
}
