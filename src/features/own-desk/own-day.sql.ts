/** Parameters: the tenant, the agent's number, from, until. */
export const OFFERS_OF_DAY = `
  SELECT SUM(result = 'answered') AS answered, SUM(result IN ('no-answer', 'rejected', 'busy')) AS missed
    FROM call_offers
   WHERE tenant_id = ? AND agent = ? AND started_at >= ? AND started_at < ?`;

/**
 * The agent's legs of the calls that he was offered and answered. Parameters: `agent@domain`, the tenant, the agent's
 * number, from, until.
 */
export const TALK_OF_DAY = `
  SELECT COUNT(*) AS talked, SUM(seconds) AS seconds, MAX(seconds) AS longest
    FROM (
      SELECT DISTINCT leg.id, CAST(JSON_VALUE(leg.facts, '$.billSeconds') AS UNSIGNED) AS seconds
        FROM call_offers offer
        JOIN calls ON calls.tenant_id = offer.tenant_id AND calls.id = offer.call_id
        JOIN call_legs leg ON leg.tenant_id = calls.tenant_id AND leg.call_uuid = calls.uuid
                          AND JSON_VALUE(leg.facts, '$.queue.agent') = ?
                          AND JSON_VALUE(leg.facts, '$.queue.side') = 'agent'
                          AND JSON_VALUE(leg.facts, '$.answeredAt') IS NOT NULL
       WHERE offer.tenant_id = ? AND offer.agent = ? AND offer.started_at >= ? AND offer.started_at < ?
         AND offer.result = 'answered'
    ) talks`;
