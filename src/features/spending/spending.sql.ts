/** What one tenant has spent on outbound calls and reserved for those under way, in micro-units. */
export interface Spending {
  daySpent: bigint;
  monthSpent: bigint;
  reserved: bigint;
}

/** When the tenant's day and month began, and what time it is. */
export interface SpendingTimes {
  day: Date;
  month: Date;
  now: Date;
}

/** How a database is asked, the provider's or the tenants'. */
type Ask = <T>(statement: string, parameters: unknown[]) => Promise<T[]>;

/** A call whose own leg has been accounted for this long ago, and whose trunk leg has not, had none. */
const NEVER_CAME_SECONDS = 60;

/**
 * A reservation counts until the CDR of its leg is rated or tells that nobody answered: from then on the usage counts.
 * One whose leg never came about counts until the call's own CDR is in; one that no CDR ever tells of, until it expires.
 */
const COUNTS = `
  NOT EXISTS (SELECT 1 FROM usage_records u
               WHERE u.tenant_id = r.tenant_id AND u.source = 'cdr' AND u.source_id = CONCAT(r.node, '/', r.leg_uuid))
  AND (
    EXISTS (SELECT 1 FROM call_legs l
             WHERE l.node = r.node AND l.uuid = r.leg_uuid AND JSON_VALUE(l.facts, '$.billSeconds') > 0)
    OR (
      r.expires_at > ?
      AND NOT EXISTS (SELECT 1 FROM call_legs l WHERE l.node = r.node AND l.uuid = r.leg_uuid)
      AND NOT EXISTS (SELECT 1 FROM call_legs l
                       WHERE l.node = r.node AND l.uuid = r.call_uuid AND l.created_at < ? - INTERVAL ${NEVER_CAME_SECONDS} SECOND)
    )
  )`;

/**
 * What is reserved is read first: a call that is rated meanwhile counts twice for once, and never not at all.
 * @param except the reservation that is to be renewed
 */
export async function readSpending(ask: Ask, tenantId: string, at: SpendingTimes, except = ''): Promise<Spending> {
  const [open] = await ask<{ reserved: string }>(
    `SELECT CAST(COALESCE(SUM(r.amount_micro), 0) AS CHAR) AS reserved
     FROM spend_reservations r WHERE r.tenant_id = ? AND r.created_at >= ? AND r.id <> ? AND ${COUNTS}`,
    [tenantId, at.month, except, at.now, at.now],
  );
  const [spent] = await ask<{ day: string; month: string }>(
    `SELECT CAST(COALESCE(SUM(IF(started_at >= ?, amount_micro, 0)), 0) AS CHAR) AS day,
            CAST(COALESCE(SUM(amount_micro), 0) AS CHAR) AS month
     FROM usage_records WHERE tenant_id = ? AND kind IN ('outbound', 'transfer') AND started_at >= ?`,
    [at.day, tenantId, at.month],
  );
  return {
    daySpent: BigInt(spent?.day ?? 0),
    monthSpent: BigInt(spent?.month ?? 0),
    reserved: BigInt(open?.reserved ?? 0),
  };
}
