import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { RequestPlans } from './request-plans';

/** A change of a plan acts within this time. */
const PLAN_MS = 10_000;

/** How many requests a second each tenant may make. */
@Injectable()
export class TenantRates {
  private readonly plans = new Map<string, { perSecond: number; until: number }>();

  constructor(
    private readonly source: RequestPlans,
    private readonly config: Config,
  ) {}

  /** By contract, else the installation's usual, or one for each seat: a centre that signs in at eight is no flood. */
  async of(tenantId: string): Promise<number> {
    const known = this.plans.get(tenantId);
    if (known && known.until > performance.now()) return known.perSecond;
    const { perSecond: agreed, seats } = await this.source.planOf(tenantId);
    const perSecond = agreed ?? Math.max(this.config.TENANT_REQUESTS_PER_SECOND, seats);
    this.plans.set(tenantId, { perSecond, until: performance.now() + PLAN_MS });
    return perSecond;
  }
}
