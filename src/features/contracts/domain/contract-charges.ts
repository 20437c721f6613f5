import type { LocalDate } from '../../../platform/time/calendar';
import { type Charge, charge, type ChargeStep, type Share } from './charge';
import type { ContractSpan } from './contract-spans';
import type { ContractItem, Meter, SeatsItem } from './contract-terms';
import { priceQuantity, type Quantity } from './price-model';
import { concurrentSeats, namedSeats, type Stay } from './seat-measures';

/** What was used on the days of a span. */
export interface Measured {
  /** What each meter that an item names has counted. */
  readonly meters: ReadonlyMap<Meter, Quantity>;
  /** Who was signed in when; of other days too. */
  readonly stays: readonly Stay[];
}

/** What an item costs on the days of a span. */
export interface ItemCharge extends Charge, Share {
  readonly item: ContractItem;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
}

/**
 * What a contract's items cost on the days on which a version of it held, in its order. Items that cost and count nothing leave
 * no line.
 * @throws RangeError for a meter that was not read
 */
export function contractCharges(span: ContractSpan, measured: Measured): ItemCharge[] {
  return span.terms.items.flatMap((item) => {
    const steps = stepsOf(item, span, measured).filter(({ base }) => base !== 0n);
    if (steps.length === 0) return [];
    const { firstDay, lastDay, days, periodDays } = span;
    return [{ item, firstDay, lastDay, days, periodDays, ...charge(steps) }];
  });
}

function stepsOf(item: ContractItem, span: ContractSpan, measured: Measured): ChargeStep[] {
  switch (item.kind) {
    case 'once':
      return item.on >= span.firstDay && item.on <= span.lastDay
        ? [{ step: 'price', priceMicro: item.priceMicro, base: BigInt(item.quantity), scale: 1n }]
        : [];
    case 'monthly':
      return [monthly('price', item.priceMicro, item.quantity, span)];
    case 'bundle':
      return [monthly('price', item.priceMicro, 1, span)];
    case 'seats':
      return [
        monthly('contracted', item.priceMicro, item.contracted, span),
        monthly('overage', item.overageMicro, Math.max(0, seatsUsed(item, span, measured) - item.contracted), span),
      ];
    case 'metered': {
      const quantity = measured.meters.get(item.meter);
      if (!quantity) throw new RangeError(`the meter ${item.meter} was not read`);
      return priceQuantity(item.price, quantity, span);
    }
  }
}

function monthly(step: ChargeStep['step'], priceMicro: bigint, quantity: number, { days, periodDays }: Share): ChargeStep {
  return { step, priceMicro, base: BigInt(quantity) * BigInt(days), scale: BigInt(periodDays) };
}

function seatsUsed({ basis }: SeatsItem, { from, until }: ContractSpan, { stays }: Measured): number {
  const count = basis === 'named' ? namedSeats : concurrentSeats;
  return count(stays, from.getTime(), until.getTime());
}
