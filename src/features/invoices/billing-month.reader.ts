import { Injectable } from '@nestjs/common';
import { ReportsDatabase } from '../../platform/database/reports-database';
import { AppError } from '../../platform/errors/app-error';
import { billingPeriod, MONTH, MONTH_RULE } from '../../platform/time/billing-period';
import type { BillingMonthDto, TenantMonthDto } from './billing-month.dto';
import { MONTH_OF_ALL, type MonthRow } from './billing-month.sql';

/** A month over all tenants, for the provider's finance. */
@Injectable()
export class BillingMonthReader {
  constructor(private readonly database: ReportsDatabase) {}

  /** @throws AppError invalid_request when the month is written wrong */
  async read(period: string): Promise<BillingMonthDto> {
    if (!MONTH.test(period)) throw AppError.invalid('/period', MONTH_RULE);
    const rows = await this.database.sql<MonthRow>(MONTH_OF_ALL, [period]);
    return { period, tenants: rows.flatMap((row) => monthOf(row, period)) };
  }
}

/** None for a tenant that was not one yet, or none any more, and has no invoice of late calls either. */
function monthOf({ tenantId, slug, name, timezone, ...row }: MonthRow, period: string): TenantMonthDto[] {
  const { start, end } = billingPeriod(period, timezone);
  const wasOne = row.createdAt < end && (row.removedAt === null || row.removedAt > start);
  if (!wasOne && row.id === null) return [];
  const tenant = { id: tenantId, slug, name, removed: row.removedAt !== null };
  return [{ id: tenantId, tenant, endsAt: end, ...(row.id !== null && { invoice: invoiceOf(row) }) }];
}

function invoiceOf({ id, state, number, currency, totalMicro, payableMicro, finalizedAt, lineCount }: Omit<MonthRow, 'tenantId' | 'slug' | 'name' | 'timezone'>) {
  return {
    id: id ?? '',
    state: state ?? '',
    number,
    currency: currency ?? '',
    totalMicro: BigInt(totalMicro ?? 0),
    payableMicro: BigInt(payableMicro ?? 0),
    finalizedAt,
    lineCount: Number(lineCount),
  };
}
