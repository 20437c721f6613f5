/** Parameters: T, T, s, tenant, start, end. Calls in progress count once they are over. */
export const WAIT_COUNTS = `
  SELECT SUM(outcome = 'answered') AS answered, SUM(outcome = 'answered' AND wait_seconds <= ?) AS answeredWithinT,
         SUM(outcome = 'abandoned') AS abandoned, SUM(outcome = 'abandoned' AND wait_seconds <= ?) AS abandonedWithinT,
         SUM(outcome = 'abandoned' AND wait_seconds <= ?) AS abandonedWithinS
  FROM calls WHERE tenant_id = ? AND settled = 1 AND started_at >= ? AND started_at < ?`;
