import { rateCall } from '../src/features/tariffs/domain/rate-call';
import { rateByDecimals } from '../test/factories/rate-by-decimals';
import { ratedCalls, ratedTariff } from '../test/factories/rated-calls';
import type { Figure } from './figure';
import { perCpuSecond } from './per-cpu-second';
import { percentile, rounded } from './statistics';

const CALLS = 20_000;
const ROUNDS = 9;
/** So many turns of ours to one of decimal.js's, so that both are long enough to be measured. */
const TURNS = 20;

/**
 * Rated calls per CPU second, ours divided by those of the same rules written with decimal.js; the rate is looked up in the same
 * way by both. The median of the rounds' ratios, in turn in this process, after one round to warm up.
 * @throws Error where the two sides disagree about a price
 */
export async function ratingVsDecimalJs(): Promise<Figure> {
  const tariff = ratedTariff();
  const calls = ratedCalls(CALLS);
  const ours = (): bigint => calls.reduce((sum, call) => sum + priceOf(rateCall(call, tariff)), 0n);
  const theirs = (): bigint => calls.reduce((sum, call) => sum + rateByDecimals(call, tariff).amountMicro, 0n);
  if (ours() !== theirs()) throw new Error('the two sides come to different sums');
  const ratios: number[] = [];
  let speeds = { ours: 0, theirs: 0 };
  for (let round = 0; round <= ROUNDS; round += 1) {
    speeds = {
      theirs: perCpuSecond(() => (theirs(), CALLS)),
      ours: perCpuSecond(() => {
        for (let turn = 0; turn < TURNS; turn += 1) ours();
        return CALLS * TURNS;
      }),
    };
    if (round > 0) ratios.push(speeds.ours / speeds.theirs);
    await new Promise((resume) => setImmediate(resume));
  }
  return {
    figure: 'rating-vs-decimaljs',
    value: rounded(percentile(ratios, 0.5), 1),
    unit: 'ratio',
    goal: 20,
    detail: {
      calls: CALLS, rounds: ROUNDS, lowest: rounded(Math.min(...ratios), 1), highest: rounded(Math.max(...ratios), 1),
      oursPerCpuSecond: Math.round(speeds.ours), decimalJsPerCpuSecond: Math.round(speeds.theirs),
    },
  };
}

function priceOf(rating: ReturnType<typeof rateCall>): bigint {
  if (rating.outcome === 'refused') throw new Error(rating.detail);
  return rating.amountMicro;
}
