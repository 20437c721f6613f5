/** What the stock's own table does not say of a number: whose it is by name, and whether it is leased. */
export const FACTS = `
  SELECT s.id, t.name AS heldForName, n.number IS NOT NULL AS leased
  FROM number_stock s
  LEFT JOIN tenants t ON t.id = s.held_for
  LEFT JOIN numbers n ON n.number = s.number AND n.leased_until IS NULL
  WHERE s.id IN (?)`;

export interface FactsRow {
  id: string;
  heldForName: string | null;
  leased: number;
}

/** Of another living tenant, leased or kept for it. Whatever is leased is in the stock. */
export const OF_OTHERS = `
  SELECT s.number
  FROM number_stock s
  LEFT JOIN tenants t ON t.id = s.held_for
  LEFT JOIN numbers n ON n.number = s.number AND n.leased_until IS NULL
  LEFT JOIN tenants o ON o.id = n.tenant_id
  WHERE s.number IN (?) AND ((t.slug <> ? AND t.removed_at IS NULL) OR o.slug <> ?)
  ORDER BY s.number`;

/** A condition on a column that holds a number: somebody leases it now. */
export const isLeased = (column: string): string =>
  `EXISTS (SELECT 1 FROM numbers n WHERE n.number = ${column} AND n.leased_until IS NULL)`;
