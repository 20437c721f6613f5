import { Injectable } from '@nestjs/common';
import type { Principal } from '../auth/principal';
import { Config } from '../config/config';
import { type Bucket, ratePerSecond } from './bucket';
import { RequestPlans } from './request-plans';

/** One person or key may use up so much of what its tenant may; the others keep the rest. */
const ONES_SHARE = 0.5;

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

  /** What counts the requests of one person or key. The provider's people are by themselves: not at the tenant's expense. */
  async bucketsOf({ id, tenantId }: Pick<Principal, 'id' | 'tenantId'>): Promise<Bucket[]> {
    const perSecond = tenantId ? await this.of(tenantId) : this.config.TENANT_REQUESTS_PER_SECOND;
    const own: Bucket = { name: 'principal', key: id, ...ratePerSecond(perSecond * ONES_SHARE) };
    return tenantId ? [own, { name: 'tenant', key: tenantId, ...ratePerSecond(perSecond) }] : [own];
  }

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
