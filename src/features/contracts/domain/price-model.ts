import { type ChargeStep, checkShare, type Share, type StepKind } from './charge';

/** So much was used: `base` of the meter's smallest unit, of which `scale` make one unit that has a price. */
export interface Quantity {
  /** 0 or more. */
  readonly base: bigint;
  /** Above 0. */
  readonly scale: bigint;
}

/** A step of a price that changes with the volume. Bounds in whole units of a whole month. */
export interface Tier {
  /** Up to and including so many; null for the last one, which goes on. */
  readonly upTo: number | null;
  readonly priceMicro: bigint;
  /** Paid once for coming into the tier. */
  readonly flatMicro: bigint;
}

/** A band of additional or reduced volume around a baseline. */
export interface VolumeBand {
  /** Up to so many per cent away from the baseline; null for the last one, which goes on. */
  readonly upToPercent: number | null;
  readonly priceMicro: bigint;
}

/**
 * How a metered volume becomes money. All volumes are for a whole month, and are prorated with it.
 * - `unit`: each unit beyond the free ones.
 * - `package`: each package begun beyond the free ones: ⌈(units − free) ÷ size⌉.
 * - `graduated`: each unit at the price of the tier that it falls into.
 * - `volume`: all units at the price of the tier that the last one falls into.
 * - `baseline`: a fee for an agreed volume; within a dead band around it nothing more, above it additional-resource
 *   charges (ARC), below it reduced-resource credits (RRC), by bands.
 */
export type PriceModel =
  | { readonly model: 'unit'; readonly priceMicro: bigint; readonly free: number }
  | { readonly model: 'package'; readonly priceMicro: bigint; readonly size: number; readonly free: number }
  | { readonly model: 'graduated'; readonly tiers: readonly Tier[] }
  | { readonly model: 'volume'; readonly tiers: readonly Tier[] }
  | {
    readonly model: 'baseline';
    readonly volume: number;
    /** For the whole volume, a month. */
    readonly feeMicro: bigint;
    /** Per cent of the volume, 0 to 100, either way. */
    readonly deadBand: number;
    readonly arc: readonly VolumeBand[];
    readonly rrc: readonly VolumeBand[];
  };

/**
 * What a quantity costs under a model, for a share of a month.
 * @throws RangeError for a share that is none
 */
export function priceQuantity(model: PriceModel, quantity: Quantity, share: Share): ChargeStep[] {
  checkShare(share);
  switch (model.model) {
    case 'unit':
      return unitSteps(model, new Measure(quantity, share));
    case 'package':
      return packageSteps(model, new Measure(quantity, share));
    case 'graduated':
      return graduatedSteps(model.tiers, new Measure(quantity, share));
    case 'volume':
      return volumeSteps(model.tiers, new Measure(quantity, share));
    case 'baseline':
      return baselineSteps(model, new Measure(quantity, share));
  }
}

/** A quantity and a month's bounds on one scale, on which both are whole numbers. */
class Measure {
  readonly used: bigint;
  readonly scale: bigint;

  constructor(private readonly quantity: Quantity, private readonly share: Share) {
    this.used = quantity.base * BigInt(share.periodDays);
    this.scale = quantity.scale * BigInt(share.periodDays);
  }

  /** A month's volume of whole units, cut to the share. */
  bound(units: number): bigint {
    return BigInt(units) * this.quantity.scale * BigInt(this.share.days);
  }

  step(step: StepKind, priceMicro: bigint, base: bigint): ChargeStep {
    return { step, priceMicro, base, scale: this.scale };
  }

  /** A month's fee, cut to the share. */
  fee(step: StepKind, feeMicro: bigint): ChargeStep {
    return { step, priceMicro: feeMicro, base: BigInt(this.share.days), scale: BigInt(this.share.periodDays) };
  }
}

function unitSteps({ priceMicro, free }: Extract<PriceModel, { model: 'unit' }>, measure: Measure): ChargeStep[] {
  const given = least(measure.used, measure.bound(free));
  return [...freeStep(measure, given), measure.step('price', priceMicro, measure.used - given)];
}

function packageSteps({ priceMicro, size, free }: Extract<PriceModel, { model: 'package' }>, measure: Measure): ChargeStep[] {
  const given = least(measure.used, measure.bound(free));
  const whole = BigInt(size) * measure.scale;
  const packages = (measure.used - given + whole - 1n) / whole;
  return [...freeStep(measure, given), { step: 'packages', priceMicro, base: packages, scale: 1n }];
}

function freeStep(measure: Measure, base: bigint): ChargeStep[] {
  return base === 0n ? [] : [measure.step('free', 0n, base)];
}

function graduatedSteps(tiers: readonly Tier[], measure: Measure): ChargeStep[] {
  let from = 0n;
  return tiers.flatMap(({ upTo, priceMicro, flatMicro }) => {
    const start = from;
    const end = upTo === null ? measure.used : least(measure.used, measure.bound(upTo));
    if (end <= start) return [];
    from = end;
    return [...flatStep(measure, flatMicro), measure.step('tier', priceMicro, end - start)];
  });
}

function volumeSteps(tiers: readonly Tier[], measure: Measure): ChargeStep[] {
  if (measure.used === 0n) return [];
  const reached = tiers.find(({ upTo }) => upTo === null || measure.used <= measure.bound(upTo));
  return reached ? [...flatStep(measure, reached.flatMicro), measure.step('tier', reached.priceMicro, measure.used)] : [];
}

function flatStep(measure: Measure, flatMicro: bigint): ChargeStep[] {
  return flatMicro === 0n ? [] : [measure.fee('flat', flatMicro)];
}

/** The dead band's bounds are hundredths of the volume, so all is counted in hundredths here. */
function baselineSteps({ volume, feeMicro, deadBand, arc, rrc }: Extract<PriceModel, { model: 'baseline' }>, measure: Measure): ChargeStep[] {
  const agreed = measure.bound(volume);
  const away = 100n * (measure.used - agreed);
  const [bands, distance, kind, sign] = away >= 0n ? ([arc, away, 'arc', 1n] as const) : ([rrc, -away, 'rrc', -1n] as const);
  const dead = agreed * BigInt(deadBand);
  const within = least(distance, dead);
  const hundredths = (step: StepKind, priceMicro: bigint, base: bigint): ChargeStep => ({ step, priceMicro, base, scale: 100n * measure.scale });
  let from = dead;
  const beyond = bands.flatMap(({ upToPercent, priceMicro }) => {
    const start = from;
    const end = upToPercent === null ? distance : least(distance, agreed * BigInt(upToPercent));
    if (end <= start) return [];
    from = end;
    return [hundredths(kind, priceMicro, sign * (end - start))];
  });
  return [measure.fee('baseline', feeMicro), ...(within === 0n ? [] : [hundredths('dead_band', 0n, sign * within)]), ...beyond];
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
