/** How often was mended what would have kept callers waiting, by node, since a moment. */
export const MENDED = `
  SELECT r.node,
         COUNT(*) AS passes,
         COALESCE(SUM(JSON_EXTRACT(r.counts, '$."free-agent"')), 0) AS agentsFreed,
         COALESCE(SUM(JSON_EXTRACT(r.counts, '$."requeue-caller"')), 0) AS callersRequeued,
         COALESCE(SUM(r.refused), 0) AS refused
  FROM reconciliations r
  WHERE r.created_at >= ?
  GROUP BY r.node`;

export interface MendedRow {
  node: string;
  passes: string;
  agentsFreed: string;
  callersRequeued: string;
  refused: string;
}

/** What the reconcilers found since a moment, over all tenants, newest first. */
export const FINDINGS = `
  SELECT r.id, r.node, r.tenant_id AS tenantId, t.name AS tenantName, r.counts, r.refused, r.examples, r.created_at AS createdAt
  FROM reconciliations r
  JOIN tenants t ON t.id = r.tenant_id
  WHERE r.created_at >= ?
  ORDER BY r.created_at DESC, r.id DESC
  LIMIT ?`;

export interface FindingRow {
  id: string;
  node: string;
  tenantId: string;
  tenantName: string;
  counts: unknown;
  refused: number;
  examples: unknown;
  createdAt: Date;
}
