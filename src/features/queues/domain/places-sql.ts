/**
 * Every agent's place in every queue, to select from: those put there by hand, and those who have all the skills that the
 * queue asks for, each at its level or above. Of these the ones whose weakest skill is strongest are on level 0, the next
 * on level 1: a level that is missing would have callers wait for nobody. Each has a position of its own, after those put
 * there by hand, as two strategies pass over whoever shares one. Who is there by hand is not there by skill as well.
 * @param isOurs the condition on the alias `own`, for which it stands three times
 */
function places(isOurs: string): string {
  return `(
    SELECT own.tenant_id, own.queue_id, own.agent_id, own.level, own.position, 0 AS by_skill FROM tiers own WHERE ${isOurs}
    UNION ALL
    SELECT able.tenant_id, able.queue_id, able.agent_id,
           DENSE_RANK() OVER (PARTITION BY able.tenant_id, able.queue_id ORDER BY able.weakest DESC) - 1,
           COALESCE(hand.last, 0) + ROW_NUMBER() OVER (PARTITION BY able.tenant_id, able.queue_id ORDER BY able.weakest DESC, able.agent_id), 1
    FROM (
      SELECT own.tenant_id, own.queue_id, had.agent_id, MIN(had.level) AS weakest
      FROM queue_skills own
      JOIN agent_skills had ON had.tenant_id = own.tenant_id AND had.skill_id = own.skill_id AND had.level >= own.level
      WHERE ${isOurs}
      GROUP BY own.tenant_id, own.queue_id, had.agent_id
      HAVING COUNT(*) = (SELECT COUNT(*) FROM queue_skills asked WHERE asked.tenant_id = own.tenant_id AND asked.queue_id = own.queue_id)
    ) able
    LEFT JOIN (SELECT own.tenant_id, own.queue_id, MAX(own.position) AS last FROM tiers own WHERE ${isOurs} GROUP BY own.tenant_id, own.queue_id) hand
      ON hand.tenant_id = able.tenant_id AND hand.queue_id = able.queue_id
    LEFT JOIN tiers present
      ON present.tenant_id = able.tenant_id AND present.queue_id = able.queue_id AND present.agent_id = able.agent_id
    WHERE present.id IS NULL
  )`;
}

/** Over all tenants. */
export const ALL_PLACES = places('TRUE');

/** One tenant's; it takes that tenant's id three times. */
export const OWN_PLACES = places('own.tenant_id = ?');
