import type { JsonCursor } from '../../../platform/json/json-cursor';
import type { PriceModel, Tier, VolumeBand } from './price-model';
import { readMoney } from './read-money';

const MOST_TIERS = 50;
const MOST_UNITS = 1_000_000_000;

type Readers = { [K in PriceModel['model']]: (at: JsonCursor) => Omit<Extract<PriceModel, { model: K }>, 'model'> };

const MODELS: Readers = {
  unit: (at) => ({ priceMicro: readMoney(at.field('price')), free: at.field('free').whole(0, MOST_UNITS, 0) }),
  package: (at) => ({
    priceMicro: readMoney(at.field('price')),
    size: at.field('size').whole(1, MOST_UNITS),
    free: at.field('free').whole(0, MOST_UNITS, 0),
  }),
  graduated: (at) => ({ tiers: readTiers(at.field('tiers')) }),
  volume: (at) => ({ tiers: readTiers(at.field('tiers')) }),
  baseline: (at) => {
    const deadBand = at.field('dead_band').whole(0, 100, 0);
    return {
      volume: at.field('volume').whole(1, MOST_UNITS),
      feeMicro: readMoney(at.field('fee')),
      deadBand,
      arc: readBands(at.field('arc'), deadBand),
      rrc: readBands(at.field('rrc'), deadBand),
    };
  },
};
const MODEL_NAMES = Object.keys(MODELS) as PriceModel['model'][];

/** A metered item's price: its `model`, and what that model needs. */
export function readPrice(at: JsonCursor): PriceModel {
  const model = at.field('model').choice(MODEL_NAMES, 'unit');
  return { model, ...MODELS[model](at) } as PriceModel;
}

function readTiers(at: JsonCursor): Tier[] {
  const tiers = at.list(1, MOST_TIERS).map((tier) => {
    const read = {
      upTo: tier.field('up_to').present ? tier.field('up_to').whole(1, MOST_UNITS) : null,
      priceMicro: readMoney(tier.field('price')),
      flatMicro: tier.field('flat').present ? readMoney(tier.field('flat')) : 0n,
    };
    tier.refuseUnread();
    return read;
  });
  refuseUnordered(at, tiers.map(({ upTo }) => upTo), 0, 'up_to');
  return tiers;
}

function readBands(at: JsonCursor, deadBand: number): VolumeBand[] {
  const bands = at.list(0, MOST_TIERS).map((band) => {
    const upTo = band.field('up_to_percent');
    const read = { upToPercent: upTo.present ? upTo.whole(1, 10_000) : null, priceMicro: readMoney(band.field('price')) };
    band.refuseUnread();
    return read;
  });
  if (bands.length > 0) refuseUnordered(at, bands.map(({ upToPercent }) => upToPercent), deadBand, 'up_to_percent');
  return bands;
}

/** Bounds rise, and the last one is left out: whatever the volume, it has a price. */
function refuseUnordered(at: JsonCursor, bounds: readonly (number | null)[], from: number, key: string): void {
  let before = from;
  for (const [index, bound] of bounds.entries()) {
    const isLast = index === bounds.length - 1;
    const refuse = (rule: string) => at.problems.push({ pointer: `${at.pointer}/${index}/${key}`, rule });
    if (isLast && bound !== null) refuse('must be left out of the last one, which goes on');
    if (!isLast && bound === null) refuse('must be given on all but the last one');
    if (bound !== null && bound <= before) refuse(`must be more than ${before}`);
    before = bound ?? before;
  }
}
