import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { billingPeriodAt } from '../../platform/time/billing-period';
import { localDateOf, startOfDay } from '../../platform/time/calendar';
import { CallingPlanReader } from '../calling-plan/calling-plan.reader';
import { TenantsReader } from '../tenants/tenants.reader';
import type { SpendingDto } from './spending.dto';
import { readSpending } from './spending.sql';

/** How the tenant that is set stands against its caps. */
@Injectable()
export class SpendingReader {
  constructor(
    private readonly database: TenantDatabase,
    private readonly plans: CallingPlanReader,
    private readonly tenants: TenantsReader,
    private readonly clock: Clock,
  ) {}

  async current(): Promise<SpendingDto> {
    const { timezone, currency } = await this.tenants.current();
    const { spendPerDayMicro, spendPerMonthMicro } = await this.plans.current();
    const now = this.clock.now();
    const [day, month] = [localDateOf(now, timezone), billingPeriodAt(now, timezone)];
    const ask = <T>(statement: string, parameters: unknown[]) => this.database.sql<T>(statement, parameters);
    const times = { day: startOfDay(day, timezone), month: month.start, now };
    const { daySpent, monthSpent, reserved } = await readSpending(ask, tenantContext.tenantId(), times);
    const spent = { daySpentMicro: daySpent, monthSpentMicro: monthSpent, reservedMicro: reserved };
    return { day, month: month.key, currency, ...spent, spendPerDayMicro, spendPerMonthMicro };
  }
}
