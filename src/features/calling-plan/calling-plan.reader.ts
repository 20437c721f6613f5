import { Injectable } from '@nestjs/common';
import { json } from '../../platform/database/json-column';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { CallingPlanRow } from './calling-plan.entity';
import { type CallingPlan, DEFAULT_CALLING_PLAN } from './domain/calling-plan';

/** The narrow questions that other features may ask. */
@Injectable()
export class CallingPlanReader {
  constructor(private readonly database: TenantDatabase) {}

  /** The tenant's plan; the default one where its file has never said any. */
  async current(): Promise<CallingPlan> {
    const row = await this.database.table(CallingPlanRow).findOne({});
    return row ? planOf(row) : DEFAULT_CALLING_PLAN;
  }
}

function planOf(row: CallingPlanRow): CallingPlan {
  return {
    destinations: json<string[]>(row.destinations),
    spendPerDayMicro: row.spendPerDayMicro,
    spendPerMonthMicro: row.spendPerMonthMicro,
    seatCallsPerMinute: row.seatCallsPerMinute,
    callsPerMinute: row.callsPerMinute,
    callsPerSecond: row.callsPerSecond,
    reservedChannels: row.reservedChannels,
    maxCallMinutes: row.maxCallMinutes,
  };
}
