import { instantOf, wallTimeOf } from '../texts/zoned-time';

export const PERIODS = ['today', 'yesterday', 'week', 'month', 'own'] as const;
export type Period = (typeof PERIODS)[number];

const DAY_MS = 86_400_000;

export interface PeriodSearch {
  period?: string | undefined;
  /** `YYYY-MM-DDTHH:MM` in the tenant's zone; only of a period of one's own. */
  from?: string | undefined;
  to?: string | undefined;
}

/** The instants between which calls are looked for, ISO 8601 in UTC. Days are those of the zone, today included. */
export function spanOf({ period, from, to }: PeriodSearch, zone: string, now: number): { from?: string; to?: string } {
  const midnight = (daysAgo: number): string | null => dayStart(now, daysAgo, zone);
  switch (period) {
    case 'today':
      return given(midnight(0), null);
    case 'yesterday':
      return given(midnight(1), midnight(0));
    case 'week':
      return given(midnight(6), null);
    case 'month':
      return given(midnight(29), null);
    case 'own':
      return given(from ? instantOf(from, zone) : null, to ? instantOf(to, zone) : null);
    default:
      return {};
  }
}

/** By the calendar, as a day with a change of clocks does not have 24 hours. */
function dayStart(now: number, daysAgo: number, zone: string): string | null {
  const today = Date.parse(`${wallTimeOf(now, zone).slice(0, 10)}T00:00:00Z`);
  return instantOf(`${new Date(today - daysAgo * DAY_MS).toISOString().slice(0, 10)}T00:00`, zone);
}

function given(from: string | null, to: string | null): { from?: string; to?: string } {
  return { ...(from !== null && { from }), ...(to !== null && { to }) };
}
