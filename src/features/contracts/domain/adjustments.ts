import { type Charge, charge } from './charge';

/** Millionths of a per cent: 6 % is 6,000,000, and 0.5 % 500,000. */
export type MicroPercent = bigint;

const WHOLE = 100n * 1_000_000n;

/**
 * A share of what was charged: a discount or a credit where `percent` is negative, a bonus or a tax where it is not.
 * @param chargedMicro the sum that it is a share of
 */
export function percentageOf(chargedMicro: bigint, percent: MicroPercent): Charge {
  return charge([{ step: 'percentage', priceMicro: chargedMicro, base: percent, scale: WHOLE }]);
}

/** What a contract gives back, or is paid beyond, for a service level. Bounds in millionths of a per cent, 0 to 100 %. */
export interface LevelBand {
  /** The level must be below it for a credit, and at or above it for a bonus. */
  readonly level: MicroPercent;
  /** Of what was charged. */
  readonly percent: MicroPercent;
}

/**
 * The share that follows from a service level: negative for the credit of the lowest band that the level is below, positive for
 * the bonus of the highest that it reaches, 0 for neither and where nothing could be measured.
 * @param level 0 to 1; null when there was no call
 */
export function levelPercent(level: number | null, credits: readonly LevelBand[], bonuses: readonly LevelBand[]): MicroPercent {
  if (level === null) return 0n;
  // a level is a ratio of counts: rounded to the millionth of a per cent it is what the report shows, and more
  const reached = BigInt(Math.round(level * Number(WHOLE)));
  const missed = credits.filter((band) => reached < band.level).toSorted((a, b) => Number(a.level - b.level));
  if (missed[0]) return -missed[0].percent;
  const met = bonuses.filter((band) => reached >= band.level).toSorted((a, b) => Number(b.level - a.level));
  return met[0]?.percent ?? 0n;
}
