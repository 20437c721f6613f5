import { rateCall } from '../../tariffs/domain/rate-call';
import type { Direction, Tariff } from '../../tariffs/domain/tariff';

/**
 * Credit is granted in slices, as in RFC 8506: a call reserves what a slice costs, and is given the next one while it
 * lasts. So a running call holds no more than it may soon need, and is cut where the budget ends.
 */
export const SLICE_SECONDS = 600;

/** A call is given more when less than this is left, so that one that nobody renews for a while goes on. */
export const RENEW_BELOW_SECONDS = 300;

/** The switch cuts by a clock of whole seconds: this much before the granted time, so that no increment more is begun. */
export const CUT_EARLY_SECONDS = 2;

export interface PricedCall {
  direction: Direction;
  number: string;
  /** As far as is known: it may be answered a little later. */
  startedAt: Date;
}

/** What the calls of a day and of a month may cost and have cost, in micro-units; a null cap is no bound. */
export interface Budget {
  dayCap: bigint | null;
  monthCap: bigint | null;
  daySpent: bigint;
  monthSpent: bigint;
  /** What other calls have reserved: counted against the day and the month alike. */
  reserved: bigint;
}

export type Credit =
  | { granted: true; seconds: number; amountMicro: bigint }
  /** `no-rate`: nobody can say what the call will cost. */
  | { granted: false; reason: 'spend-cap' | 'no-rate' };

/** What is left to spend; null is no bound. Never below 0. */
export function left({ dayCap, monthCap, daySpent, monthSpent, reserved }: Budget): bigint | null {
  const rooms = [
    dayCap === null ? null : dayCap - daySpent - reserved,
    monthCap === null ? null : monthCap - monthSpent - reserved,
  ].filter((room) => room !== null);
  if (rooms.length === 0) return null;
  const least = rooms.reduce((a, b) => (a < b ? a : b));
  return least < 0n ? 0n : least;
}

/**
 * How long a call may last in all, up to `wanted` seconds, and what that costs at the most. Nothing is granted that the
 * switch could not cut in time.
 */
export function grant(call: PricedCall, tariff: Tariff | undefined, budget: Budget, wanted: number): Credit {
  const room = left(budget);
  if (!tariff || costOf(call, tariff, 1) === null) return { granted: false, reason: 'no-rate' };
  const seconds = room === null ? wanted : affordableSeconds(call, tariff, room, wanted);
  if (seconds <= CUT_EARLY_SECONDS) return { granted: false, reason: 'spend-cap' };
  return { granted: true, seconds, amountMicro: costOf(call, tariff, seconds) ?? 0n };
}

/** The most whole seconds, up to `most`, that cost no more than `room`. A call's cost never falls as it goes on. */
export function affordableSeconds(call: PricedCall, tariff: Tariff, room: bigint, most: number): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const cost = costOf(call, tariff, middle);
    if (cost !== null && cost <= room) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** In micro-units; null for a call that the tariff has no rate for. */
function costOf(call: PricedCall, tariff: Tariff, seconds: number): bigint | null {
  const rating = rateCall({ ...call, seconds }, tariff);
  return rating.outcome === 'rated' ? rating.amountMicro : null;
}
