import { Module } from '@nestjs/common';
import { HandshakeLimit } from './handshake-limit';
import { Patience } from './patience';
import { RateLimiter } from './rate-limiter';
import { RequestLimitsGuard } from './request-limits.guard';
import { RightOfWay } from './right-of-way';
import { StrangerLimit } from './stranger-limit';
import { TenantRates } from './tenant-rates';
import { WorkSlotsGate } from './work-slots.gate';

/** Who may ask how much. Needs RequestPlans from the feature that keeps tenants. */
@Module({
  providers: [HandshakeLimit, Patience, RateLimiter, RequestLimitsGuard, RightOfWay, StrangerLimit, TenantRates, WorkSlotsGate],
  exports: [HandshakeLimit, RateLimiter, TenantRates],
})
export class LimitsModule {}
