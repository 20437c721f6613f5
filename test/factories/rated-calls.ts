import type { RatableCall } from '../../src/features/tariffs/domain/rate-call';
import type { RateRow, Tariff } from '../../src/features/tariffs/domain/tariff';
import { parseMicro } from '../../src/platform/money/money';

const row = (prefix: string, price: string, over: Partial<RateRow> = {}): RateRow => ({
  direction: 'outbound', prefix, connectFeeMicro: 0n, priceMicro: parseMicro(price), unitSeconds: 60, incrementSeconds: 60, fromSecond: 0, ...over,
});

/** 60/6, 60/60 with a connect fee, and by the second. */
export function ratedTariff(): Tariff {
  return {
    id: 'tar_1', currency: 'CNY', timezone: 'Asia/Shanghai', validFrom: '2026-01-01', seatMonthlyMicro: 0n, numberMonthlyMicro: 0n, platformMonthlyMicro: 0n,
    rates: [
      row('', '3', { connectFeeMicro: parseMicro('0.5') }),
      row('+86', '0.25'), row('+86', '0.25', { fromSecond: 60, incrementSeconds: 6 }),
      row('+86138', '0.222222', { incrementSeconds: 1 }),
      row('+852', '1.8', { incrementSeconds: 1, connectFeeMicro: parseMicro('0.05') }),
    ],
  };
}

/** The same ones each time: a linear congruential generator (Numerical Recipes). */
export function ratedCalls(count: number): RatableCall[] {
  let state = 20_261_001;
  const below = (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % most;
  };
  const numbers = ['+8613800138001', '+8621600100', '+85221234567', '+442079460000', '+8613900139009'];
  return Array.from({ length: count }, () => ({
    direction: 'outbound' as const, number: numbers[below(numbers.length)] ?? '', seconds: below(1800), startedAt: new Date(Date.UTC(2026, 9, 1) + below(2_678_400) * 1000),
  }));
}
