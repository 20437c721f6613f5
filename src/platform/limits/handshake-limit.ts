import { Injectable } from '@nestjs/common';
import type { Principal } from '../auth/principal';
import { RateLimiter } from './rate-limiter';
import { StrangerLimit } from './stranger-limit';
import { TenantRates } from './tenant-rates';

/** Counts what would become a websocket with the requests of whoever asks: it passes none of the HTTP boundary. */
@Injectable()
export class HandshakeLimit {
  constructor(
    private readonly strangers: StrangerLimit,
    private readonly limiter: RateLimiter,
    private readonly rates: TenantRates,
  ) {}

  /** Whether an address has shown so many wrong credentials that nothing of its is looked at for now. */
  isBlocked(address: string): boolean {
    try {
      this.strangers.refuseBlocked(address);
      return false;
    } catch {
      return true;
    }
  }

  async countWrong(address: string): Promise<void> {
    await this.strangers.count(address).catch(() => undefined);
  }

  /** As for requests, nothing is counted of somebody known while Redis cannot be asked. */
  async isTooMuch(principal: Pick<Principal, 'id' | 'tenantId'>): Promise<boolean> {
    const levels = await this.limiter.take(await this.rates.bucketsOf(principal));
    return levels?.some(({ retryInMs }) => retryInMs > 0) ?? false;
  }
}
