/**
 * Announces again the first legs whose call is not settled. The latest come first: what exceeds the limit is looked at
 * again when it is older. Parameters: the time, from and until of each span, the limit.
 */
export const announceUnsettled = (spans: number) => `
  INSERT INTO outbox (tenant_id, type, payload, created_at)
  SELECT leg.tenant_id, 'call.leg_settled', JSON_OBJECT('callUuid', leg.call_uuid), ?
    FROM call_legs leg
   WHERE (${Array(spans).fill('(leg.created_at >= ? AND leg.created_at < ?)').join(' OR ')})
     AND leg.uuid = leg.call_uuid
     AND NOT EXISTS (
       SELECT 1 FROM calls WHERE calls.node = leg.node AND calls.uuid = leg.uuid AND calls.settled = 1)
   ORDER BY leg.created_at DESC
   LIMIT ?`;

/**
 * Legs whose call's first leg is not there; a join, as MariaDB reads the whole index for NOT EXISTS. Parameters: from,
 * until.
 */
export const COUNT_WITHOUT_FIRST = `
  SELECT COUNT(*) AS legs
    FROM call_legs leg
    LEFT JOIN call_legs first_leg ON first_leg.node = leg.node AND first_leg.uuid = leg.call_uuid
   WHERE leg.created_at >= ? AND leg.created_at < ?
     AND leg.uuid <> leg.call_uuid
     AND first_leg.uuid IS NULL`;
