import type { WaitCounts } from '../contracts/domain/service-level';

/** Parameters: T, T, s, tenant, start, end. Calls that came into a queue, by its clock; those in progress count once they are over. */
export const WAIT_COUNTS = `
  SELECT SUM(outcome = 'answered') AS answered, SUM(outcome = 'answered' AND wait_seconds <= ?) AS answeredWithinT,
         SUM(outcome = 'abandoned') AS abandoned, SUM(outcome = 'abandoned' AND wait_seconds <= ?) AS abandonedWithinT,
         SUM(outcome = 'abandoned' AND wait_seconds <= ?) AS abandonedWithinS
  FROM calls WHERE tenant_id = ? AND settled = 1 AND direction = 'inbound' AND queue IS NOT NULL AND started_at >= ? AND started_at < ?`;

/** As the database answers: sums over no row are null. */
export type WaitCountsRow = Record<keyof WaitCounts, string | null>;

export function waitCounts(row: WaitCountsRow | undefined): WaitCounts {
  const count = (name: keyof WaitCounts) => Number(row?.[name] ?? 0);
  return {
    answered: count('answered'),
    answeredWithinT: count('answeredWithinT'),
    abandoned: count('abandoned'),
    abandonedWithinT: count('abandonedWithinT'),
    abandonedWithinS: count('abandonedWithinS'),
  };
}
