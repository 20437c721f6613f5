import { rateCall, type Rating, type RatingRefusal } from '../../tariffs/domain/rate-call';
import type { Tariff } from '../../tariffs/domain/tariff';
import type { UsageRecord } from './usage-record';

/** Usage with its price, and all that is needed to defend it. */
export interface RatedUsage extends UsageRecord, Omit<Rating, 'outcome'> {
  readonly tariffId: string;
  readonly currency: string;
}

/** Prices a usage record; a refusal leaves it unrated, to be shown and rated again once the tariff is mended. */
export function rateUsage(usage: UsageRecord, tariff: Tariff): RatedUsage | RatingRefusal {
  const { kind: direction, number, seconds, startedAt } = usage;
  if (number === null) return { outcome: 'refused', reason: 'no-rate', detail: 'the number called was erased before it was rated' };
  const rating = rateCall({ direction, number, seconds, startedAt }, tariff);
  if (rating.outcome === 'refused') return rating;
  const { outcome: _, ...priced } = rating;
  return { ...usage, ...priced, tariffId: tariff.id, currency: tariff.currency };
}
