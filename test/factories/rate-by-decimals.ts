import { Decimal } from 'decimal.js';
import { findRate } from '../../src/features/tariffs/domain/find-rate';
import type { RatableCall } from '../../src/features/tariffs/domain/rate-call';
import type { RateRow, Tariff } from '../../src/features/tariffs/domain/tariff';
import { ANY_TIME } from '../../src/features/tariffs/domain/time-bands';

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
const MICRO = new Exact(1_000_000);

interface DecimalStep {
  row: RateRow;
  billed: Decimal;
  price: Decimal;
}

/**
 * The rules of rating once more, as one writes them with decimal.js: for a tariff without bands. Amounts are decimals of the
 * currency and not micro-units, so that a fault of scale shows.
 */
export function rateByDecimals({ direction, number, seconds }: RatableCall, tariff: Tariff): { amountMicro: bigint; billedSeconds: number } {
  const ladder = findRate(tariff, direction, number)?.ladders.get(ANY_TIME) ?? [];
  const length = new Exact(seconds);
  const steps = ladder.flatMap((row, rung): DecimalStep[] => {
    const from = new Exact(row.fromSecond);
    if (length.lessThanOrEqualTo(from)) return [];
    const next = ladder[rung + 1];
    const until = next ? Exact.min(length, next.fromSecond) : length;
    const increments = until.minus(from).dividedBy(row.incrementSeconds).ceil();
    const billed = increments.times(row.incrementSeconds);
    const price = new Exact(row.priceMicro.toString()).dividedBy(MICRO);
    return [{ row, billed, price: price.times(billed).dividedBy(row.unitSeconds) }];
  });
  const fee = seconds === 0 ? new Exact(0) : new Exact((ladder[0]?.connectFeeMicro ?? 0n).toString()).dividedBy(MICRO);
  const amount = steps.reduce((sum, { price }) => sum.plus(price), fee).toDecimalPlaces(6);
  const billedSeconds = steps.reduce((sum, { billed }) => sum.plus(billed), new Exact(0));
  return { amountMicro: BigInt(amount.times(MICRO).toFixed(0)), billedSeconds: billedSeconds.toNumber() };
}
