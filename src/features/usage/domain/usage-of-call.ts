import type { UsageRecord } from './usage-record';

/** What billing needs to know of one leg, from its CDR. */
export interface LegFacts {
  /** `<switch node>/<leg uuid>`. */
  readonly id: string;
  /** `in`: it came from a trunk; `out`: it went out over one; null: a seat's phone, or anything else inside. */
  readonly trunk: 'in' | 'out' | null;
  /** The number called on this leg; null where it is not known any more. */
  readonly number: string | null;
  /** FreeSWITCH's `billsec`: whole seconds from answer to hang-up, 0 when never answered. */
  readonly billsec: number;
  readonly answeredAt: Date | null;
}

/**
 * The billable usage of a call, one record per trunk leg that was answered; empty when there is none.
 *
 * - Inbound: all of the caller's leg, greeting and waiting included, for the switch has answered and the carrier's
 *   clock runs. So a caller who gives up in the queue costs money; one who is never answered does not.
 * - Outbound: the leg to the number called, from its answer; ringing and the agent's own leg are free.
 * - Transfer: the second trunk leg when a call that came in is sent on outside. Both run at once,
 *   so both count.
 * - Legs to the seats never touch a trunk and cost nothing.
 *
 * Legs and not calls are counted because each is one carrier's connection with a CDR of its own: that is what the
 * carrier will bill and what can be told apart when a CDR comes twice or late.
 */
export function usageOfCall(legs: readonly LegFacts[]): UsageRecord[] {
  const cameIn = legs.some((leg) => leg.trunk === 'in');
  return legs.flatMap((leg) => {
    if (leg.trunk === null || leg.answeredAt === null || leg.billsec <= 0) return [];
    return [{
      source: 'cdr' as const,
      sourceId: leg.id,
      kind: leg.trunk === 'in' ? 'inbound' as const : cameIn ? 'transfer' as const : 'outbound' as const,
      number: leg.number,
      seconds: leg.billsec,
      startedAt: leg.answeredAt,
    }];
  });
}
