/** Events that no worker has taken up yet. */
export const OUTBOX = 'SELECT COUNT(*) AS waiting, MIN(created_at) AS oldest FROM outbox';

/** Deliveries that were to be made by now. Parameter: now. */
export const DUE_WEBHOOKS = 'SELECT COUNT(*) AS waiting, MIN(due_at) AS oldest FROM webhook_deliveries WHERE due_at <= ?';

/**
 * Calls whose first leg has been here for a while and which are not settled. Parameters: from, until. As many as the
 * sweep looks at once; more is more than anybody counts.
 */
export const UNSETTLED_CALLS = `
  SELECT COUNT(*) AS waiting, MIN(unsettled.created_at) AS oldest
  FROM (
    SELECT leg.created_at
    FROM call_legs leg
    WHERE leg.created_at >= ? AND leg.created_at < ?
      AND leg.uuid = leg.call_uuid
      AND NOT EXISTS (
        SELECT 1 FROM calls WHERE calls.node = leg.node AND calls.uuid = leg.uuid AND calls.settled = 1)
    LIMIT 500
  ) unsettled`;

export interface WaitingRow {
  waiting: string;
  oldest: Date | null;
}
