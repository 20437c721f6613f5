import type { ActualState } from './actual-state';
import type { Correction } from './correction';
import type { SuspendedSeat } from './desired-state';

/**
 * What a suspended seat still has on the switch: the calls that it placed, which name it as their account, and its
 * registration. Calls that it answered are other people's and go on.
 */
export function cutOff(suspended: readonly SuspendedSeat[], actual: ActualState): Correction[] {
  const byId = new Map(suspended.map((seat) => [seat.seatId, seat]));
  const byAddress = new Set(suspended.map(addressOf));
  return [
    ...actual.channels.flatMap(({ uuid, account }) => {
      const seat = byId.get(account);
      return seat ? [{ kind: 'end-call' as const, legUuid: uuid, seat: addressOf(seat) }] : [];
    }),
    ...actual.registrations
      .filter((address) => byAddress.has(address))
      .map((seat) => ({ kind: 'end-registration' as const, seat })),
  ];
}

/** How the switch names a seat's phone. */
export function addressOf({ extension, domain }: SuspendedSeat): string {
  return `${extension}@${domain}`;
}
