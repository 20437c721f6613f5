import type { LiveAlarm } from './live-view';

/** @returns null for a seat that is as it should be */
export function alarmOf(seat: { id: string; extension: string; suspendedAt: Date | null; suspension: string | null }): LiveAlarm | null {
  const { id: seatId, extension, suspendedAt: at, suspension: reason } = seat;
  return at && { kind: 'seat-suspended', seatId, extension, reason: reason ?? '', at: at.toISOString() };
}
