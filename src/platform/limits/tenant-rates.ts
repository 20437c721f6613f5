import { Injectable } from '@nestjs/common';
import type { Principal } from '../auth/principal';
import { Config } from '../config/config';
import { type Bucket, ratePerSecond } from './bucket';
import { RequestPlans } from './request-plans';

/** One person or key may use up so much of what its tenant may; the others keep the rest. */
const ONES_SHARE = 0.5;

/** So many seats may make one request a second: a desktop makes a few at each call. */
const SEATS_A_REQUEST = 2;

/** One of the provider's people, who may set up a whole call centre in a minute. */
const STAFF_PER_SECOND = 25;

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
    if (!tenantId) return [{ name: 'principal', key: id, ...ratePerSecond(Math.max(STAFF_PER_SECOND, this.config.TENANT_REQUESTS_PER_SECOND)) }];
    const perSecond = await this.of(tenantId);
    const own: Bucket = { name: 'principal', key: id, ...ratePerSecond(perSecond * ONES_SHARE) };
    return [own, { name: 'tenant', key: tenantId, ...ratePerSecond(perSecond) }];
  }

  /** By contract, else the installation's usual, or one for two seats: a centre that signs in at eight is no flood. */
  async of(tenantId: string): Promise<number> {
    const known = this.plans.get(tenantId);
    if (known && known.until > performance.now()) return known.perSecond;
    const { perSecond: agreed, seats } = await this.source.planOf(tenantId);
    const perSecond = agreed ?? Math.max(this.config.TENANT_REQUESTS_PER_SECOND, Math.ceil(seats / SEATS_A_REQUEST));
    this.plans.set(tenantId, { perSecond, until: performance.now() + PLAN_MS });
    return perSecond;
  }
}
