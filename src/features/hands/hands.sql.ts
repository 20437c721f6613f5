/** Parameters: the tenant, from, until. */
export const COUNTS_BY_TOPIC = `
  SELECT topic, COUNT(*) AS raised, SUM(taken_at IS NOT NULL) AS taken, SUM(COALESCE(resolved, 0)) AS resolved
    FROM hands
   WHERE tenant_id = ? AND created_at >= ? AND created_at < ?
   GROUP BY topic ORDER BY raised DESC, topic`;

/** The middle one of those that were taken, or the mean of the two in the middle. Parameters: the tenant, from, until. */
export const MEDIANS_BY_TOPIC = `
  SELECT topic, AVG(wait_seconds) AS median
    FROM (
      SELECT topic, wait_seconds, COUNT(*) OVER (PARTITION BY topic) AS many,
             ROW_NUMBER() OVER (PARTITION BY topic ORDER BY wait_seconds) AS place
        FROM hands
       WHERE tenant_id = ? AND created_at >= ? AND created_at < ? AND wait_seconds IS NOT NULL
    ) waits
   WHERE place IN (FLOOR((many + 1) / 2), CEIL((many + 1) / 2))
   GROUP BY topic`;
