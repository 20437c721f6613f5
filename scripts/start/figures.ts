import { serviceLevel, type ServiceLevelFormula } from '../../src/features/contracts/domain/service-level';
import { WAIT_COUNTS, waitCounts, type WaitCountsRow } from '../../src/features/service-level/service-level.sql';
import { minorDecimalOf } from '../../src/platform/money/money';
import { billingPeriod } from '../../src/platform/time/billing-period';

interface Sql {
  sql<T>(statement: string, parameters?: unknown[]): Promise<T[]>;
}

/** One tenant's month so far. Money is decimal text in the tenant's currency. */
export interface TenantFigures {
  tenant: string;
  period: string;
  calls: number;
  answered: number;
  abandoned: number;
  /** Percentage by the contract's own formula; null while there is nothing to judge. */
  serviceLevel: number | null;
  serviceLevelTarget: number;
  usage: string;
  invoiceTotal: string;
  invoiceState: string;
  currency: string;
}

interface Row {
  id: string;
  slug: string;
  timezone: string;
  currency: string;
  formula: ServiceLevelFormula;
  answerSeconds: number;
  shortAbandonSeconds: number;
  target: number;
}

/** The figures of each living tenant for the month. */
export async function tenantFigures(database: Sql, period: string): Promise<TenantFigures[]> {
  const tenants = await database.sql<Row>(
    `SELECT t.id, t.slug, t.timezone, t.currency, c.formula, c.answer_seconds AS answerSeconds,
            c.short_abandon_seconds AS shortAbandonSeconds, c.target
     FROM tenants t JOIN contracts c ON c.tenant_id = t.id
     WHERE t.removed_at IS NULL
       AND c.id = (SELECT MAX(n.id) FROM contracts n WHERE n.tenant_id = t.id)
     ORDER BY t.slug`,
  );
  return Promise.all(tenants.map((tenant) => figuresOf(database, tenant, period)));
}

async function figuresOf(database: Sql, tenant: Row, period: string): Promise<TenantFigures> {
  const { start, end } = billingPeriod(period, tenant.timezone);
  const [all] = await database.sql<{ calls: string }>(
    'SELECT COUNT(*) AS calls FROM calls WHERE tenant_id = ? AND settled = 1 AND started_at >= ? AND started_at < ?',
    [tenant.id, start, end],
  );
  const [waits] = await database.sql<WaitCountsRow>(
    WAIT_COUNTS,
    [tenant.answerSeconds, tenant.answerSeconds, tenant.shortAbandonSeconds, tenant.id, start, end],
  );
  const counts = waitCounts(waits);
  const [usage] = await database.sql<{ total: string | null }>(
    'SELECT SUM(amount_micro) AS total FROM usage_records WHERE tenant_id = ? AND started_at >= ? AND started_at < ?',
    [tenant.id, start, end],
  );
  const [invoice] = await database.sql<{ total: string; state: string }>(
    'SELECT payable_micro AS total, state FROM invoices WHERE tenant_id = ? AND period = ?',
    [tenant.id, period],
  );
  const level = serviceLevel(tenant.formula, counts);
  const money = (micro: string | null | undefined) => minorDecimalOf(BigInt(micro ?? 0), tenant.currency);
  return {
    tenant: tenant.slug,
    period,
    calls: Number(all?.calls ?? 0),
    answered: counts.answered,
    abandoned: counts.abandoned,
    serviceLevel: level === null ? null : Math.round(level * 1000) / 10,
    serviceLevelTarget: tenant.target,
    usage: money(usage?.total),
    invoiceTotal: money(invoice?.total),
    invoiceState: invoice?.state ?? 'none',
    currency: tenant.currency,
  };
}
