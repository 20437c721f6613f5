import type { Suspension } from './domain/suspension';

declare module '../../platform/events/events' {
  interface EventMap {
    /** A seat was taken out of use, `at` epoch milliseconds: an alarm for its tenant. */
    'seat.suspended': { seatId: string; extension: string; reason: Suspension; at: number };
    /** A seat is in use again: its alarm is over. */
    'seat.resumed': { seatId: string };
  }
}

export {};
