/** Every tenant that ever was, with its invoice of a month. Parameter: the month. */
export const MONTH_OF_ALL = `
  SELECT t.id AS tenantId, t.slug, t.name, t.timezone, t.created_at AS createdAt, t.removed_at AS removedAt,
         i.id, i.state, i.number, i.currency, CAST(i.total_micro AS CHAR) AS totalMicro,
         CAST(i.payable_micro AS CHAR) AS payableMicro, i.finalized_at AS finalizedAt,
         (SELECT COUNT(*) FROM invoice_lines l WHERE l.tenant_id = i.tenant_id AND l.invoice_id = i.id) AS lineCount
  FROM tenants t
  LEFT JOIN invoices i ON i.tenant_id = t.id AND i.period = ?
  ORDER BY t.slug`;

export interface MonthRow {
  tenantId: string;
  slug: string;
  name: string;
  timezone: string;
  createdAt: Date;
  removedAt: Date | null;
  /** Null, as what follows, where there is no invoice of that month. */
  id: string | null;
  state: string | null;
  number: string | null;
  currency: string | null;
  totalMicro: string | null;
  payableMicro: string | null;
  finalizedAt: Date | null;
  lineCount: string;
}
