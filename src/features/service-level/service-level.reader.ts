import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import type { BillingPeriod } from '../../platform/time/billing-period';
import { ContractsReader } from '../contracts/contracts.reader';
import { serviceLevel, type ServiceLevelFormula, type WaitCounts } from '../contracts/domain/service-level';
import { WAIT_COUNTS, waitCounts, type WaitCountsRow } from './service-level.sql';

/** The narrow questions that other features may ask. */
@Injectable()
export class ServiceLevelReader {
  constructor(
    private readonly database: TenantDatabase,
    private readonly contracts: ContractsReader,
  ) {}

  /** A month's level by the contract of its last day, 0 to 1; null without a contract or a call. */
  async within({ start, end, lastDay }: BillingPeriod): Promise<number | null> {
    const contract = await this.contracts.on(lastDay);
    if (!contract) return null;
    return serviceLevel(contract.formula as ServiceLevelFormula, await this.counts(contract, [start, end]));
  }

  /** How callers of a stretch of time were served. */
  async counts({ answerSeconds: t, shortAbandonSeconds: s }: { answerSeconds: number; shortAbandonSeconds: number }, [start, end]: [Date, Date]): Promise<WaitCounts> {
    const parameters = [t, t, s, tenantContext.tenantId(), start, end];
    const [row] = await this.database.sql<WaitCountsRow>(WAIT_COUNTS, parameters);
    return waitCounts(row);
  }
}
