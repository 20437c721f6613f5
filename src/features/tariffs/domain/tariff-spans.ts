import { startOfDay } from '../../../platform/time/calendar';
import type { Tariff } from './tariff';

/** The time during which one version of a tenant's tariff is in force. */
export interface TariffSpan {
  readonly tariff: Tariff;
  readonly from: Date;
  /** Not included; null for the last version, which goes on. */
  readonly until: Date | null;
}

/**
 * Which version prices what: each holds from the first moment of its first day, in its zone, until the next one's.
 * Of several versions for the same day the one made last (the greatest id) holds. The order of `versions` is free.
 */
export function tariffSpans(versions: readonly Tariff[]): TariffSpan[] {
  const oldestFirst = versions.toSorted((a, b) => compare(a.validFrom, b.validFrom) || compare(a.id, b.id));
  const holding = oldestFirst.filter((tariff, at) => oldestFirst[at + 1]?.validFrom !== tariff.validFrom);
  return holding.map((tariff, at) => ({
    tariff,
    from: startsAt(tariff),
    until: startsAt(holding[at + 1]),
  }));
}

/** The version in force at an instant; undefined before the first one. */
export function tariffAt(spans: readonly TariffSpan[], instant: Date): Tariff | undefined {
  return spans.find(({ from, until }) => from <= instant && (until === null || instant < until))?.tariff;
}

function startsAt(tariff: Tariff): Date;
function startsAt(tariff: Tariff | undefined): Date | null;
function startsAt(tariff: Tariff | undefined): Date | null {
  return tariff ? startOfDay(tariff.validFrom, tariff.timezone) : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
