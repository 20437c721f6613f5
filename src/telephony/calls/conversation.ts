import type { Call, Leg } from './call';

/** Who talks on a call now, as seen from a phone of the tenant. */
export interface Conversation {
  /** The seat's phone. */
  near: Leg;
  /** Whom it is connected with. */
  far: Leg;
}

/**
 * The conversation that goes on on a call; null where nobody's phone is connected with anyone.
 *
 * @param seat whose phone it must be, by its extension; null for any
 */
export function conversationOf(call: Call, seat: string | null): Conversation | null {
  const living = call.legs.filter((leg) => leg.endedAt === null);
  for (const near of living.filter((leg) => leg.seat !== null).sort(agentsFirst)) {
    if (seat !== null && near.seat !== seat) continue;
    const partner = near.bridges.find(({ to }) => to === null)?.otherLegUuid;
    const far = living.find((leg) => leg.uuid === partner);
    if (far) return { near, far };
  }
  return null;
}

/** Where two phones of the tenant talk, the one that serves is meant: whom a queue rang, else who was called. */
function agentsFirst(a: Leg, b: Leg): number {
  return ORDER[a.role] - ORDER[b.role];
}

const ORDER: Record<Leg['role'], number> = { agent: 0, party: 1, caller: 2 };
