import type { RatingStep } from '../../tariffs/domain/rate-call';
import type { Direction, Tariff } from '../../tariffs/domain/tariff';
import { rateUsage } from './rate-usage';
import type { UsageRecord } from './usage-record';

/** What rating adds to a usage record. Either it has a price and no problem, or a problem and no price. */
export interface UsagePrice {
  readonly tariffId: string | null;
  readonly currency: string;
  readonly pricedAs: Direction | null;
  readonly ratePrefix: string | null;
  readonly billedSeconds: number;
  readonly amountMicro: bigint;
  readonly steps: readonly RatingStep[];
  readonly problem: string | null;
}

/**
 * @param tariff the version in force when the usage began, if there was one
 * @param currency the tenant's, shown where no tariff says one
 */
export function priceUsage(usage: UsageRecord, tariff: Tariff | undefined, currency: string): UsagePrice {
  if (!tariff) return unpriced(null, currency, `no tariff was in force at ${usage.startedAt.toISOString()}`);
  const rated = rateUsage(usage, tariff);
  if ('outcome' in rated) return unpriced(tariff.id, tariff.currency, rated.detail);
  const { tariffId, pricedAs, prefix: ratePrefix, billedSeconds, amountMicro, steps } = rated;
  return { tariffId, currency: rated.currency, pricedAs, ratePrefix, billedSeconds, amountMicro, steps, problem: null };
}

function unpriced(tariffId: string | null, currency: string, problem: string): UsagePrice {
  const nothing = { pricedAs: null, ratePrefix: null, billedSeconds: 0, amountMicro: 0n, steps: [] };
  return { ...nothing, tariffId, currency, problem };
}
