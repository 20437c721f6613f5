import { Injectable } from '@nestjs/common';
import type { Page } from '../../platform/http/page';
import { billingPeriod } from '../../platform/time/billing-period';
import { TenantsReader } from '../tenants/tenants.reader';
import type { KnownUsage } from './known-usage';
import type { UsageRequest } from './usage.dto';
import { UsageReader } from './usage.reader';

/** The list of usage records that a tenant sees. */
@Injectable()
export class UsageListService {
  constructor(
    private readonly usage: UsageReader,
    private readonly tenants: TenantsReader,
  ) {}

  /** Months are those of the tenant's zone. */
  async page({ period, kind, callId, ...request }: UsageRequest): Promise<Page<KnownUsage>> {
    const month = period === undefined ? undefined : billingPeriod(period, (await this.tenants.current()).timezone);
    return this.usage.page(request, { kind, callId, ...(month && { startedWithin: [month.start, month.end] }) });
  }
}
